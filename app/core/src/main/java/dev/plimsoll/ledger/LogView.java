package dev.plimsoll.ledger;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// The rows of a [BlockLog] that were there at some time, for any thread: later rows stand behind the last, and what
/// ended since ended later.
///
/// @param stretches entries are only ever added behind
/// @param count of stretches that were there
/// @param rows that were there
/// @param pairs distinct pairs of a site and a sort
/// @param pairSites site of each pair
/// @param pairTraits sort of each pair
/// @param keys by site number
/// @param sites number of sites
/// @param traits by number of traits
record LogView(
        Stretch[] stretches,
        int count,
        int rows,
        int pairs,
        int[] pairSites,
        int[] pairTraits,
        SiteKey[] keys,
        int sites,
        PagedBlocks.Traits[] traits) {

    /// What there was at a moment, added up over all rows.
    ///
    /// @throws CancellationException when `cancelled` said yes
    MomentSums at(long time, BooleanSupplier cancelled) {
        MomentSums sums = MomentSums.none(pairs);
        long[] room = Stretch.room();
        for (int index = 0; index < count; index++) {
            look(cancelled);
            if (stretches[index].first() <= time) {
                add(stretches[index], room, rowsOf(index), time, sums);
            }
        }
        return sums;
    }

    private static void add(Stretch stretch, long[] room, int rows, long time, MomentSums sums) {
        long[] walked = stretch.walk(room);
        for (int i = 0; i < rows; i++) {
            if (Stretch.allocated(walked, i) > time) {
                continue;
            }
            int pair = Stretch.pair(walked, i);
            long bytes = stretch.bytes(walked, i);
            double weight = Stretch.weight(walked, i);
            sums.allocated.add(pair, bytes, weight);
            long ended = Stretch.ended(walked, i);
            if (Math.abs(ended) > time) {
                sums.live++;
                sums.alive.add(pair, bytes, weight);
                long death = stretch.ownerCollected(i);
                if (death != 0 && death <= time) {
                    sums.gone.add(pair, bytes, weight);
                }
            } else if (ended > 0) {
                sums.freed.add(pair, bytes, weight);
            }
        }
    }

    /// Sums over the blocks that were live at both moments.
    ///
    /// @throws CancellationException when `cancelled` said yes
    PairSums livingThrough(long from, long to, BooleanSupplier cancelled) {
        PairSums sums = new PairSums(pairs);
        long[] room = Stretch.room();
        for (int index = 0; index < count; index++) {
            look(cancelled);
            Stretch stretch = stretches[index];
            int last = stretch.first() <= from ? rowsOf(index) : 0;
            long[] walked = stretch.walk(room);
            for (int i = 0; i < last; i++) {
                if (Stretch.allocated(walked, i) <= from && Math.abs(Stretch.ended(walked, i)) > to) {
                    sums.add(Stretch.pair(walked, i), stretch.bytes(walked, i), Stretch.weight(walked, i));
                }
            }
        }
        return sums;
    }

    /// What there was at a moment by site and [StackFigure], without variances: much less to add up than [#at].
    double[] figures(long time) {
        double[] figures = new double[sites * StackFigure.COUNT];
        long[] room = Stretch.room();
        for (int index = 0; index < count; index++) {
            if (stretches[index].first() <= time) {
                add(stretches[index], room, rowsOf(index), time, figures);
            }
        }
        return figures;
    }

    private void add(Stretch stretch, long[] room, int rows, long time, double[] figures) {
        long[] walked = stretch.walk(room);
        for (int i = 0; i < rows; i++) {
            if (Stretch.allocated(walked, i) > time) {
                continue;
            }
            int at = pairSites[Stretch.pair(walked, i)] * StackFigure.COUNT;
            double weight = Stretch.weight(walked, i);
            figures[at + StackFigure.ALLOCATIONS.ordinal()] += weight;
            long ended = Stretch.ended(walked, i);
            if (Math.abs(ended) > time) {
                figures[at + StackFigure.LIVE_BYTES.ordinal()] += stretch.bytes(walked, i) * weight;
                figures[at + StackFigure.LIVE_BLOCKS.ordinal()] += weight;
                long death = stretch.ownerCollected(i);
                if (death != 0 && death <= time) {
                    figures[at + StackFigure.OWNER_GONE_BLOCKS.ordinal()] += weight;
                }
            } else if (ended > 0) {
                figures[at + StackFigure.FREED_BYTES.ordinal()] += stretch.bytes(walked, i) * weight;
            }
        }
    }

    /// Whether a row means the same block in both.
    boolean sharesRowsWith(LogView other) {
        return count > 0 && other.count > 0 && stretches[0] == other.stretches[0];
    }

    /// Every site that had allocated by a moment, in order of first appearance.
    List<StackTotals> totals(MomentSums sums) {
        return SiteSums.totals(this, fold(sums.allocated), fold(sums.alive), fold(sums.freed), fold(sums.gone));
    }

    /// What happened after `from` until `to`.
    ///
    /// @throws CancellationException when `cancelled` said yes
    List<RangeSums> between(long from, long to, BooleanSupplier cancelled) {
        PairSums allocated = new PairSums(pairs);
        PairSums live = new PairSums(pairs);
        PairSums freed = new PairSums(pairs);
        PairSums leaked = new PairSums(pairs);
        long[] room = Stretch.room();
        for (int index = 0; index < count; index++) {
            look(cancelled);
            Stretch stretch = stretches[index];
            int last = stretch.first() <= to ? rowsOf(index) : 0;
            long[] walked = stretch.walk(room);
            for (int i = 0; i < last; i++) {
                long born = Stretch.allocated(walked, i);
                long ended = Stretch.ended(walked, i);
                boolean inside = born > from && born <= to;
                boolean alive = born <= to && Math.abs(ended) > to;
                boolean freedInside = ended > from && ended <= to;
                if (inside || alive || freedInside) {
                    int pair = Stretch.pair(walked, i);
                    long bytes = stretch.bytes(walked, i);
                    double weight = Stretch.weight(walked, i);
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
        return SiteSums.ranges(this, fold(allocated), fold(live), fold(freed), fold(leaked));
    }

    /// All stretches are full but the last.
    int rowsOf(int index) {
        return Math.min(Stretch.ROWS, rows - (index << Stretch.SHIFT));
    }

    private PairSums fold(PairSums sums) {
        return sums.folded(pairSites, sites);
    }

    /// The blocks that were live at a moment of which it is known how many there were.
    LoggedBlocks blocks(long moment, int size) {
        return new LoggedBlocks(this, moment, size);
    }

    static void look(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
