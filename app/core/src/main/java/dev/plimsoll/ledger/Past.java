package dev.plimsoll.ledger;

import dev.plimsoll.event.NativeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// What a ledger that remembers can tell of any moment and of any range. The cost follows the number of blocks ever
/// recorded: some nanoseconds for each. To be asked when the ledger is no longer written; then any thread may.
///
/// Times are nanoseconds since the epoch; an event of the nanosecond that is asked for has happened.
public final class Past {

    private final LogView view;
    private final CallbackLog callbacks;
    private final List<NativeEvent.BindingTotals> counters;
    private final LedgerSnapshot end;
    private final long peak;

    Past(LogView view, CallbackLog callbacks, List<NativeEvent.BindingTotals> counters, LedgerSnapshot end, long peak) {
        this.view = view;
        this.callbacks = callbacks;
        this.counters = counters;
        this.end = end;
        this.peak = peak;
    }

    /// When there were most live bytes over all bindings; 0 when there never was a block.
    public long peak() {
        return peak;
    }

    /// The ledger as it was at a moment. Exact for blocks, their sums and whether callbacks lived; how often callbacks
    /// had been called, deaths by cycle and what was lost are those of the `mark`.
    ///
    /// @param mark a snapshot taken at that moment or before
    /// @throws CancellationException when `cancelled` said yes
    public LedgerSnapshot at(long time, LedgerSnapshot mark, BooleanSupplier cancelled) {
        LogView.Sums sums = view.at(time, cancelled);
        CallbackLog.State state = callbacks.at(time, end.callbacks(), mark);
        return new LedgerSnapshot(
                time,
                bindings(time, sums),
                view.totals(sums),
                view.blocks(time, sums.live()),
                state.callbacks(),
                state.registered(),
                state.released(),
                misuses(time, mark),
                mark.orphanFrees(),
                mark.eventsApplied(),
                mark.lostBlocks(),
                mark.ownerDeaths());
    }

    /// What happened after `from` until `to`, by binding and stack, in order of first appearance.
    ///
    /// @throws CancellationException when `cancelled` said yes
    public List<RangeSums> between(long from, long to, BooleanSupplier cancelled) {
        return view.between(from, to, cancelled);
    }

    /// A ledger keeps the latest only, so what the mark had counts too.
    private List<NativeEvent.Misuse> misuses(long time, LedgerSnapshot mark) {
        List<NativeEvent.Misuse> misuses = new ArrayList<>(mark.misuses());
        for (NativeEvent.Misuse misuse : end.misuses()) {
            if (misuse.time() > mark.time() && misuse.time() <= time) {
                misuses.add(misuse);
            }
        }
        return List.copyOf(misuses.subList(Math.max(0, misuses.size() - Ledger.MISUSES), misuses.size()));
    }

    private List<BindingSums> bindings(long time, LogView.Sums sums) {
        BindingBook bindings = new BindingBook();
        for (int pair = 0; pair < view.pairs(); pair++) {
            if (!sums.allocated().isEmpty(pair)) {
                String binding = view.keys()[view.pairSites()[pair]].binding();
                BindingBook.Account account = bindings.account(binding);
                if (!view.traits()[view.pairTraits()[pair]].pooled()) {
                    sums.allocated().addTo(account.allocated, pair);
                    sums.alive().addTo(account.live, pair);
                    sums.freed().addTo(account.freed, pair);
                }
            }
        }
        for (NativeEvent.BindingTotals counter : counters) {
            if (counter.time() > time) {
                break;
            }
            bindings.account(counter.binding())
                    .counters(counter.allocatedBytes(), counter.allocations(), counter.frees());
        }
        return bindings.publish();
    }
}
