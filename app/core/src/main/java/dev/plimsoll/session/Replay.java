package dev.plimsoll.session;

import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.recording.RecordingException;
import dev.plimsoll.recording.RecordingReader;
import dev.plimsoll.recording.chunk.BatchSink;
import dev.plimsoll.recording.chunk.ReadReport;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A recording told again step by step: what somebody would have seen who watched it live.
public final class Replay {

    private Replay() {}

    /// Hands a snapshot with fresh findings to `each` after every `step` of recorded time and at the end, on the
    /// calling thread.
    ///
    /// @param step nanoseconds, above 0
    /// @throws RecordingException when the file is missing, empty, no recording, or may not be read
    public static void of(Path file, long step, Consumer<Snapshot> each) throws RecordingException {
        Logbook logbook = Logbook.forgetting(Subjects.of(file));
        Steps steps = new Steps(logbook, step, each);
        ReadReport read = RecordingReader.read(file, logbook.stacks(), steps);
        if (read.truncated()) {
            logbook.vitals().damaged();
        }
        each.accept(logbook.take(new Phase.Playback()));
    }

    private static final class Steps implements BatchSink {
        private final Logbook logbook;
        private final long step;
        private final Consumer<Snapshot> each;
        private long next;

        Steps(Logbook logbook, long step, Consumer<Snapshot> each) {
            this.logbook = logbook;
            this.step = step;
            this.each = each;
        }

        @Override
        public boolean batch(EventColumns columns, double done) {
            List<NativeEvent> sorted = columns.events();
            int from = 0;
            for (int to = 0; to < sorted.size(); to++) {
                long time = sorted.get(to).time();
                if (next == 0) {
                    next = time + step;
                }
                if (time >= next) {
                    logbook.enter(sorted.subList(from, to));
                    each.accept(logbook.take(new Phase.Playback()));
                    from = to;
                    next = time + step;
                }
            }
            logbook.enter(sorted.subList(from, sorted.size()));
            return true;
        }
    }
}
