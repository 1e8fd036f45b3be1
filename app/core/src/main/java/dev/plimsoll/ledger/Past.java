package dev.plimsoll.ledger;

import dev.plimsoll.event.NativeEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What a ledger that remembers can tell of any moment and of any range. The cost follows the number of blocks ever
/// recorded, some nanoseconds for each, until [#prepare] was called. To be asked when the ledger is no longer written;
/// then any thread may.
///
/// Times are nanoseconds since the epoch; an event of the nanosecond that is asked for has happened.
public final class Past {

    private final LogView view;
    private final CallbackLog callbacks;
    private final List<NativeEvent.BindingTotals> counters;
    private final LedgerSnapshot end;
    private final long peak;
    private volatile @Nullable Checkpoints checkpoints;

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
        MomentSums sums = sums(time, cancelled);
        CallbackLog.State state = callbacks.at(time, end.callbacks(), mark);
        return new LedgerSnapshot(
                time,
                bindings(time, sums),
                view.totals(sums),
                view.blocks(time, sums.live),
                state.callbacks(),
                state.registered(),
                state.released(),
                misuses(time, mark),
                mark.orphanFrees(),
                mark.eventsApplied(),
                mark.lostBlocks(),
                mark.ownerDeaths());
    }

    /// Makes [#at] faster: afterwards its cost no longer follows the length of the recording. Takes some 100 ns for
    /// each block ever recorded; to be called once, and until it is done `at` answers as before.
    ///
    /// @throws IOException when there is no room for it on the disk; then `at` stays as it was
    /// @throws CancellationException when `cancelled` said yes
    public void prepare(BooleanSupplier cancelled) throws IOException {
        checkpoints = Checkpoints.of(view, cancelled);
    }

    private MomentSums sums(long time, BooleanSupplier cancelled) {
        Checkpoints made = checkpoints;
        return made == null ? view.at(time, cancelled) : made.at(time, cancelled);
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

    private static void add(PairSums sums, int sort, boolean each, Tally tally) {
        if (each) {
            sums.addEachTo(tally, sort);
        } else {
            sums.addTo(tally, sort);
        }
    }

    private List<BindingSums> bindings(long time, MomentSums sums) {
        BindingBook bindings = new BindingBook();
        int sorts = view.traits().length;
        PairSums allocated = sums.allocated.folded(view.pairTraits(), sorts);
        PairSums alive = sums.alive.folded(view.pairTraits(), sorts);
        PairSums freed = sums.freed.folded(view.pairTraits(), sorts);
        for (int sort = 0; sort < sorts; sort++) {
            if (!allocated.isEmpty(sort)) {
                BindingBook.Account account = bindings.account(view.traits()[sort].binding());
                if (!view.traits()[sort].pooled()) {
                    boolean each = view.traits()[sort].everyBlock();
                    add(allocated, sort, each, account.allocated);
                    add(alive, sort, each, account.live);
                    add(freed, sort, each, account.freed);
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
