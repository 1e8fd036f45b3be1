package dev.plimsoll.ledger;

import java.util.Arrays;

/// Live blocks of a line whose owner is gone, by the epoch in which that was seen. Most lines have none. One thread.
final class GoneBook {

    private final double[] blocks = new double[EpochClock.MOST];
    private final double[] blocksVariance = new double[EpochClock.MOST];
    private final double[] bytes = new double[EpochClock.MOST];
    private final double[] bytesVariance = new double[EpochClock.MOST];

    void move(int epoch, long size, double weight, int sign) {
        double spread = sign * weight * (weight - 1);
        blocks[epoch] += sign * weight;
        blocksVariance[epoch] += spread;
        bytes[epoch] += sign * weight * size;
        bytesVariance[epoch] += spread * size * size;
    }

    void halve() {
        LineBook.addPairs(blocks);
        LineBook.addPairs(blocksVariance);
        LineBook.addPairs(bytes);
        LineBook.addPairs(bytesVariance);
    }

    SiteHistory.Gone publish(int length) {
        return new SiteHistory.Gone(
                Arrays.copyOf(blocks, length),
                Arrays.copyOf(blocksVariance, length),
                Arrays.copyOf(bytes, length),
                Arrays.copyOf(bytesVariance, length));
    }
}
