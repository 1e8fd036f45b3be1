package dev.plimsoll.ledger;

/// Sums as in [Tally], one for each pair of a site and a sort, side by side: a look back over millions of blocks adds
/// up without an object for each pair and touches one line of the cache for a block. One thread.
final class PairSums {

    /// Bytes and blocks of weight 1.
    private final long[] exact;

    /// Figures of blocks of other weights.
    private static final int WEIGHTED = 5;

    /// Bytes, blocks, the variances of both, and how many were recorded.
    private final double[] weighted;

    PairSums(int pairs) {
        exact = new long[pairs << 1];
        weighted = new double[pairs * WEIGHTED];
    }

    void add(int pair, long size, double weight) {
        if (weight == 1) {
            exact[pair << 1] += size;
            exact[(pair << 1) + 1]++;
        } else {
            double spread = weight * (weight - 1);
            int at = pair * WEIGHTED;
            weighted[at] += weight * size;
            weighted[at + 1] += weight;
            weighted[at + 2] += spread * size * size;
            weighted[at + 3] += spread;
            weighted[at + 4]++;
        }
    }

    boolean isEmpty(int pair) {
        return exact[(pair << 1) + 1] == 0 && weighted[pair * WEIGHTED + 4] == 0;
    }

    void addTo(Tally tally, int pair) {
        tally.addExact(exact[pair << 1], exact[(pair << 1) + 1]);
        int at = pair * WEIGHTED;
        if (weighted[at + 4] > 0) {
            tally.addWeighted(
                    (long) weighted[at + 4], weighted[at], weighted[at + 1], weighted[at + 2], weighted[at + 3]);
        }
    }
}
