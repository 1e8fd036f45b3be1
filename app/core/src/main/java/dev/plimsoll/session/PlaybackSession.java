package dev.plimsoll.session;

import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.ledger.Past;
import dev.plimsoll.recording.Contents;
import dev.plimsoll.recording.RecordingException;
import dev.plimsoll.recording.RecordingReader;
import dev.plimsoll.recording.chunk.BatchSink;
import dev.plimsoll.recording.chunk.ReadReport;
import dev.plimsoll.target.Sampling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A recording being looked at. It is read on the session's thread, with its progress in the snapshots' phase: the
/// first picture comes with the first batch and is refined from there. Once it was read it can be played.
public final class PlaybackSession implements Session {

    private static final long BETWEEN_SNAPSHOTS = 100_000_000L;

    private final Path file;
    private final Logbook logbook;
    private final Bulletin bulletin;
    private volatile @Nullable Film film;
    private volatile boolean closed;
    private volatile boolean deletes;

    private PlaybackSession(Path file) {
        this.file = file;
        this.logbook = Logbook.remembering(Subjects.of(file));
        this.bulletin = new Bulletin(logbook.take(opening(0)));
    }

    /// Begins to read `file`; what is wrong with it comes as [Phase.Failed].
    public static PlaybackSession open(Path file) {
        PlaybackSession session = new PlaybackSession(file);
        Subject subject = session.logbook.subject();
        Thread.ofPlatform().daemon().name("plimsoll-rehearsal").start(() -> Logbook.rehearse(subject));
        Thread.ofPlatform().daemon().name("plimsoll-session").start(session::read);
        return session;
    }

    /// As above; the file goes with the session.
    static PlaybackSession openThenDelete(Path file) {
        PlaybackSession session = open(file);
        session.deletes = true;
        return session;
    }

    private static Phase opening(double done) {
        return new Phase.Opening("reading the recording", done);
    }

    private void read() {
        try {
            ReadReport report = RecordingReader.read(file, logbook.stacks(), new Progress());
            if (report.truncated() && report.events() == 0) {
                throw new RecordingException(file + " is damaged, nothing in it can be read; record again.");
            }
            if (!closed) {
                finish(report);
            }
        } catch (RecordingException e) {
            bulletin.publish(logbook.take(new Phase.Failed(String.valueOf(e.getMessage()))));
        } catch (OutOfMemoryError e) {
            bulletin.publish(logbook.take(new Phase.Failed(file
                    + " needs more memory than Plimsoll was given; start it with JAVA_TOOL_OPTIONS=-Xmx4g or more.")));
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            // Otherwise it would seem to be reading for ever.
            bulletin.publish(
                    logbook.take(new Phase.Failed("Plimsoll failed while it read " + file + " (" + failure + ").")));
        }
    }

    /// The transport is there before whoever waits for the end of the reading hears of it.
    private void finish(ReadReport report) {
        List<String> remarks = new ArrayList<>();
        if (report.problem() != null) {
            logbook.vitals().damaged();
            remarks.add(report.problem());
        }
        remarks.addAll(Contents.missing(report));
        Snapshot last = logbook.take(new Phase.Playback(remarks, Contents.noAllocations(report)));
        Past past = logbook.past();
        Film ready = new Film(new Rewind(past, logbook.marks(), last), bulletin::publish, System::nanoTime);
        film = ready;
        if (closed) {
            ready.close();
        }
        bulletin.publish(last);
        prepare(past);
    }

    /// On the session's thread, which has nothing else to do: the recording can be played meanwhile.
    private void prepare(Past past) {
        try {
            past.prepare(() -> closed);
        } catch (CancellationException ignored) {
            // Nobody looks any more.
        } catch (IOException | OutOfMemoryError noRoom) {
            // Then every moment is added up from all blocks: slower, and as right.
        }
    }

    private final class Progress implements BatchSink {

        private long published = System.nanoTime() - BETWEEN_SNAPSHOTS;

        @Override
        public void spans(long start, long end) {
            logbook.expect(end - start);
        }

        @Override
        public void glimpse(List<NativeEvent> events, double done) {
            bulletin.publish(logbook.glimpse(events, opening(done)));
        }

        @Override
        public boolean batch(EventColumns columns, double done) {
            logbook.enter(columns);
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
    public Session rewind() {
        return open(file);
    }

    @Override
    public Optional<Playback> playback() {
        return Optional.ofNullable(film);
    }

    @Override
    public void save(Path out, Portion portion) throws IOException {
        Saved.write(file, out, portion);
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
        Film running = film;
        if (running != null) {
            running.close();
        }
        if (deletes && !file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }
}
