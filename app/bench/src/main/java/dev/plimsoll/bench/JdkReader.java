package dev.plimsoll.bench;

import java.nio.file.Path;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/// The JDK's reader; of each event its stack is looked at.
final class JdkReader implements ReaderRun.Reader {

    @Override
    public long read(Path file, Runnable picture) throws Exception {
        long events = 0;
        long frames = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                frames += stack == null ? 0 : stack.getFrames().size();
                events++;
            }
        }
        if (frames < events) {
            throw new IllegalStateException(frames + " frames");
        }
        return events;
    }
}
