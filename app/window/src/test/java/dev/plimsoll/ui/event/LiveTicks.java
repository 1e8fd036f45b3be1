package dev.plimsoll.ui.event;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.ChunkKeeper;
import dev.plimsoll.session.EventFeed;
import java.nio.file.Path;
import java.time.Instant;
import jdk.jfr.Recording;

/// Ticks that this JVM records, from when they are committed to when they are in a chunk.
final class LiveTicks implements AutoCloseable {

    private final Recording recording;
    private final ChunkKeeper chunks;

    private LiveTicks(Recording recording, ChunkKeeper chunks) {
        this.recording = recording;
        this.chunks = chunks;
    }

    static LiveTicks start() throws Exception {
        Instant since = Instant.now();
        Recording recording = new Recording();
        recording.enable(Ticks.Tick.class).withStackTrace();
        recording.enable(Ticks.Alarm.class);
        recording.enable("jdk.JVMInformation");
        recording.start();
        return new LiveTicks(recording, ChunkKeeper.start(Path.of(System.getProperty("jdk.jfr.repository")), since));
    }

    EventFeed feed(String type) {
        return new EventFeed(chunks, type, new StackTable());
    }

    /// Commits the ticks from one number to before another; afterwards they can be read.
    void tick(int from, int to) {
        for (int number = from; number < to; number++) {
            Ticks.tick(number);
        }
        // A recording that starts makes the recorder close its chunk.
        try (Recording other = new Recording()) {
            other.start();
        }
    }

    @Override
    public void close() {
        chunks.close();
        recording.close();
    }
}
