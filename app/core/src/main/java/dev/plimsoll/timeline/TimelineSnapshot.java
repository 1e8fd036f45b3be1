package dev.plimsoll.timeline;

import java.util.List;

/// Everything that has a time axis. Immutable; any thread may read it. Each series holds at most 2,000 points:
/// older ones are thinned by keeping the extremes of each bucket.
///
/// @param start nanoseconds since the epoch of the first event, 0 before one
/// @param end of the last event
/// @param rss resident set size, bytes
/// @param heapUsed bytes
/// @param heapCommitted bytes
/// @param nativeLive live native bytes, one series per binding, by name
/// @param callbacks live callbacks
/// @param cycles GC cycles in order of their start
/// @param memoryLimit bytes of the container's or configured limit, -1 when none is known
/// @param gauges further series by name, for the account book, for example `directBytes` or `metaspaceCommitted`
public record TimelineSnapshot(
        long start,
        long end,
        Series rss,
        Series heapUsed,
        Series heapCommitted,
        List<Series> nativeLive,
        Series callbacks,
        List<Cycle> cycles,
        long memoryLimit,
        List<Series> gauges) {

    /// Without gauges.
    public TimelineSnapshot(
            long start,
            long end,
            Series rss,
            Series heapUsed,
            Series heapCommitted,
            List<Series> nativeLive,
            Series callbacks,
            List<Cycle> cycles,
            long memoryLimit) {
        this(start, end, rss, heapUsed, heapCommitted, nativeLive, callbacks, cycles, memoryLimit, List.of());
    }

    /// What was known at `time`: every series and every cycle that had begun until then. A gauge without a value yet is
    /// left out.
    public TimelineSnapshot until(long time) {
        return new TimelineSnapshot(
                start,
                Math.min(end, time),
                rss.until(time),
                heapUsed.until(time),
                heapCommitted.until(time),
                until(nativeLive, time),
                callbacks.until(time),
                cycles.stream().filter(cycle -> cycle.start() <= time).toList(),
                memoryLimit,
                until(gauges, time));
    }

    private static List<Series> until(List<Series> series, long time) {
        return series.stream()
                .map(each -> each.until(time))
                .filter(each -> each.size() > 0)
                .toList();
    }

    /// The gauge of this name, or an empty series.
    public Series gauge(String name) {
        for (Series gauge : gauges) {
            if (gauge.name().equals(name)) {
                return gauge;
            }
        }
        return new Series(name, "", new long[0], new double[0]);
    }
}
