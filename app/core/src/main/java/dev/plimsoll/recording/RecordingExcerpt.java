package dev.plimsoll.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Writes a part of a recording as a recording, through the JDK's own writer.
public final class RecordingExcerpt {

    /// What a recording says of its JVM once, and what nothing in it could be understood without.
    private static final Set<String> ALWAYS = Set.of(
            JdkEvents.JVM_INFORMATION,
            JdkEvents.GC_CONFIGURATION,
            JdkEvents.GC_HEAP_CONFIGURATION,
            JdkEvents.CONTAINER_CONFIGURATION,
            "jdk.OSInformation",
            "jdk.CPUInformation",
            "plimsoll.BindingCoverage");

    private static final String BINDING = "binding";

    private RecordingExcerpt() {}

    /// Keeps the events that overlap a range and are of one of the bindings, and what tells of the JVM itself.
    ///
    /// @param source a recording, plain or packed
    /// @param out written over when it exists
    /// @param from nanoseconds since the epoch
    /// @param to nanoseconds since the epoch
    /// @param bindings empty for all; events that have no binding are kept in any case
    /// @throws RecordingException when `source` cannot be read
    /// @throws IOException when `out` cannot be written
    public static void write(Path source, Path out, long from, long to, Set<String> bindings)
            throws RecordingException, IOException {
        Instant first = instant(from);
        Instant last = instant(to);
        Predicate<RecordedEvent> kept =
                event -> ALWAYS.contains(event.getEventType().getName())
                        || (!event.getStartTime().isAfter(last)
                                && !event.getEndTime().isBefore(first)
                                && (bindings.isEmpty()
                                        || !event.hasField(BINDING)
                                        || bindings.contains(String.valueOf(event.<Object>getValue(BINDING)))));
        try (PlainFile plain = PlainFile.of(source);
                RecordingFile recording = new RecordingFile(plain.path())) {
            recording.write(out, kept);
        }
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
