package dev.plimsoll.ui;

/// A part of the time axis, both ends included.
///
/// @param from nanoseconds since the epoch
/// @param to nanoseconds since the epoch, not before `from`
public record TimeRange(long from, long to) {

    public TimeRange {
        if (to < from) {
            throw new IllegalArgumentException(
                    "A range ends at or after its start, not " + (from - to) + " ns before.");
        }
    }

    /// Nanoseconds.
    public long length() {
        return to - from;
    }

    public boolean contains(long time) {
        return from <= time && time <= to;
    }
}
