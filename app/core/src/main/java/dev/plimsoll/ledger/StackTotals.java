package dev.plimsoll.ledger;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sums over all blocks that one stack allocated through one binding. Immutable; 80 bytes where nothing was estimated,
/// since there is one for each stack and a new one whenever a block of it comes or goes.
public final class StackTotals {

    private final SiteKey key;
    private final double liveBytes;
    private final double liveBlocks;
    private final double allocatedBytes;
    private final double allocations;
    private final double freedBytes;
    private final double ownerGoneBytes;
    private final double ownerGoneBlocks;

    /// In the order of the figures above, or null when all are 0.
    private final double @Nullable [] variances;

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
        this.ownerGoneBytes = ownerGoneBytes.value();
        this.ownerGoneBlocks = ownerGoneBlocks.value();
        boolean exact = liveBytes.exact()
                && liveBlocks.exact()
                && allocatedBytes.exact()
                && allocations.exact()
                && freedBytes.exact()
                && ownerGoneBytes.exact()
                && ownerGoneBlocks.exact();
        this.variances = exact
                ? null
                : new double[] {
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
        return figure(ownerGoneBytes, 5);
    }

    public Estimate ownerGoneBlocks() {
        return figure(ownerGoneBlocks, 6);
    }

    private Estimate figure(double value, int place) {
        return new Estimate(value, variances == null ? 0 : variances[place]);
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
                && ownerGoneBytes == totals.ownerGoneBytes
                && ownerGoneBlocks == totals.ownerGoneBlocks
                && Arrays.equals(variances, totals.variances);
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
