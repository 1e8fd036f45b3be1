package dev.plimsoll.ledger;

/// Sums as in [Tally], one for each pair of a site and a sort, in columns: a look back over millions of blocks adds
/// up without an object for each pair. One thread.
final class PairSums {

    private final long[] exactBytes;
    private final long[] exactBlocks;
    private final double[] bytes;
    private final double[] blocks;
    private final double[] bytesVariance;
    private final double[] blocksVariance;

    PairSums(int pairs) {
        exactBytes = new long[pairs];
        exactBlocks = new long[pairs];
        bytes = new double[pairs];
        blocks = new double[pairs];
        bytesVariance = new double[pairs];
        blocksVariance = new double[pairs];
    }

    void add(int pair, long size, double weight) {
        if (weight == 1) {
            exactBytes[pair] += size;
            exactBlocks[pair]++;
        } else {
            double spread = weight * (weight - 1);
            bytes[pair] += weight * size;
            blocks[pair] += weight;
            bytesVariance[pair] += spread * size * size;
            blocksVariance[pair] += spread;
        }
    }

    boolean isEmpty(int pair) {
        return exactBlocks[pair] == 0 && blocks[pair] == 0;
    }

    void addTo(Tally tally, int pair) {
        tally.add(
                exactBytes[pair],
                exactBlocks[pair],
                bytes[pair],
                blocks[pair],
                bytesVariance[pair],
                blocksVariance[pair]);
    }
}
