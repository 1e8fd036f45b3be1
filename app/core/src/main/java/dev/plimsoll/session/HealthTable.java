package dev.plimsoll.session;

import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.MemoryBook;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.List;
import java.util.stream.Stream;

/// Each metric with its healthy range, its present value, and what can be done when it is outside. Pure.
///
/// @param rows in the order of the metrics
public record HealthTable(List<Row> rows) {

    private static final double SECOND = 1e9;
    private static final double PERCENT = 0.01;

    /// How a value stands to its range.
    public enum State {
        HEALTHY,
        OUTSIDE,
        /// Nobody measured it.
        UNKNOWN
    }

    /// @param metric what it is
    /// @param value as it is written, or `not recorded`
    /// @param most the largest healthy value
    public record Row(HealthMetric metric, String value, double most, State state) {

        /// The range in words.
        public String healthy() {
            return most == 0 ? "none" : "at most " + metric.write(most);
        }

        /// What to do, the empty string when it is not outside.
        public String action() {
            return state == State.OUTSIDE ? metric.action() : "";
        }
    }

    /// With the ranges that Plimsoll comes with.
    public static HealthTable of(Snapshot snapshot) {
        return of(snapshot, HealthRanges.DEFAULT);
    }

    public static HealthTable of(Snapshot snapshot, HealthRanges ranges) {
        return new HealthTable(Stream.of(HealthMetric.values())
                .map(metric -> row(metric, value(metric, snapshot), ranges.most(metric)))
                .toList());
    }

    private static Row row(HealthMetric metric, double value, double most) {
        if (Double.isNaN(value)) {
            return new Row(metric, "not recorded", most, State.UNKNOWN);
        }
        return new Row(metric, metric.write(value), most, value > most ? State.OUTSIDE : State.HEALTHY);
    }

    /// Allocations a second over all that was recorded.
    private static double mean(Snapshot snapshot) {
        TimelineSnapshot timeline = snapshot.timeline();
        return snapshot.ledger().bindings().stream()
                        .mapToLong(BindingSums::allocations)
                        .sum()
                / Math.max(1, (double) (timeline.end() - timeline.start()))
                * SECOND;
    }

    /// NaN when nobody measured it.
    private static double value(HealthMetric metric, Snapshot snapshot) {
        TimelineSnapshot timeline = snapshot.timeline();
        double rss = timeline.rss().last();
        return switch (metric) {
            case ALLOCATIONS -> BusyTime.lately(timeline).orElseGet(() -> mean(snapshot));
            case ORPHANED ->
                snapshot.ledger().stacks().stream()
                        .map(StackTotals::ownerGoneBytes)
                        .mapToDouble(Estimate::value)
                        .sum();
            case CALLBACKS -> snapshot.ledger().callbacksLive();
            case LIMIT -> timeline.memoryLimit() > 0 ? rss / timeline.memoryLimit() : Double.NaN;
            case UNEXPLAINED -> MemoryBook.of(timeline).unexplained().last() / rss;
            case ALLOCATOR -> timeline.gauge(MemoryBook.ALLOCATOR_FREE).last() / rss;
            case PAUSE ->
                timeline.cycles().stream()
                        .mapToDouble(Cycle::longestPause)
                        .max()
                        .orElse(Double.NaN);
            case STUCK ->
                timeline.cycles().isEmpty()
                        ? Double.NaN
                        : timeline.cycles().getLast().stuckBytes();
            case ERROR -> {
                Estimate live = snapshot.ledger().liveBytes();
                yield live.value() == 0 ? Double.NaN : live.margin() / live.value();
            }
            case LOST -> snapshot.health().eventsLost();
            case COST -> snapshot.health().overheadPercent() * PERCENT;
            case FAULTS -> snapshot.health().agentErrors();
        };
    }
}
