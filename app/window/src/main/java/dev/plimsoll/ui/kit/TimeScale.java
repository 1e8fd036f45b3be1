package dev.plimsoll.ui.kit;

import java.time.Instant;
import java.time.ZoneId;

/// Where a time lies on an axis, and which times get a label. Times in nanoseconds since the epoch.
///
/// @param from time at x = 0
/// @param to time at x = width, after `from`
/// @param width logical pixels
public record TimeScale(long from, long to, double width) {

    private static final long SECOND = 1_000_000_000L;
    private static final long[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200};

    public double x(long time) {
        return (double) (time - from) / (to - from) * width;
    }

    public long time(double x) {
        return from + Math.round(x / width * (to - from));
    }

    /// Nanoseconds between labels that are at least `room` pixels apart: a round step.
    public long step(double room) {
        double perPixel = (to - from) / Math.max(1, width);
        for (long step : STEPS) {
            if (step * SECOND / perPixel >= room) {
                return step * SECOND;
            }
        }
        return 86_400 * SECOND;
    }

    /// The first round time at or after `from`, round in local time.
    public long first(long step) {
        long offset = ZoneId.systemDefault()
                        .getRules()
                        .getOffset(Instant.ofEpochSecond(from / SECOND))
                        .getTotalSeconds()
                * SECOND;
        return Math.ceilDiv(from + offset, step) * step - offset;
    }
}
