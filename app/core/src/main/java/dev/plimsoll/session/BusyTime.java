package dev.plimsoll.session;

import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.Timeline;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.Optional;
import java.util.OptionalDouble;

/// A stretch of time without a break in which the bindings made more blocks a second than is healthy. Pure.
///
/// @param from nanoseconds since the epoch
/// @param to nanoseconds since the epoch, after `from`
/// @param allocations blocks made in it, by the bindings' own counters
public record BusyTime(long from, long to, double allocations) {

    private static final double SECOND = 1e9;
    private static final long LATELY = 10_000_000_000L;

    /// How many blocks a second the bindings have made in the last ten seconds, by their own counters; empty when those
    /// told less than a second's worth.
    public static OptionalDouble lately(TimelineSnapshot timeline) {
        Series made = timeline.gauge(Timeline.MADE);
        if (made.size() == 0) {
            return OptionalDouble.empty();
        }
        long last = made.times()[made.size() - 1];
        long first = Math.max(made.times()[0], last - LATELY);
        return last - first < SECOND
                ? OptionalDouble.empty()
                : OptionalDouble.of((made.last() - made.at(first)) * SECOND / (last - first));
    }

    /// The stretch that made most blocks; empty when the bindings were never faster than that.
    ///
    /// @param most healthy blocks a second
    public static Optional<BusyTime> busiest(TimelineSnapshot timeline, double most) {
        Series made = timeline.gauge(Timeline.MADE);
        BusyTime best = null;
        BusyTime now = null;
        // Bindings report one after the other within microseconds: a rate is of a second at least.
        int since = 0;
        for (int i = 1; i < made.size(); i++) {
            long nanos = made.times()[i] - made.times()[since];
            if (nanos < SECOND) {
                continue;
            }
            double more = made.values()[i] - made.values()[since];
            if (more * SECOND <= most * nanos) {
                now = null;
            } else {
                now = now == null
                        ? new BusyTime(made.times()[since], made.times()[i], more)
                        : new BusyTime(now.from, made.times()[i], now.allocations + more);
                best = best == null || now.allocations > best.allocations ? now : best;
            }
            since = i;
        }
        return Optional.ofNullable(best);
    }
}
