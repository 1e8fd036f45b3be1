package dev.plimsoll.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where the resident memory went: heap as committed, what the JVM says of itself, live native bytes by binding, and
/// the rest. Parts and rest add up to the resident set at every time; the rest is below zero when committed pages were
/// never touched, and begins when the resident set and the heap are both known, if the heap ever is. Pure.
///
/// @param resident resident set, bytes
/// @param parts each in bytes, largest owner first: heap, metaspace, code, then bindings by name
/// @param rest `resident` less all parts
/// @param heapKnown whether the heap is among the parts: without it the rest is heap and all else
public record MemoryBook(Series resident, List<Part> parts, Series rest, boolean heapKnown) {

    /// Gauge: what the C library keeps of freed memory, bytes; told when somebody asks for it.
    public static final String ALLOCATOR_FREE = "allocatorFree";

    /// Name of the part for direct buffers where only the JDK tells of them.
    public static final String DIRECT = "direct buffers";

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
        // Whoever records no blocks still knows their sum; with blocks it would count them twice.
        if (timeline.nativeLive().stream().allMatch(series -> series.size() == 0)) {
            add(parts, DIRECT, timeline.gauge("directBytes"), false);
        }
        add(parts, "kept by the allocator", timeline.gauge(ALLOCATOR_FREE), false);
        Series heap = timeline.heapCommitted();
        boolean heapKnown = heap.size() > 0;
        long from = Math.max(first(timeline.rss()), first(heap));
        return new MemoryBook(timeline.rss(), List.copyOf(parts), rest(timeline.rss(), parts, from), heapKnown);
    }

    /// What no part explains, bytes: at least this, since what is not resident hides as much. Empty when the heap is
    /// not
    /// known.
    public Series unexplained() {
        return heapKnown ? clipped("unexplained", 0, Double.MAX_VALUE) : none("");
    }

    /// What is committed and was never touched, in bytes below zero: at least this. Empty when the heap is not known.
    public Series untouched() {
        return heapKnown ? clipped("untouched", -Double.MAX_VALUE, 0) : none("");
    }

    private Series clipped(String name, double least, double most) {
        double[] values = Arrays.stream(rest.values())
                .map(value -> Math.clamp(value, least, most))
                .toArray();
        return new Series(name, rest.unit(), rest.times(), values);
    }

    private static Series none(String name) {
        return new Series(name, "bytes", new long[0], new double[0]);
    }

    private static long first(Series series) {
        return series.size() == 0 ? Long.MIN_VALUE : series.times()[0];
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
    private static Series rest(Series rss, List<Part> parts, long from) {
        if (rss.size() == 0) {
            return none("rest");
        }
        long[] all = Stream.concat(Stream.of(rss), parts.stream().map(Part::series))
                .flatMapToLong(series -> Arrays.stream(series.times()))
                .filter(time -> time >= from)
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
