package dev.plimsoll.recording;

import static dev.plimsoll.jfr.event.v1.EventNames.FIELD_HEAP_COMMITTED;
import static dev.plimsoll.jfr.event.v1.EventNames.FIELD_HEAP_USED;
import static dev.plimsoll.jfr.event.v1.EventNames.FIELD_RSS;
import static dev.plimsoll.jfr.event.v1.EventNames.FIELD_RSS_FILES;
import static dev.plimsoll.jfr.event.v1.EventNames.RESIDENT_MEMORY;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.recording.chunk.EventFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// From periodic figures to gauges in bytes:
///
/// | gauge | what it is |
/// |---|---|
/// | `directBytes` | capacity of all direct buffers that count against the limit |
/// | `metaspaceUsed`, `metaspaceCommitted` | metaspace with the class space |
/// | `codeCacheUsed`, `codeCacheReserved` | sums over the segments of the code cache |
/// | `heapMax` | the most that the Java heap may become |
/// | `memoryLimit` | the container's limit, left out when there is none |
/// | `physicalMemory` | what the machine has |
/// | `threads` | Java threads alive, a number |
/// | `residentFiles` | of the resident memory, pages of files: libraries, the class archive, mapped files |
/// | `nmt:` and a type | committed by the JVM for itself, where native memory tracking is on |
final class GaugeDecoder {

    /// No cycle: the heap was looked at between two.
    private static final long NO_CYCLE = -1;

    static final Set<String> NAMES = Set.of(
            RESIDENT_MEMORY,
            JdkEvents.DIRECT_BUFFER_STATISTICS,
            JdkEvents.METASPACE_SUMMARY,
            JdkEvents.CODE_CACHE_STATISTICS,
            JdkEvents.GC_HEAP_CONFIGURATION,
            JdkEvents.CONTAINER_CONFIGURATION,
            JdkEvents.PHYSICAL_MEMORY,
            JdkEvents.NATIVE_MEMORY_USAGE,
            JdkEvents.THREAD_STATISTICS);

    private record Segment(long reserved, long used) {}

    private final Map<String, Segment> codeCache = new HashMap<>();

    void decode(String name, EventFields e, long time, Consumer<NativeEvent> into) {
        switch (name) {
            case RESIDENT_MEMORY -> residentMemory(e, time, into);
            case JdkEvents.DIRECT_BUFFER_STATISTICS -> gauge(into, time, "directBytes", e.number("totalCapacity"));
            case JdkEvents.METASPACE_SUMMARY -> {
                gauge(into, time, "metaspaceUsed", e.number("metaspace.used"));
                gauge(into, time, "metaspaceCommitted", e.number("metaspace.committed"));
            }
            case JdkEvents.CODE_CACHE_STATISTICS -> codeCache(e, time, into);
            case JdkEvents.GC_HEAP_CONFIGURATION -> gauge(into, time, "heapMax", e.number("maxSize"));
            case JdkEvents.CONTAINER_CONFIGURATION -> {
                if (e.number("memoryLimit") > 0) {
                    gauge(into, time, "memoryLimit", e.number("memoryLimit"));
                }
            }
            case JdkEvents.PHYSICAL_MEMORY -> gauge(into, time, "physicalMemory", e.number("totalSize"));
            case JdkEvents.NATIVE_MEMORY_USAGE -> gauge(into, time, "nmt:" + e.word("type"), e.number("committed"));
            case JdkEvents.THREAD_STATISTICS -> gauge(into, time, "threads", e.number("activeCount"));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static void residentMemory(EventFields e, long time, Consumer<NativeEvent> into) {
        into.accept(new NativeEvent.ResidentMemory(time, e.number(FIELD_RSS)));
        if (e.has(FIELD_RSS_FILES) && e.number(FIELD_RSS_FILES) >= 0) {
            gauge(into, time, "residentFiles", e.number(FIELD_RSS_FILES));
        }
        if (e.has(FIELD_HEAP_COMMITTED)) {
            into.accept(new NativeEvent.HeapSummary(
                    time, NO_CYCLE, true, e.number(FIELD_HEAP_USED), e.number(FIELD_HEAP_COMMITTED)));
        }
    }

    private void codeCache(EventFields e, long time, Consumer<NativeEvent> into) {
        long reserved = e.number("reservedTopAddress") - e.number("startAddress");
        codeCache.put(
                String.valueOf(e.word("codeBlobType")),
                new Segment(reserved, reserved - e.number("unallocatedCapacity")));
        gauge(
                into,
                time,
                "codeCacheReserved",
                codeCache.values().stream().mapToLong(Segment::reserved).sum());
        gauge(
                into,
                time,
                "codeCacheUsed",
                codeCache.values().stream().mapToLong(Segment::used).sum());
    }

    private static void gauge(Consumer<NativeEvent> into, long time, String name, long value) {
        into.accept(new NativeEvent.Gauge(time, name, value));
    }
}
