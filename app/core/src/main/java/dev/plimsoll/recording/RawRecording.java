package dev.plimsoll.recording;

import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.recording.chunk.RawFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoublePredicate;

/// Events of any type of a recording, plain or packed, or of a folder of recordings of one JVM. One thread at a time.
public final class RawRecording implements AutoCloseable {

    private final PlainFile plain;
    private final RawFile raw;

    private RawRecording(PlainFile plain, RawFile raw) {
        this.plain = plain;
        this.raw = raw;
    }

    /// What is packed is unpacked, until this is closed.
    ///
    /// @throws IOException with one sentence when it cannot be read
    public static RawRecording open(Path file) throws IOException {
        PlainFile plain = plain(file);
        boolean opened = false;
        try {
            RawRecording recording = new RawRecording(plain, RawFile.open(plain.path()));
            opened = true;
            return recording;
        } finally {
            if (!opened) {
                plain.close();
            }
        }
    }

    private static PlainFile plain(Path file) throws IOException {
        try {
            return PlainFile.of(file);
        } catch (RecordingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// As [RawFile#types].
    public List<RawType> types(DoublePredicate goOn) throws IOException {
        return raw.types(goOn);
    }

    /// As [RawFile#rows].
    public RawRows rows(String type, long mostBytes, DoublePredicate goOn) throws IOException {
        return raw.rows(type, mostBytes, goOn);
    }

    @Override
    public void close() throws IOException {
        try {
            raw.close();
        } finally {
            plain.close();
        }
    }
}
