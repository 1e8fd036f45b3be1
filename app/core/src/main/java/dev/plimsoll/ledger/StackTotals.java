package dev.plimsoll.ledger;

/// Sums over all blocks that one stack allocated through one binding.
///
/// @param key binding and stack
/// @param liveBytes bytes live now
/// @param liveBlocks blocks live now
/// @param allocatedBytes bytes allocated since attach
/// @param allocations blocks allocated since attach
/// @param freedBytes bytes given back since attach
/// @param ownerGoneBytes live bytes whose owner was collected
/// @param ownerGoneBlocks live blocks whose owner was collected
public record StackTotals(
        SiteKey key,
        Estimate liveBytes,
        Estimate liveBlocks,
        Estimate allocatedBytes,
        Estimate allocations,
        Estimate freedBytes,
        Estimate ownerGoneBytes,
        Estimate ownerGoneBlocks) {
    /// The sums of both, under this one's key.
    public StackTotals plus(StackTotals other) {
        return new StackTotals(
                key,
                liveBytes.plus(other.liveBytes),
                liveBlocks.plus(other.liveBlocks),
                allocatedBytes.plus(other.allocatedBytes),
                allocations.plus(other.allocations),
                freedBytes.plus(other.freedBytes),
                ownerGoneBytes.plus(other.ownerGoneBytes),
                ownerGoneBlocks.plus(other.ownerGoneBlocks));
    }

    public StackTotals withKey(SiteKey other) {
        return new StackTotals(
                other, liveBytes, liveBlocks, allocatedBytes, allocations, freedBytes, ownerGoneBytes, ownerGoneBlocks);
    }
}
