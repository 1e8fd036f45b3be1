package dev.plimsoll.session;

import dev.plimsoll.recording.RecordingException;
import dev.plimsoll.recording.RecordingExcerpt;
import dev.plimsoll.recording.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Recordings that are written from others. Any thread; takes as long as reading them does.
public final class Saved {

    private Saved() {}

    /// What was recovered, for a person: how many chunks, and what could not be had.
    public record Recovered(String sentence) {}

    /// Makes a recording of what a JVM left behind that was killed.
    ///
    /// @param folder its recorder's repository
    /// @param out written over when it exists
    /// @throws IOException with one sentence when there is nothing or `out` cannot be written
    public static Recovered recover(Path folder, Path out) throws IOException {
        try {
            return recovered(Recovery.fromFolder(folder, out));
        } catch (RecordingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// As above, for a process whose repository is where it is by default.
    ///
    /// @throws IOException with one sentence when there is nothing or `out` cannot be written
    public static Recovered recover(long pid, Path out) throws IOException {
        try {
            return recovered(Recovery.ofProcess(pid, out));
        } catch (RecordingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Recovered recovered(Recovery.Recovered recovered) {
        return new Recovered(recovered.chunks()
                + (recovered.chunks() == 1 ? " chunk" : " chunks")
                + (recovered.complete() ? "" : ", up to the last flush"));
    }

    /// Writes a portion of a recording.
    static void write(Path source, Path out, Portion portion) throws IOException {
        try {
            if (portion.equals(Portion.ALL) && isPlain(source)) {
                Files.copy(source, out, StandardCopyOption.REPLACE_EXISTING);
            } else {
                RecordingExcerpt.write(source, out, portion.from(), portion.to(), portion.bindings());
            }
        } catch (RecordingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean isPlain(Path source) {
        return Files.isRegularFile(source) && source.toString().endsWith(".jfr");
    }
}
