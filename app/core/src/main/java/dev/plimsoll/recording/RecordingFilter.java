package dev.plimsoll.recording;

import static dev.plimsoll.jfr.event.v1.EventNames.*;

import dev.plimsoll.recording.chunk.ChunkTexts;
import dev.plimsoll.recording.chunk.MalformedChunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Copies of recordings with some of their events. The JDK writes them, so that constants which no event names any
/// more are gone too.
public final class RecordingFilter {

    private static final String OURS = "plimsoll.";

    private RecordingFilter() {}

    /// An event of the contract on its way into the copy.
    ///
    /// @param name of its type
    /// @param time nanoseconds since the epoch
    /// @param address of its block, 0 when it has none
    public record Passing(String name, long time, long address) {

        /// Whether a block begins with it.
        public boolean begins() {
            return name.equals(NATIVE_ALLOCATION) || name.equals(UNTRACED_ALLOCATION);
        }

        /// Whether a block ends with it.
        public boolean ends() {
            return name.equals(NATIVE_FREE);
        }

        /// Whether it sums up what other events tell one by one.
        public boolean counts() {
            return name.equals(BINDING_TOTALS);
        }
    }

    /// Copies what Plimsoll reads: the JDK's events among it, and those of the contract that `keep` accepts. A file
    /// at `to` is written over.
    ///
    /// @param commandLine whether the program's command line stays, and what holds its objects
    /// @throws IOException when `from` cannot be read to its end, or `to` not be written
    public static void copy(Path from, Path to, boolean commandLine, Predicate<Passing> keep) throws IOException {
        Set<String> read = new TreeSet<>(EventDecoder.names());
        if (!commandLine) {
            read.remove(JdkEvents.JVM_INFORMATION);
            // Says in the JVM's words which classes and fields of the program hold what.
            read.remove(JdkEvents.OLD_OBJECT_SAMPLE);
        }
        try (RecordingFile recording = new RecordingFile(from)) {
            recording.write(to, event -> {
                String name = event.getEventType().getName();
                return name.startsWith(OURS) ? keep.test(passing(name, event)) : read.contains(name);
            });
        }
    }

    /// Takes the program's own names out of a recording, in place. The copy must be without the command line.
    ///
    /// @throws IOException when it cannot be read or written
    public static void anonymise(Path recording) throws IOException {
        NameMask mask = NameMask.of(recording);
        try {
            Files.write(recording, ChunkTexts.replace(Files.readAllBytes(recording), mask));
        } catch (MalformedChunk | OutOfMemoryError e) {
            throw new IOException(recording + " has a form in which names cannot be replaced: " + e.getMessage(), e);
        }
    }

    private static Passing passing(String name, RecordedEvent event) {
        Instant start = event.getStartTime();
        long time = start.getEpochSecond() * 1_000_000_000L + start.getNano();
        return new Passing(name, time, event.hasField(FIELD_ADDRESS) ? event.getLong(FIELD_ADDRESS) : 0);
    }
}
