package dev.plimsoll.ledger;

import java.nio.LongBuffer;
import java.util.Arrays;

/// Sums as in [Tally], one for each pair of a site and a sort (or for each site), side by side: a look back over
/// millions of blocks adds up without an object for each pair and touches one line of the cache for a block. One
/// thread.
final class PairSums {

    /// Figures of blocks of other weights than 1.
    private static final int WEIGHTED = 6;

    /// Longs that a pair with blocks of weight 1 takes in [#put]; one with others takes [#WEIGHTED].
    private static final int EXACT_ENTRY = 2;

    private final int pairs;

    /// Bytes and blocks of weight 1; nothing before the first.
    private long[] exact = {};

    /// Bytes, blocks, the variances of both, the bytes that were recorded, and how many blocks; nothing before the
    /// first.
    private double[] weighted = {};

    PairSums(int pairs) {
        this.pairs = pairs;
    }

    private void forExact() {
        if (exact.length == 0) {
            exact = new long[pairs << 1];
        }
    }

    private void forWeighted() {
        if (weighted.length == 0) {
            weighted = new double[pairs * WEIGHTED];
        }
    }

    private long blocksExact(int pair) {
        return exact.length == 0 ? 0 : exact[(pair << 1) + 1];
    }

    private long blocksWeighted(int pair) {
        return weighted.length == 0 ? 0 : (long) weighted[pair * WEIGHTED + 5];
    }

    void add(int pair, long size, double weight) {
        if (weight == 1) {
            forExact();
            exact[pair << 1] += size;
            exact[(pair << 1) + 1]++;
        } else {
            forWeighted();
            double spread = weight * (weight - 1);
            int at = pair * WEIGHTED;
            weighted[at] += weight * size;
            weighted[at + 1] += weight;
            weighted[at + 2] += spread * size * size;
            weighted[at + 3] += spread;
            weighted[at + 4] += size;
            weighted[at + 5]++;
        }
    }

    /// Takes out a block that was added with the same size and weight. As in [Tally#remove], no rounding error outlives
    /// the last block.
    void remove(int pair, long size, double weight) {
        if (weight == 1) {
            exact[pair << 1] -= size;
            exact[(pair << 1) + 1]--;
            return;
        }
        int at = pair * WEIGHTED;
        if (weighted[at + 5] == 1) {
            Arrays.fill(weighted, at, at + WEIGHTED, 0);
            return;
        }
        double spread = weight * (weight - 1);
        weighted[at] -= weight * size;
        weighted[at + 1] -= weight;
        weighted[at + 2] -= spread * size * size;
        weighted[at + 3] -= spread;
        weighted[at + 4] -= size;
        weighted[at + 5]--;
    }

    boolean isEmpty(int pair) {
        return blocksExact(pair) == 0 && blocksWeighted(pair) == 0;
    }

    void addTo(Tally tally, int pair) {
        if (blocksExact(pair) > 0) {
            tally.addExact(exact[pair << 1], exact[(pair << 1) + 1]);
        }
        if (blocksWeighted(pair) > 0) {
            int at = pair * WEIGHTED;
            tally.addWeighted(blocksWeighted(pair), weighted[at], weighted[at + 1], weighted[at + 2], weighted[at + 3]);
        }
    }

    /// As [#addTo], where every block was recorded and stands for itself, whatever its weight.
    void addEachTo(Tally tally, int pair) {
        long certain = blocksExact(pair) == 0 ? 0 : exact[pair << 1];
        long others = blocksWeighted(pair);
        long recorded = others == 0 ? 0 : (long) weighted[pair * WEIGHTED + 4];
        tally.addExact(certain + recorded, blocksExact(pair) + others);
    }

    /// The sums of many pairs in fewer, `into` of each; these themselves when each goes into its own.
    PairSums folded(int[] into, int size) {
        if (size == pairs && isIdentity(into)) {
            return this;
        }
        PairSums folded = new PairSums(size);
        for (int pair = 0; pair < pairs; pair++) {
            if (blocksExact(pair) != 0) {
                folded.forExact();
                folded.exact[into[pair] << 1] += exact[pair << 1];
                folded.exact[(into[pair] << 1) + 1] += exact[(pair << 1) + 1];
            }
            if (blocksWeighted(pair) != 0) {
                folded.forWeighted();
                for (int figure = 0; figure < WEIGHTED; figure++) {
                    folded.weighted[into[pair] * WEIGHTED + figure] += weighted[pair * WEIGHTED + figure];
                }
            }
        }
        return folded;
    }

    private boolean isIdentity(int[] into) {
        for (int pair = 0; pair < pairs; pair++) {
            if (into[pair] != pair) {
                return false;
            }
        }
        return true;
    }

    Estimate bytes(int pair) {
        double certain = exact.length == 0 ? 0 : exact[pair << 1];
        if (blocksWeighted(pair) == 0) {
            return Tally.estimate(certain, 0, false);
        }
        return Tally.estimate(certain + weighted[pair * WEIGHTED], weighted[pair * WEIGHTED + 2], true);
    }

    Estimate blocks(int pair) {
        if (blocksWeighted(pair) == 0) {
            return Tally.estimate(blocksExact(pair), 0, false);
        }
        int at = pair * WEIGHTED;
        return Tally.estimate(blocksExact(pair) + weighted[at + 1], weighted[at + 3], true);
    }

    /// How many longs [#put] writes.
    int longs() {
        int longs = 1;
        for (int pair = 0; pair < pairs; pair++) {
            longs += blocksExact(pair) == 0 ? 0 : EXACT_ENTRY;
            longs += blocksWeighted(pair) == 0 ? 0 : WEIGHTED;
        }
        return longs;
    }

    /// Writes what is not empty: how many pairs have blocks of weight 1, then of each its number beside that of the
    /// blocks, and the bytes; then of each pair that has others the same two numbers and the five figures.
    ///
    /// @return the place behind the last long
    int put(long[] into, int place) {
        int at = place + 1;
        into[place] = 0;
        for (int pair = 0; pair < pairs; pair++) {
            if (blocksExact(pair) != 0) {
                into[place]++;
                into[at] = beside(pair, blocksExact(pair));
                into[at + 1] = exact[pair << 1];
                at += EXACT_ENTRY;
            }
        }
        for (int pair = 0; pair < pairs; pair++) {
            if (blocksWeighted(pair) != 0) {
                into[at++] = beside(pair, blocksWeighted(pair));
                for (int figure = 0; figure < WEIGHTED - 1; figure++) {
                    into[at++] = Double.doubleToRawLongBits(weighted[pair * WEIGHTED + figure]);
                }
            }
        }
        return at;
    }

    /// Sums of `pairs` pairs as [#put] wrote them.
    static PairSums of(LongBuffer longs, int pairs) {
        PairSums sums = new PairSums(pairs);
        long[] entries = new long[longs.remaining()];
        longs.get(longs.position(), entries);
        int at = 1;
        for (; at <= entries[0] * EXACT_ENTRY; at += EXACT_ENTRY) {
            sums.forExact();
            int pair = (int) (entries[at] >>> Integer.SIZE);
            sums.exact[pair << 1] = entries[at + 1];
            sums.exact[(pair << 1) + 1] = (int) entries[at];
        }
        for (; at < entries.length; at += WEIGHTED) {
            sums.forWeighted();
            int to = (int) (entries[at] >>> Integer.SIZE) * WEIGHTED;
            for (int figure = 0; figure < WEIGHTED - 1; figure++) {
                sums.weighted[to + figure] = Double.longBitsToDouble(entries[at + 1 + figure]);
            }
            sums.weighted[to + 5] = (int) entries[at];
        }
        return sums;
    }

    private static long beside(int pair, long blocks) {
        return (long) pair << Integer.SIZE | blocks;
    }
}
