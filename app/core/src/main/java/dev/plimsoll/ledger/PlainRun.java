package dev.plimsoll.ledger;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.PairNumbers;

/// What came and went in a row without anything odd about it, waiting to be added to the sums: each sum goes over all
/// of it by itself, so that what it touches stays near, and the loops are short. In the order of the events. One
/// thread.
final class PlainRun {

    static final int MOST = 1024;

    private static final FreeCause[] CAUSES = FreeCause.values();
    private static final int CAME = -1;

    private final PairNumbers pairs;
    private final SiteBook sites;
    private final CycleBook cycles;
    private final HistoryBook history;
    private final FigureBook figures;
    private final HighWater water;

    /// The cause of a free, or [#CAME].
    private final int[] causes = new int[MOST];

    private final long[] times = new long[MOST];
    private final long[] births = new long[MOST];
    private final long[] deaths = new long[MOST];
    private final long[] sizes = new long[MOST];
    private final double[] weights = new double[MOST];
    private final int[] sitesOf = new int[MOST];
    private final int[] sortsOf = new int[MOST];
    private int size;

    PlainRun(
            PairNumbers pairs,
            SiteBook sites,
            CycleBook cycles,
            HistoryBook history,
            FigureBook figures,
            HighWater water) {
        this.pairs = pairs;
        this.sites = sites;
        this.cycles = cycles;
        this.history = history;
        this.figures = figures;
        this.water = water;
    }

    /// A block came.
    void came(long when, long bytes, double weight, int pair) {
        int i = size++;
        causes[i] = CAME;
        times[i] = when;
        births[i] = when;
        sizes[i] = bytes;
        weights[i] = weight;
        sitesOf[i] = pairs.first(pair);
        sortsOf[i] = pairs.second(pair);
    }

    /// And was given back.
    void went(long when, BlockRow block, FreeCause cause) {
        int i = size++;
        causes[i] = cause.ordinal();
        times[i] = when;
        births[i] = block.allocated;
        deaths[i] = block.ownerCollected;
        sizes[i] = block.bytes;
        weights[i] = block.weight;
        sitesOf[i] = block.site;
        sortsOf[i] = block.traits;
    }

    /// Adds all of it to the sums.
    ///
    /// @param sorts by number
    /// @param traits by the same number
    void settle(Sort[] sorts, PagedBlocks.Traits[] traits) {
        if (size > 0) {
            figures();
            lines(sorts);
            accounts(sorts);
            cycles(traits);
            size = 0;
        }
    }

    private void figures() {
        for (int i = 0; i < size; i++) {
            if (causes[i] == CAME) {
                figures.came(sitesOf[i], sizes[i] * weights[i], weights[i]);
            } else {
                figures.went(sitesOf[i], sizes[i] * weights[i]);
                if (deaths[i] != 0) {
                    figures.add(sitesOf[i], StackFigure.OWNER_GONE_BLOCKS, -weights[i]);
                }
            }
        }
    }

    private void lines(Sort[] sorts) {
        for (int i = 0; i < size; i++) {
            int line = sites.line(sitesOf[i]);
            if (causes[i] == CAME) {
                Sort sort = sorts[sortsOf[i]];
                history.born(line, times[i], sizes[i], weights[i], sort.kind(), sort.ownerClass());
            } else {
                history.ended(line, births[i], times[i], sizes[i], weights[i], CAUSES[causes[i]], deaths[i]);
            }
        }
    }

    private void accounts(Sort[] sorts) {
        for (int i = 0; i < size; i++) {
            Sort sort = sorts[sortsOf[i]];
            if (sort.pooled()) {
                continue;
            }
            if (causes[i] == CAME) {
                sort.account().allocated.add(sizes[i], weights[i]);
                sort.account().live.add(sizes[i], weights[i]);
                water.rise(sizes[i] * weights[i], times[i]);
            } else {
                sort.account().live.remove(sizes[i], weights[i]);
                sort.account().freed.add(sizes[i], weights[i]);
                water.fall(sizes[i] * weights[i]);
            }
        }
    }

    private void cycles(PagedBlocks.Traits[] traits) {
        int cleaner = FreeCause.CLEANER.ordinal();
        for (int i = 0; i < size; i++) {
            if (causes[i] == CAME) {
                continue;
            }
            if (deaths[i] != 0) {
                cycles.unstuck(sizes[i] * weights[i], deaths[i], traits[sortsOf[i]].freedByGc());
            }
            if (causes[i] == cleaner) {
                cycles.cleaned(sitesOf[i], sizes[i] * weights[i], times[i], deaths[i] != 0);
            }
        }
    }
}
