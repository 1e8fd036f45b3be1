package dev.plimsoll.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where the resident memory went: heap as committed, what the JVM says of itself, live native bytes by binding, and
/// the rest. Parts and rest add up to the resident set at every time; the rest is below zero when committed pages were
/// never touched. Pure.
///
/// @param resident resident set, bytes
/// @param parts each in bytes, largest owner first: heap, metaspace, code, then bindings by name
/// @param rest `resident` less all parts
public record MemoryBook(Series resident, List<Part> parts, Series rest) {

    /// Gauge: what the C library keeps of freed memory, bytes; told when somebody asks for it.
    public static final String ALLOCATOR_FREE = "allocatorFree";

    /// Start of the name of a gauge: what the JVM has committed for a part of itself, bytes.
    public static final String NMT = "nmt:";

    /// Start of the name of a part that native memory tracking told.
    public static final String TRACKED = "JVM: ";

    private static final int POINTS = 2_000;

    /// What the JVM says of itself, by gauge.
    private static final List<String[]> OF_THE_JVM =
            List.of(new String[] {"metaspace", "metaspaceCommitted"}, new String[] {"code", "codeCacheUsed"});

    /// What native memory tracking calls parts that stand here by themselves: its `Other` are the bindings' blocks.
    private static final Set<String> COUNTED =
            Set.of("Java Heap", "Class", "Metaspace", "Shared class space", "Code", "Other", "Unknown");

    /// One part.
    ///
    /// @param name as in the report: `heap`, `metaspace`, `code`, or a binding
    /// @param binding whether it is one
    public record Part(String name, Series series, boolean binding) {}

    public static MemoryBook of(TimelineSnapshot timeline) {
        List<Part> parts = new ArrayList<>();
        add(parts, "heap", timeline.heapCommitted(), false);
        OF_THE_JVM.forEach(part -> add(parts, part[0], timeline.gauge(part[1]), false));
        Series files = timeline.gauge("residentFiles");
        add(parts, "files and libraries", files, false);
        for (Series gauge : timeline.gauges()) {
            if (gauge.name().startsWith(NMT) && !COUNTED.contains(gauge.name().substring(NMT.length()))) {
                add(parts, TRACKED + gauge.name().substring(NMT.length()), gauge, false);
            }
        }
        for (Series series : timeline.nativeLive()) {
            // Of a mapped file what was touched is among the resident pages of files.
            if (!series.name().equals("mapped") || files.size() == 0) {
                add(parts, series.name(), series, true);
            }
        }
        add(parts, "kept by the allocator", timeline.gauge(ALLOCATOR_FREE), false);
        return new MemoryBook(timeline.rss(), List.copyOf(parts), rest(timeline.rss(), parts));
    }

    private static void add(List<Part> parts, String name, Series series, boolean binding) {
        if (series.size() > 0) {
            parts.add(new Part(name, series, binding));
        }
    }

    /// Bytes at the end, NaN when nobody measured.
    public double rss() {
        return resident.last();
    }

    /// At every time at which the resident set or a part changes: between two the sum would leave it.
    private static Series rest(Series rss, List<Part> parts) {
        if (rss.size() == 0) {
            return new Series("rest", "bytes", new long[0], new double[0]);
        }
        long[] all = Stream.concat(Stream.of(rss), parts.stream().map(Part::series))
                .flatMapToLong(series -> Arrays.stream(series.times()))
                .filter(time -> time >= rss.times()[0])
                .sorted()
                .distinct()
                .toArray();
        int size = Math.min(all.length, POINTS);
        long[] times = new long[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = size == 1 ? all[0] : all[(int) ((long) i * (all.length - 1) / (size - 1))];
            values[i] = rss.at(times[i]);
            for (Part part : parts) {
                double value = part.series().at(times[i]);
                values[i] -= Double.isNaN(value) ? 0 : value;
            }
        }
        return new Series("rest", "bytes", times, values);
    }
}
