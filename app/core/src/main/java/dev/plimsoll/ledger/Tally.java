package dev.plimsoll.ledger;

/// Running sums over a set of blocks that grows and shrinks. Blocks of weight 1 are summed in whole numbers, so that
/// what is exact stays exact; the others by Horvitz-Thompson: bytes sum s*w, its variance sum s^2 w(w-1), blocks sum w,
/// its variance sum w(w-1). Their sums are set to zero when the last of them leaves: no rounding error outlives them.
final class Tally {

    private long exactBytes;
    private long exactBlocks;
    private long weighted;
    private double bytes;
    private double blocks;
    private double bytesVariance;
    private double blocksVariance;

    void add(long size, double weight) {
        if (weight == 1) {
            exactBytes += size;
            exactBlocks++;
        } else {
            weighted++;
            move(size, weight, 1);
        }
    }

    /// Adds the sums of many blocks that will not be taken out again.
    void add(
            long moreExactBytes,
            long moreExactBlocks,
            double moreBytes,
            double moreBlocks,
            double moreBytesVariance,
            double moreBlocksVariance) {
        exactBytes += moreExactBytes;
        exactBlocks += moreExactBlocks;
        bytes += moreBytes;
        blocks += moreBlocks;
        bytesVariance += moreBytesVariance;
        blocksVariance += moreBlocksVariance;
    }

    /// Takes out a block that was added with the same size and weight.
    void remove(long size, double weight) {
        if (weight == 1) {
            exactBytes -= size;
            exactBlocks--;
        } else if (--weighted == 0) {
            bytes = 0;
            blocks = 0;
            bytesVariance = 0;
            blocksVariance = 0;
        } else {
            move(size, weight, -1);
        }
    }

    private void move(long size, double weight, int sign) {
        double spread = sign * weight * (weight - 1);
        bytes += sign * weight * size;
        blocks += sign * weight;
        bytesVariance += spread * size * size;
        blocksVariance += spread;
    }

    /// Bytes of the blocks of weight 1: what certainly was.
    long exactBytes() {
        return exactBytes;
    }

    /// Blocks of weight 1.
    long exactBlocks() {
        return exactBlocks;
    }

    Estimate bytes() {
        return estimate(exactBytes + bytes, bytesVariance);
    }

    Estimate blocks() {
        return estimate(exactBlocks + blocks, blocksVariance);
    }

    /// Blocks that stand for none (weight 0) are a sign of others that nobody drew: then nothing is exact.
    private Estimate estimate(double value, double variance) {
        if (weighted > 0 && variance <= 0) {
            return new Estimate(Math.max(0, value), Double.MIN_NORMAL);
        }
        return value == 0 && variance == 0 ? Estimate.ZERO : new Estimate(Math.max(0, value), Math.max(0, variance));
    }
}
