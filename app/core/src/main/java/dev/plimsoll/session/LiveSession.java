package dev.plimsoll.session;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.recording.Batch;
import dev.plimsoll.recording.LiveStream;
import dev.plimsoll.recording.RecordingException;
import dev.plimsoll.target.AttachedTarget;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.target.TargetAct;
import dev.plimsoll.target.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A running JVM being looked at. One thread, `plimsoll-session`, attaches, enters batches and publishes; whatever
/// talks to the target later does so on threads of its own, because an answer may take seconds.
public final class LiveSession implements Session {

    private static final long BETWEEN_SNAPSHOTS = 100_000_000L;

    /// Of much there are fewer snapshots, yet nobody waits for longer than this, in nanoseconds.
    private static final long LONGEST_REST = 250_000_000L;

    /// While nobody sees the window only findings are of interest, and none of them is in a hurry.
    private static final long BETWEEN_UNWATCHED = 15_000_000_000L;

    private final AttachedTarget.Attachment attachment;
    private final Logbook logbook = Logbook.forgetting(new Subject("", -1, "", "", "", ""));
    private final Bulletin bulletin;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plimsoll-session").factory());
    private Phase phase = new Phase.Opening("attaching", -1);
    private boolean changed;
    private long published;
    private long rest;
    private volatile boolean watched = true;
    private volatile @Nullable AttachedTarget target;
    private volatile @Nullable LiveStream stream;

    /// Keeps every chunk beside the target's own, so that neither its end nor this desk's loses more than what had not
    /// been flushed.
    private volatile @Nullable Recorder recorder;

    private volatile boolean closed;

    private LiveSession(AttachedTarget.Attachment attachment) {
        this.attachment = attachment;
        this.bulletin = new Bulletin(logbook.take(phase));
    }

    /// Begins to attach; what is wrong comes as [Phase.Failed].
    public static LiveSession open(AttachedTarget.Attachment attachment) {
        LiveSession session = new LiveSession(attachment);
        session.writer.scheduleAtFixedRate(
                () -> session.guarded(session::publishChanges),
                BETWEEN_SNAPSHOTS,
                BETWEEN_SNAPSHOTS,
                TimeUnit.NANOSECONDS);
        session.onWriter(session::attach);
        return session;
    }

    private void attach() {
        try {
            AttachedTarget attached = attachment.attach(doing -> enter(new Phase.Opening(doing, -1)));
            target = attached;
            logbook.subject(Subjects.of(attached.entry()));
            ProcessHandle process = ProcessHandle.of(attached.entry().pid())
                    .orElseThrow(() ->
                            new TargetException("Process " + attached.entry().pid() + " ended."));
            LiveStream live = LiveStream.open(
                    attached.repository(),
                    attached.since(),
                    process,
                    logbook.stacks(),
                    batch -> onWriter(() -> enter(batch)));
            stream = live;
            live.hurry(watched);
            recorder = Recorder.start(attached);
            enter(new Phase.Live());
            attached.ended().thenRun(live::drain);
            live.ended().thenAcceptBoth(attached.ended(), (how, sentence) -> onWriter(() -> end(sentence)));
            live.ended().thenAccept(this::leaveUnlessGone);
            if (closed) {
                detach();
            }
        } catch (TargetException | RecordingException e) {
            enter(new Phase.Failed(String.valueOf(e.getMessage())));
            detach();
            writer.shutdown();
        }
    }

    /// Probes whose events nobody can read any more only cost.
    private void leaveUnlessGone(LiveStream.Ended how) {
        if (how == LiveStream.Ended.STREAM_CLOSED) {
            detach();
        }
    }

    private void enter(Phase next) {
        phase = next;
        bulletin.publish(logbook.take(phase));
    }

    private void enter(Batch batch) {
        logbook.enter(batch.columns());
        logbook.vitals().lag(batch.lagMillis());
        LiveStream live = stream;
        if (live != null && live.faults() > 0) {
            logbook.vitals().damaged();
        }
        changed = true;
    }

    private void end(String sentence) {
        enter(new Phase.Ended(sentence));
        writer.shutdown();
    }

    private void publishChanges() {
        long now = System.nanoTime();
        if (!changed || now - published < (watched ? rest : BETWEEN_UNWATCHED)) {
            return;
        }
        changed = false;
        bulletin.publish(logbook.take(phase));
        published = System.nanoTime();
        rest = Rest.after(published - now, LONGEST_REST);
    }

    private void onWriter(Runnable work) {
        try {
            writer.execute(() -> guarded(work));
        } catch (RejectedExecutionException late) {
            // The session has ended; what comes after that is of no interest to anybody.
            return;
        }
    }

    /// An executor would keep a failure to itself: the person is told, and what was seen stays.
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failure) {
            writer.shutdown();
            detach();
            phase = new Phase.Ended("Plimsoll failed while it followed the target (" + failure
                    + "); what was seen until then stays. Attach again.");
            Snapshot last = bulletin.newest();
            bulletin.publish(new Snapshot(
                    last.version() + 1,
                    phase,
                    last.subject(),
                    last.stacks(),
                    last.ledger(),
                    last.timeline(),
                    last.findings(),
                    last.summary(),
                    last.health(),
                    last.coverage(),
                    last.unknown()));
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
    public void save(Path file, Portion portion) throws IOException {
        Recorder kept = recorder;
        if (kept == null) {
            throw new IOException("Nothing was recorded yet; wait until the session is live.");
        }
        if (portion.equals(Portion.ALL)) {
            kept.save(file);
            return;
        }
        Path all = Files.createTempFile("plimsoll-live-", ".jfr");
        try {
            kept.save(all);
            Saved.write(all, file, portion);
        } finally {
            Files.deleteIfExists(all);
        }
    }

    @Override
    public Optional<EventFeed> events(String type) {
        Recorder kept = recorder;
        return kept == null ? Optional.empty() : Optional.of(kept.events(type, logbook.stacks()));
    }

    @Override
    public Session rewind() throws IOException {
        Path copy = Files.createTempFile("plimsoll-live-", ".jfr");
        try {
            save(copy, Portion.ALL);
            return PlaybackSession.openThenDelete(copy);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    @Override
    public void freeze(boolean frozen) {
        bulletin.freeze(frozen);
    }

    @Override
    public void watched(boolean somebody) {
        watched = somebody;
        LiveStream live = stream;
        if (live != null) {
            live.hurry(somebody);
        }
        if (somebody) {
            onWriter(this::publishChanges);
        }
    }

    @Override
    public boolean frozen() {
        return bulletin.frozen();
    }

    @Override
    public long eventsWaiting() {
        return bulletin.waiting();
    }

    /// When the agent cannot be reached, its channel has ended, and the phase says so.
    @Override
    public void sampling(Sampling sampling) {
        ask("plimsoll-sampling", attached -> attached.sampling(sampling));
    }

    @Override
    public String act(TargetAct act) throws IOException {
        AttachedTarget attached = target;
        if (attached == null) {
            throw new IOException("Nothing is live yet; wait until the probes are in.");
        }
        try {
            return TargetActs.act(attached, act, this::gauges);
        } catch (TargetException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void gauges(Map<String, Long> values) {
        long now = System.currentTimeMillis() * 1_000_000;
        onWriter(() -> {
            List<NativeEvent> gauges = new ArrayList<>();
            values.forEach((name, value) -> gauges.add(new NativeEvent.Gauge(now, name, value)));
            logbook.enter(gauges);
            changed = true;
        });
    }

    @Override
    public void detach() {
        ask("plimsoll-detach", this::leave);
    }

    /// First the recorder's last word, then the probes: a closed recording takes its files with it.
    private void leave(AttachedTarget attached) throws TargetException {
        try {
            attached.stop();
        } finally {
            LiveStream live = stream;
            if (live != null) {
                live.drain();
                live.ended().join();
            }
            attached.detach();
        }
    }

    @Override
    public void close() {
        closed = true;
        detach();
        LiveStream live = stream;
        if (live != null) {
            live.ended().thenRun(writer::shutdown);
        }
        Recorder kept = recorder;
        if (kept != null) {
            kept.close();
        }
    }

    private interface Order {
        void give(AttachedTarget attached) throws TargetException;
    }

    /// Not a daemon: a desk that closes lets the target's goodbye come through first.
    private void ask(String threadName, Order order) {
        AttachedTarget attached = target;
        if (attached == null) {
            return;
        }
        Thread.ofPlatform().name(threadName).start(() -> {
            try {
                order.give(attached);
            } catch (TargetException e) {
                String sentence = String.valueOf(e.getMessage());
                onWriter(() -> end(sentence));
            }
        });
    }
}
