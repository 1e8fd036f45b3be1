package dev.plimsoll.ledger;

/// What of a range of time is asked for.
public enum RangeMetric {
    /// Taken within the range.
    ALLOCATED,
    /// Live at its end, whenever taken.
    LIVE,
    /// Given back within the range, whenever taken.
    FREED,
    /// Taken within the range and live at its end.
    LEAKED
}
