package dev.plimsoll.recording;

import dev.plimsoll.jfr.event.v1.EventNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Who gave one block back. Stacks of frees are recorded under `--strict` only, and for one question nobody wants to
/// read them all.
public final class FreeingStack {

    private FreeingStack() {}

    /// Frames as `pkg.Class.method:line`, innermost first; empty when none was recorded. One pass over the recording.
    ///
    /// @param address of the block
    /// @param time of the free, nanoseconds since 1970
    /// @throws IOException when the recording cannot be read up to there
    public static List<String> of(Path recording, long address, long time) throws IOException {
        Instant when = Instant.ofEpochSecond(Math.floorDiv(time, 1_000_000_000L), Math.floorMod(time, 1_000_000_000L));
        try (PlainFile plain = PlainFile.of(recording);
                RecordingFile events = new RecordingFile(plain.path())) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(EventNames.NATIVE_FREE)
                        && event.getStartTime().equals(when)
                        && event.getLong(EventNames.FIELD_ADDRESS) == address) {
                    return event.getStackTrace() == null
                            ? List.of()
                            : event.getStackTrace().getFrames().stream()
                                    .filter(RecordedFrame::isJavaFrame)
                                    .map(FreeingStack::label)
                                    .toList();
                }
            }
            return List.of();
        } catch (RecordingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String label(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName() + ":" + frame.getLineNumber();
    }
}
