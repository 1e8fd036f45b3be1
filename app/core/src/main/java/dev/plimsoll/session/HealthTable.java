package dev.plimsoll.session;

import dev.plimsoll.finding.Figures;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.MemoryBook;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.List;

/// Each metric with its healthy range, its present value, and what can be done when it is outside. Pure.
///
/// @param rows in a fixed order
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
    /// @param healthy the range, as it is written
    /// @param action what to do when it is outside
    public record Row(String metric, String value, String healthy, State state, String action) {}

    public static HealthTable of(Snapshot snapshot) {
        TimelineSnapshot timeline = snapshot.timeline();
        double span = Math.max(1, timeline.end() - timeline.start());
        MemoryBook book = MemoryBook.of(timeline);
        double rss = book.rss();
        List<Row> rows = new ArrayList<>();
        long allocations = 0;
        for (BindingSums sums : snapshot.ledger().bindings()) {
            allocations += sums.allocations();
        }
        rows.add(row(
                "native allocations a second",
                allocations / span * SECOND,
                500,
                Format.COUNT,
                "open the flame graph of allocations"));
        double orphaned = 0;
        for (StackTotals totals : snapshot.ledger().stacks()) {
            orphaned += totals.ownerGoneBytes().value();
        }
        rows.add(row("native memory without an owner", orphaned, 0, Format.BYTES, "open the first finding"));
        rows.add(row(
                "live callbacks",
                snapshot.ledger().callbacksLive(),
                10_000,
                Format.COUNT,
                "open the callbacks, oldest first"));
        rows.add(row(
                "resident memory of the limit",
                timeline.memoryLimit() > 0 ? rss / timeline.memoryLimit() : Double.NaN,
                0.9,
                Format.SHARE,
                "raise the limit or lower -Xmx"));
        rows.add(row(
                "unexplained of resident memory",
                book.rest().size() == 0 ? Double.NaN : Math.max(0, book.rest().last()) / rss,
                0.5,
                Format.SHARE,
                "start with -XX:NativeMemoryTracking=summary"));
        rows.add(row("longest GC pause", longestPause(timeline), 200e6, Format.TIME, "open the GC page"));
        rows.add(row(
                "native memory stuck behind a Cleaner",
                timeline.cycles().isEmpty()
                        ? Double.NaN
                        : timeline.cycles().getLast().stuckBytes(),
                0,
                Format.BYTES,
                "open the last GC cycle"));
        rows.add(
                row("events lost", snapshot.health().eventsLost(), 0, Format.COUNT, "record with a larger --interval"));
        rows.add(row(
                "cost of the agent, of one core",
                snapshot.health().overheadPercent() * PERCENT,
                0.01,
                Format.SHARE,
                "record with a larger --interval"));
        rows.add(row(
                "faults in the agent's hooks",
                snapshot.health().agentErrors(),
                0,
                Format.COUNT,
                "report them, with this recording"));
        return new HealthTable(List.copyOf(rows));
    }

    private static double longestPause(TimelineSnapshot timeline) {
        return timeline.cycles().stream().mapToDouble(Cycle::longestPause).max().orElse(Double.NaN);
    }

    private enum Format {
        COUNT,
        BYTES,
        SHARE,
        TIME;

        String write(double value) {
            return switch (this) {
                case COUNT -> Figures.count(value);
                case BYTES -> Figures.bytes(value);
                case SHARE -> Figures.percent(value);
                case TIME -> Figures.duration(value);
            };
        }
    }

    private static Row row(String metric, double value, double most, Format format, String action) {
        String healthy = most == 0 ? "none" : "at most " + format.write(most);
        if (Double.isNaN(value)) {
            return new Row(metric, "not recorded", healthy, State.UNKNOWN, "");
        }
        boolean outside = value > most;
        return new Row(
                metric, format.write(value), healthy, outside ? State.OUTSIDE : State.HEALTHY, outside ? action : "");
    }
}
