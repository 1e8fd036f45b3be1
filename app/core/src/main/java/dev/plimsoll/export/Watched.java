package dev.plimsoll.export;

import dev.plimsoll.finding.Figures;
import dev.plimsoll.session.Coverage;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.MemoryBook;
import dev.plimsoll.timeline.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Which bindings a recording watched, and what was there before it began.
final class Watched {

    private Watched() {}

    /// One line for those that were watched and one for those whose library was not loaded; none when nobody said.
    static List<String> lines(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        add(lines, "watched     ", labels(snapshot, "woven"));
        add(lines, "not loaded  ", labels(snapshot, "absent"));
        return lines;
    }

    /// What no event tells of, in one sentence.
    static String before(Snapshot snapshot) {
        double rss = first(snapshot.timeline().rss());
        double direct = first(snapshot.timeline().gauge("directBytes"));
        // What native memory tracking calls its other memory is what the JDK itself takes for Java code.
        double unsafe = first(snapshot.timeline().gauge(MemoryBook.NMT + "Other"));
        return "Memory taken before the recording began"
                + (rss > 0
                        ? " (" + Figures.bytes(rss) + " were resident then" + part(direct, "in direct buffers")
                                + part(unsafe, "taken through Unsafe, by FFM and for buffers, as the JVM counts it")
                                + ")"
                        : "")
                + ", and memory that libraries take by themselves.";
    }

    private static String part(double bytes, String what) {
        return bytes > 0 ? ", " + Figures.bytes(bytes) + " " + what : "";
    }

    private static void add(List<String> lines, String title, String labels) {
        if (!labels.isEmpty()) {
            lines.add(title + labels);
        }
    }

    private static String labels(Snapshot snapshot, String state) {
        return snapshot.coverage().stream()
                .filter(coverage -> coverage.state().equals(state))
                .map(Coverage::label)
                .collect(Collectors.joining(", "));
    }

    private static double first(Series series) {
        return series.size() == 0 ? Double.NaN : series.values()[0];
    }
}
