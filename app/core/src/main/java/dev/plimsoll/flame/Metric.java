package dev.plimsoll.flame;

/// What the width of a frame means.
public enum Metric {
    LIVE_BYTES,
    LIVE_BLOCKS,
    ALLOCATED_BYTES,
    ALLOCATIONS,
    FREED_BYTES,
    OWNER_GONE_BYTES,
    CALLBACKS,
    /// Native bytes whose owner died in one chosen GC cycle.
    DIED_IN_CYCLE;

    /// Whether values are bytes; else counts.
    public boolean bytes() {
        return switch (this) {
            case LIVE_BYTES, ALLOCATED_BYTES, FREED_BYTES, OWNER_GONE_BYTES, DIED_IN_CYCLE -> true;
            case LIVE_BLOCKS, ALLOCATIONS, CALLBACKS -> false;
        };
    }
}
