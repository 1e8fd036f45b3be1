package dev.plimsoll.session;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.recording.RecordingException;
import dev.plimsoll.recording.RecordingReader;
import dev.plimsoll.target.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A recording being looked at. It is read on the session's thread, with its progress in the snapshots' phase.
public final class PlaybackSession implements Session {

    private static final long BETWEEN_SNAPSHOTS = 100_000_000L;

    private final Path file;
    private final Logbook logbook;
    private final Bulletin bulletin;
    private volatile boolean closed;

    private PlaybackSession(Path file) {
        this.file = file;
        this.logbook = new Logbook(Subjects.of(file));
        this.bulletin = new Bulletin(logbook.take(opening(0)));
    }

    /// Begins to read `file`; what is wrong with it comes as [Phase.Failed].
    public static PlaybackSession open(Path file) {
        PlaybackSession session = new PlaybackSession(file);
        Thread.ofPlatform().daemon().name("plimsoll-session").start(session::read);
        return session;
    }

    private static Phase opening(double done) {
        return new Phase.Opening("reading the recording", done);
    }

    private void read() {
        try {
            RecordingReader.Read read = RecordingReader.read(file, logbook.stacks(), new Progress());
            if (read.truncated() && read.events() == 0) {
                throw new RecordingException(file + " is damaged, nothing in it can be read; record again.");
            }
            if (read.truncated()) {
                logbook.vitals().damaged();
            }
            bulletin.publish(logbook.take(new Phase.Playback()));
        } catch (RecordingException e) {
            bulletin.publish(logbook.take(new Phase.Failed(String.valueOf(e.getMessage()))));
        } catch (OutOfMemoryError e) {
            bulletin.publish(logbook.take(new Phase.Failed(file
                    + " needs more memory than Plimsoll was given; start it with JAVA_TOOL_OPTIONS=-Xmx4g or more.")));
        } catch (RuntimeException failure) {
            // Otherwise it would seem to be reading for ever.
            bulletin.publish(
                    logbook.take(new Phase.Failed("Plimsoll failed while it read " + file + " (" + failure + ").")));
        }
    }

    private final class Progress implements RecordingReader.Sink {

        private long published = System.nanoTime();

        @Override
        public void batch(List<NativeEvent> sorted) {
            logbook.enter(sorted);
        }

        @Override
        public boolean goOn(double done) {
            long now = System.nanoTime();
            if (now - published >= BETWEEN_SNAPSHOTS) {
                published = now;
                bulletin.publish(logbook.take(opening(done)));
            }
            return !closed;
        }
    }

    @Override
    public Snapshot snapshot() {
        return bulletin.shown();
    }

    @Override
    public Subscription onSnapshot(Consumer<Snapshot> listener) {
        return bulletin.subscribe(listener);
    }

    @Override
    public void freeze(boolean frozen) {}

    @Override
    public boolean frozen() {
        return false;
    }

    @Override
    public long eventsWaiting() {
        return 0;
    }

    @Override
    public void sampling(Sampling sampling) {}

    @Override
    public void detach() {}

    @Override
    public void close() {
        closed = true;
    }
}
