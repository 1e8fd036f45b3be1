package dev.plimsoll.recording;

import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.RepositoryFollower;
import dev.plimsoll.recording.chunk.UnfamiliarChunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the chunk files themselves. A layout that is not known is left to the JDK's reader.
final class FollowedSource implements LiveSource {

    /// Between two looks at a header, in milliseconds: a fifth of the agent's time from flush to flush.
    private static final long LOOK_MILLIS = 20;

    /// The same while nobody is in a hurry: fewer and larger batches.
    private static final long SELDOM_MILLIS = 1_000;

    /// Rows at first; more may come.
    private static final int ROWS = 1 << 12;

    private final Path repository;
    private final Instant since;
    private final StackTable stacks;
    private final Consumer<EventColumns> sink;
    private final Semaphore wake = new Semaphore(0);
    private final EventDecoder decoder;
    private volatile boolean closed;
    private volatile boolean hurry = true;
    private volatile long faults;
    private volatile @Nullable LiveSource other;

    FollowedSource(Path repository, Instant since, StackTable stacks, Consumer<EventColumns> sink) {
        this.repository = repository;
        this.since = since;
        this.stacks = stacks;
        this.sink = sink;
        decoder = new EventDecoder(stacks);
    }

    @Override
    public void run() {
        long from = since.getEpochSecond() * 1_000_000_000 + since.getNano();
        try (RepositoryFollower follower = new RepositoryFollower(repository, from, stacks, decoder)) {
            follow(follower);
        } catch (UnfamiliarChunk onlyTheJdkKnows) {
            StreamedSource jdk = new StreamedSource(repository, since, stacks, sink);
            other = jdk;
            if (!closed) {
                jdk.run();
            }
        } catch (IOException gone) {
            // The recorder took its files with it; what it had flushed was read.
            return;
        }
    }

    private void follow(RepositoryFollower follower) throws IOException {
        EventColumns columns = new EventColumns(follower.labels(), ROWS);
        while (!closed) {
            boolean more = follower.read(columns);
            faults = follower.faults() + decoder.passedOver();
            if (columns.size() > 0) {
                columns.seal();
                sink.accept(columns);
                columns = new EventColumns(follower.labels(), ROWS);
            }
            if (!more) {
                if (follower.idle() && !Files.isDirectory(repository)) {
                    return;
                }
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (wake.tryAcquire(hurry ? LOOK_MILLIS : SELDOM_MILLIS, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            close();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake.release();
        LiveSource jdk = other;
        if (jdk != null) {
            jdk.close();
        }
    }

    @Override
    public void hurry(boolean wanted) {
        hurry = wanted;
        wake.release();
    }

    /// Whether the recorder's layout was left to the JDK's reader.
    boolean streamed() {
        return other != null;
    }

    @Override
    public boolean quick() {
        LiveSource jdk = other;
        return jdk == null || jdk.quick();
    }

    @Override
    public long faults() {
        LiveSource jdk = other;
        return jdk == null ? faults : jdk.faults();
    }
}
