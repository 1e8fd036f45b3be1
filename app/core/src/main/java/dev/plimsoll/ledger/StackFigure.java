package dev.plimsoll.ledger;

/// What is summed by stack.
public enum StackFigure {
    /// Blocks allocated since attach.
    ALLOCATIONS,
    /// Bytes live now.
    LIVE_BYTES,
    /// Blocks live now.
    LIVE_BLOCKS,
    /// Bytes given back since attach.
    FREED_BYTES,
    /// Live blocks whose owner was collected.
    OWNER_GONE_BLOCKS;

    static final int COUNT = values().length;

    public double of(StackTotals totals) {
        return switch (this) {
            case ALLOCATIONS -> totals.allocations().value();
            case LIVE_BYTES -> totals.liveBytes().value();
            case LIVE_BLOCKS -> totals.liveBlocks().value();
            case FREED_BYTES -> totals.freedBytes().value();
            case OWNER_GONE_BLOCKS -> totals.ownerGoneBlocks().value();
        };
    }
}
