package dev.plimsoll.recording;

import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.StackTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a target's flight recorder repository as it grows. Batches come on the stream's own thread, one per flush,
/// sorted by time. A target that dies makes the stream fall silent, not end, so the process is watched too: once it is
/// gone, what it flushed is read to the end, and then the stream ends.
public final class LiveStream implements AutoCloseable {

    /// Between two looks for silence, in milliseconds.
    private static final long LOOK_MILLIS = 50;

    /// Time without an event after which nothing more comes from a dead target, in milliseconds; with and without the
    /// bell.
    private static final long QUICK_SILENCE = 250;

    private static final long SLOW_SILENCE = 1_200;

    /// Another recording may keep events coming after ours has ended: then reading ends here.
    private static final long LONGEST_DRAIN = 3_000;

    /// A recorder closes its repository before its process is gone, in milliseconds.
    private static final long LAST_BREATH = 2_000;

    private final LiveSource source;
    private final Consumer<Batch> sink;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plimsoll-stream-clock").factory());
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private final AtomicReference<@Nullable Ended> why = new AtomicReference<>();
    private volatile long lastEvent = System.nanoTime();
    private volatile boolean draining;

    /// Why a stream ended.
    public enum Ended {
        /// The process is gone; what it flushed was read.
        TARGET_GONE,
        /// The recorder in the target stopped, or the repository can no longer be read.
        STREAM_CLOSED,
        /// [#close()] or [#drain()] was called.
        CLOSED
    }

    private LiveStream(Path repository, Instant since, StackTable stacks, Consumer<Batch> sink) {
        this.sink = sink;
        source = new FollowedSource(repository, since, stacks, this::flush);
    }

    /// Begins to read. `sink` is called on the stream's thread, which is also the one that interns into `stacks`.
    ///
    /// @param repository directory of the target's recorder
    /// @param since no earlier event is wanted
    /// @throws RecordingException when the repository cannot be read
    public static LiveStream open(
            Path repository, Instant since, ProcessHandle target, StackTable stacks, Consumer<Batch> sink)
            throws RecordingException {
        if (!Files.isReadable(repository)) {
            throw new RecordingException("Cannot read " + repository
                    + ", where the target's flight recorder writes; run Plimsoll as the target's user and outside of"
                    + " another container.");
        }
        LiveStream live = new LiveStream(repository, since, stacks, sink);
        Thread.ofPlatform().daemon().name("plimsoll-stream").start(() -> live.run(target));
        target.onExit().thenRun(() -> live.drainThen(Ended.TARGET_GONE));
        return live;
    }

    private void run(ProcessHandle target) {
        try {
            source.run();
        } finally {
            why.compareAndSet(null, isGone(target) ? Ended.TARGET_GONE : Ended.STREAM_CLOSED);
            clock.shutdownNow();
            ended.complete(Objects.requireNonNull(why.get()));
        }
    }

    private boolean isGone(ProcessHandle target) {
        return why.get() == null
                && !target.onExit()
                        .thenApply(gone -> false)
                        .completeOnTimeout(true, LAST_BREATH, TimeUnit.MILLISECONDS)
                        .join();
    }

    /// Whether events come within about 150 ms of their commit; else within about a second.
    public boolean quick() {
        return source.quick();
    }

    /// Whether events are wanted as they come, as at first; else about once a second, which takes less of the
    /// processor.
    public void hurry(boolean wanted) {
        source.hurry(wanted || draining);
    }

    /// Completed once no more batches come.
    public CompletableFuture<Ended> ended() {
        return ended;
    }

    /// Reads what was flushed so far and then closes; returns at once. For a target from which the agent was taken.
    public void drain() {
        drainThen(Ended.CLOSED);
    }

    @Override
    public void close() {
        end(Ended.CLOSED);
    }

    /// Events and flushes that could not be read.
    public long faults() {
        return source.faults();
    }

    private void flush(EventColumns events) {
        lastEvent = System.nanoTime();
        Instant now = Instant.now();
        sink.accept(new Batch(events, now.getEpochSecond() * 1_000_000_000 + now.getNano()));
    }

    private void drainThen(Ended reason) {
        long silence = TimeUnit.MILLISECONDS.toNanos(source.quick() ? QUICK_SILENCE : SLOW_SILENCE);
        long begin = System.nanoTime();
        lastEvent = begin;
        draining = true;
        source.hurry(true);
        try {
            clock.scheduleWithFixedDelay(
                    () -> {
                        long now = System.nanoTime();
                        if (now - lastEvent > silence || now - begin > LONGEST_DRAIN * 1_000_000) {
                            end(reason);
                        }
                    },
                    LOOK_MILLIS,
                    LOOK_MILLIS,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException alreadyEnded) {
            end(reason);
        }
    }

    private void end(Ended reason) {
        if (why.compareAndSet(null, reason)) {
            source.close();
        }
    }
}
