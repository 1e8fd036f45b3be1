package dev.plimsoll.session;

import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.recording.RawRecording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;

/// Events of any type of a recording, read from its file when they are asked for. Takes as long as the disk does: never
/// on a thread that somebody waits for. Stateless; any thread.
///
/// @param file a recording, plain or packed, or a folder of recordings of one JVM
public record EventLog(Path file) {

    /// Share of the heap that one table may take.
    private static final int HEAP_SHARE = 8;

    private static final long LEAST_BYTES = 1 << 25;

    /// Every type that has events, by name.
    ///
    /// @param goOn takes the share that was done, 0..1; false ends it
    /// @throws IOException with one sentence when the file cannot be read
    /// @throws CancellationException when `goOn` said no
    public List<RawType> types(DoublePredicate goOn) throws IOException {
        try (RawRecording raw = RawRecording.open(file)) {
            return raw.types(goOn);
        }
    }

    /// All events of one type, as many as an eighth of the heap holds.
    ///
    /// @throws IOException with one sentence when the file cannot be read
    /// @throws CancellationException when `goOn` said no
    public RawRows rows(String type, DoublePredicate goOn) throws IOException {
        try (RawRecording raw = RawRecording.open(file)) {
            return raw.rows(type, mostBytes(), goOn);
        }
    }

    /// Bytes of columns that are kept of one type.
    private static long mostBytes() {
        return Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }
}
