package dev.plimsoll.ledger;

import org.jspecify.annotations.Nullable;

/// Running sums over a set of blocks that grows and shrinks. Blocks of weight 1 are summed in whole numbers, so that
/// what is exact stays exact; the others by Horvitz-Thompson: bytes sum s*w, its variance sum s^2 w(w-1), blocks sum w,
/// its variance sum w(w-1). Their sums are set to zero when the last of them leaves that stands for any: no rounding
/// error outlives them.
final class Tally {

    private long exactBytes;
    private long exactBlocks;

    /// Only once there is one.
    private @Nullable Weighted others;

    /// Sums of blocks of another weight than 1.
    private static final class Weighted {
        private long count;

        /// Of another weight than 0.
        private long standing;

        private double bytes;
        private double blocks;
        private double bytesVariance;
        private double blocksVariance;

        private void move(long size, double weight, int sign) {
            count += sign;
            if (weight == 0) {
                return;
            }
            standing += sign;
            if (standing == 0) {
                bytes = 0;
                blocks = 0;
                bytesVariance = 0;
                blocksVariance = 0;
                return;
            }
            double spread = sign * weight * (weight - 1);
            bytes += sign * weight * size;
            blocks += sign * weight;
            bytesVariance += spread * size * size;
            blocksVariance += spread;
        }
    }

    void add(long size, double weight) {
        if (weight == 1) {
            exactBytes += size;
            exactBlocks++;
        } else {
            weighted().move(size, weight, 1);
        }
    }

    /// Adds many blocks of weight 1.
    void addExact(long moreExactBytes, long moreExactBlocks) {
        exactBytes += moreExactBytes;
        exactBlocks += moreExactBlocks;
    }

    /// Adds the sums of `count` blocks of other weights.
    void addWeighted(
            long count, double moreBytes, double moreBlocks, double moreBytesVariance, double moreBlocksVariance) {
        Weighted sums = weighted();
        sums.count += count;
        sums.standing += count;
        sums.bytes += moreBytes;
        sums.blocks += moreBlocks;
        sums.bytesVariance += moreBytesVariance;
        sums.blocksVariance += moreBlocksVariance;
    }

    /// Takes out a block that was added with the same size and weight.
    void remove(long size, double weight) {
        if (weight == 1) {
            exactBytes -= size;
            exactBlocks--;
            return;
        }
        Weighted sums = weighted();
        sums.move(size, weight, -1);
        if (sums.count == 0) {
            others = null;
        }
    }

    private Weighted weighted() {
        Weighted sums = others;
        if (sums == null) {
            sums = new Weighted();
            others = sums;
        }
        return sums;
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
        return bytes(0);
    }

    Estimate blocks() {
        return blocks(0);
    }

    /// @param more bytes of blocks of weight 1 that are not summed here
    Estimate bytes(long more) {
        return others == null
                ? estimate(exactBytes + more, 0, false)
                : estimate(exactBytes + more + others.bytes, others.bytesVariance, others.count > 0);
    }

    /// @param more blocks of weight 1 that are not summed here
    Estimate blocks(long more) {
        return others == null
                ? estimate(exactBlocks + more, 0, false)
                : estimate(exactBlocks + more + others.blocks, others.blocksVariance, others.count > 0);
    }

    /// Blocks that stand for none (weight 0) are a sign of others that nobody drew: then nothing is exact.
    ///
    /// @param weighted whether there are blocks of another weight than 1
    static Estimate estimate(double value, double variance, boolean weighted) {
        if (weighted && variance <= 0) {
            return new Estimate(Math.max(0, value), Double.MIN_NORMAL);
        }
        return value == 0 && variance == 0 ? Estimate.ZERO : new Estimate(Math.max(0, value), Math.max(0, variance));
    }
}
