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

    private final BlockLog log;
    private final SiteKey[] keys;
    private final int sites;
    private final PagedBlocks.Traits[] traits;
    private final CallbackLog callbacks;
    private final List<NativeEvent.BindingTotals> counters;
    private final LedgerSnapshot end;
    private final long peak;

    Past(
            BlockLog log,
            SiteBook sites,
            PagedBlocks.Traits[] traits,
            CallbackLog callbacks,
            List<NativeEvent.BindingTotals> counters,
            LedgerSnapshot end,
            long peak) {
        this.log = log;
        this.keys = sites.keys();
        this.sites = sites.size();
        this.traits = traits;
        this.callbacks = callbacks;
        this.counters = counters;
        this.end = end;
        this.peak = peak;
        log.stretches();
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
        PairSums allocated = new PairSums(log.pairs());
        PairSums live = new PairSums(log.pairs());
        PairSums freed = new PairSums(log.pairs());
        PairSums gone = new PairSums(log.pairs());
        int size = 0;
        for (Stretch stretch : stretches(time)) {
            look(cancelled);
            int rows = rows(stretch);
            for (int i = 0; i < rows; i++) {
                if (stretch.allocated[i] > time) {
                    continue;
                }
                int pair = stretch.pairs[i];
                long bytes = stretch.bytes(i);
                double weight = stretch.weight(i);
                allocated.add(pair, bytes, weight);
                long ended = stretch.ended[i];
                if (Math.abs(ended) > time) {
                    size++;
                    live.add(pair, bytes, weight);
                    long death = stretch.ownerCollected(i);
                    if (death != 0 && death <= time) {
                        gone.add(pair, bytes, weight);
                    }
                } else if (ended > 0) {
                    freed.add(pair, bytes, weight);
                }
            }
        }
        CallbackLog.State state = callbacks.at(time, end.callbacks(), mark);
        return new LedgerSnapshot(
                time,
                bindings(time, allocated, live, freed),
                SiteSums.totals(fold(allocated), fold(live), fold(freed), fold(gone)),
                log.at(time, size, keys, traits),
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
        PairSums allocated = new PairSums(log.pairs());
        PairSums live = new PairSums(log.pairs());
        PairSums freed = new PairSums(log.pairs());
        PairSums leaked = new PairSums(log.pairs());
        for (Stretch stretch : stretches(to)) {
            look(cancelled);
            int rows = rows(stretch);
            for (int i = 0; i < rows; i++) {
                long born = stretch.allocated[i];
                long ended = stretch.ended[i];
                boolean inside = born > from && born <= to;
                boolean alive = born <= to && Math.abs(ended) > to;
                boolean freedInside = ended > from && ended <= to;
                if (inside || alive || freedInside) {
                    int pair = stretch.pairs[i];
                    long bytes = stretch.bytes(i);
                    double weight = stretch.weight(i);
                    if (inside) {
                        allocated.add(pair, bytes, weight);
                    }
                    if (alive) {
                        live.add(pair, bytes, weight);
                    }
                    if (inside && alive) {
                        leaked.add(pair, bytes, weight);
                    }
                    if (freedInside) {
                        freed.add(pair, bytes, weight);
                    }
                }
            }
        }
        return SiteSums.ranges(fold(allocated), fold(live), fold(freed), fold(leaked));
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

    private List<Stretch> stretches(long time) {
        List<Stretch> begun = new ArrayList<>();
        for (Stretch stretch : log.stretches()) {
            if (stretch.first <= time) {
                begun.add(stretch);
            }
        }
        return begun;
    }

    /// Rows of a stretch: all are full but the last.
    private int rows(Stretch stretch) {
        Stretch[] all = log.stretches();
        return stretch.equals(all[all.length - 1]) ? ((log.rows() - 1) & Stretch.MASK) + 1 : Stretch.ROWS;
    }

    private SiteSums fold(PairSums sums) {
        return SiteSums.of(log, sums, keys, sites);
    }

    private List<BindingSums> bindings(long time, PairSums allocated, PairSums live, PairSums freed) {
        BindingBook bindings = new BindingBook();
        for (int pair = 0; pair < log.pairs(); pair++) {
            if (!allocated.isEmpty(pair)) {
                BindingBook.Account account = bindings.account(keys[log.pairSite(pair)].binding());
                if (!traits[log.pairTraits(pair)].pooled()) {
                    allocated.addTo(account.allocated, pair);
                    live.addTo(account.live, pair);
                    freed.addTo(account.freed, pair);
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

    private static void look(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
