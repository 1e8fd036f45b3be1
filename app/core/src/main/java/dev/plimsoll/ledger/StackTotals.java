package dev.plimsoll.ledger;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sums over all blocks that one stack allocated through one binding. Immutable; 64 bytes where nothing was estimated
/// and no owner is gone, since there is one for each stack and a new one whenever a block of it comes or goes.
public final class StackTotals {

    /// How many figures there are.
    public static final int FIGURES = 7;

    private static final int OWNER_GONE_BYTES = 0;
    private static final int OWNER_GONE_BLOCKS = 1;
    private static final int VARIANCES = 2;

    private final SiteKey key;
    private final double liveBytes;
    private final double liveBlocks;
    private final double allocatedBytes;
    private final double allocations;
    private final double freedBytes;

    /// Bytes and blocks whose owner is gone, then the variances of all seven figures in the order of the constructor;
    /// null when all are 0.
    private final double @Nullable [] rare;

    /// @param key binding and stack
    /// @param liveBytes bytes live now
    /// @param liveBlocks blocks live now
    /// @param allocatedBytes bytes allocated since attach
    /// @param allocations blocks allocated since attach
    /// @param freedBytes bytes given back since attach
    /// @param ownerGoneBytes live bytes whose owner was collected
    /// @param ownerGoneBlocks live blocks whose owner was collected
    public StackTotals(
            SiteKey key,
            Estimate liveBytes,
            Estimate liveBlocks,
            Estimate allocatedBytes,
            Estimate allocations,
            Estimate freedBytes,
            Estimate ownerGoneBytes,
            Estimate ownerGoneBlocks) {
        this.key = key;
        this.liveBytes = liveBytes.value();
        this.liveBlocks = liveBlocks.value();
        this.allocatedBytes = allocatedBytes.value();
        this.allocations = allocations.value();
        this.freedBytes = freedBytes.value();
        boolean plain = liveBytes.exact()
                && liveBlocks.exact()
                && allocatedBytes.exact()
                && allocations.exact()
                && freedBytes.exact()
                && ownerGoneBytes.equals(Estimate.ZERO)
                && ownerGoneBlocks.equals(Estimate.ZERO);
        this.rare = plain
                ? null
                : new double[] {
                    ownerGoneBytes.value(),
                    ownerGoneBlocks.value(),
                    liveBytes.variance(),
                    liveBlocks.variance(),
                    allocatedBytes.variance(),
                    allocations.variance(),
                    freedBytes.variance(),
                    ownerGoneBytes.variance(),
                    ownerGoneBlocks.variance()
                };
    }

    public SiteKey key() {
        return key;
    }

    public Estimate liveBytes() {
        return figure(liveBytes, 0);
    }

    public Estimate liveBlocks() {
        return figure(liveBlocks, 1);
    }

    public Estimate allocatedBytes() {
        return figure(allocatedBytes, 2);
    }

    public Estimate allocations() {
        return figure(allocations, 3);
    }

    public Estimate freedBytes() {
        return figure(freedBytes, 4);
    }

    public Estimate ownerGoneBytes() {
        return figure(rare(OWNER_GONE_BYTES), 5);
    }

    public Estimate ownerGoneBlocks() {
        return figure(rare(OWNER_GONE_BLOCKS), 6);
    }

    private Estimate figure(double value, int place) {
        return new Estimate(value, rare(VARIANCES + place));
    }

    private double rare(int place) {
        return rare == null ? 0 : rare[place];
    }

    /// Adds each figure to a sum, in the order of the constructor, with no object for any: a frame near the root has a
    /// hundred thousand stacks.
    ///
    /// @param values [#FIGURES] sums
    /// @param variances as many
    /// @return bytes live now
    public double addTo(double[] values, double[] variances) {
        values[0] += liveBytes;
        values[1] += liveBlocks;
        values[2] += allocatedBytes;
        values[3] += allocations;
        values[4] += freedBytes;
        if (rare != null) {
            values[5] += rare[OWNER_GONE_BYTES];
            values[6] += rare[OWNER_GONE_BLOCKS];
            for (int figure = 0; figure < FIGURES; figure++) {
                variances[figure] += rare[VARIANCES + figure];
            }
        }
        return liveBytes;
    }

    /// The sums of both, under this one's key.
    public StackTotals plus(StackTotals other) {
        return new StackTotals(
                key,
                liveBytes().plus(other.liveBytes()),
                liveBlocks().plus(other.liveBlocks()),
                allocatedBytes().plus(other.allocatedBytes()),
                allocations().plus(other.allocations()),
                freedBytes().plus(other.freedBytes()),
                ownerGoneBytes().plus(other.ownerGoneBytes()),
                ownerGoneBlocks().plus(other.ownerGoneBlocks()));
    }

    public StackTotals withKey(SiteKey other) {
        return new StackTotals(
                other,
                liveBytes(),
                liveBlocks(),
                allocatedBytes(),
                allocations(),
                freedBytes(),
                ownerGoneBytes(),
                ownerGoneBlocks());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StackTotals totals
                && key.equals(totals.key)
                && liveBytes == totals.liveBytes
                && liveBlocks == totals.liveBlocks
                && allocatedBytes == totals.allocatedBytes
                && allocations == totals.allocations
                && freedBytes == totals.freedBytes
                && Arrays.equals(rare, totals.rare);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, liveBytes, liveBlocks, allocatedBytes, allocations, freedBytes);
    }

    @Override
    public String toString() {
        return key + ": live " + liveBytes() + " in " + liveBlocks() + ", allocated " + allocatedBytes() + " in "
                + allocations() + ", freed " + freedBytes() + ", owner gone " + ownerGoneBytes() + " in "
                + ownerGoneBlocks();
    }
}
