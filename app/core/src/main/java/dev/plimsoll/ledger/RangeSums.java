package dev.plimsoll.ledger;

/// What happened within a range of time to the blocks of one binding and stack. Bytes and numbers of blocks.
///
/// @param key binding and stack
/// @param allocatedBytes taken within the range
/// @param allocations taken within the range
/// @param liveBytes live at its end, whenever taken
/// @param liveBlocks live at its end, whenever taken
/// @param freedBytes given back within the range, whenever taken
/// @param frees given back within the range, whenever taken
/// @param leakedBytes taken within the range and live at its end
/// @param leakedBlocks taken within the range and live at its end
public record RangeSums(
        SiteKey key,
        Estimate allocatedBytes,
        Estimate allocations,
        Estimate liveBytes,
        Estimate liveBlocks,
        Estimate freedBytes,
        Estimate frees,
        Estimate leakedBytes,
        Estimate leakedBlocks) {

    public Estimate bytes(RangeMetric metric) {
        return switch (metric) {
            case ALLOCATED -> allocatedBytes;
            case LIVE -> liveBytes;
            case FREED -> freedBytes;
            case LEAKED -> leakedBytes;
        };
    }

    public Estimate blocks(RangeMetric metric) {
        return switch (metric) {
            case ALLOCATED -> allocations;
            case LIVE -> liveBlocks;
            case FREED -> frees;
            case LEAKED -> leakedBlocks;
        };
    }
}
