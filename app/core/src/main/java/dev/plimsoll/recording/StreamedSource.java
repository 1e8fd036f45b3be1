package dev.plimsoll.recording;

import dev.plimsoll.event.BlockLabels;
import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.StackTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import jdk.jfr.consumer.EventStream;
import org.jspecify.annotations.Nullable;

/// Reads with the JDK's own reader, which knows every layout and resolves every stack of each chunk.
final class StreamedSource implements LiveSource {

    /// How often the parser is told to look, in milliseconds.
    private static final long BELL_MILLIS = 50;

    private static final int ROWS = 1 << 12;

    private final Path repository;
    private final Instant since;
    private final EventDecoder decoder;
    private final Consumer<EventColumns> sink;
    private final BlockLabels labels = new BlockLabels();
    private final @Nullable FlushBell bell = FlushBell.find().orElse(null);
    private final AtomicLong errors = new AtomicLong();
    private EventColumns columns = new EventColumns(labels, ROWS);
    private @Nullable EventStream stream;
    private boolean closed;

    StreamedSource(Path repository, Instant since, StackTable stacks, Consumer<EventColumns> sink) {
        this.repository = repository;
        this.since = since;
        this.sink = sink;
        decoder = new EventDecoder(stacks);
    }

    @Override
    public void run() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("plimsoll-bell").factory());
        try (EventStream opened = EventStream.openRepository(repository)) {
            FlushBell found = bell;
            if (found != null) {
                clock.scheduleAtFixedRate(found::ring, BELL_MILLIS, BELL_MILLIS, TimeUnit.MILLISECONDS);
            }
            prepare(opened);
            if (enter(opened)) {
                opened.start();
            }
        } catch (IOException unreadable) {
            errors.incrementAndGet();
        } finally {
            clock.shutdownNow();
        }
    }

    private void prepare(EventStream opened) {
        opened.setReuse(true);
        opened.setOrdered(false);
        opened.setStartTime(since);
        for (String name : EventDecoder.names()) {
            opened.onEvent(name, event -> decoder.decode(event, columns::add));
        }
        opened.onFlush(this::flush);
        opened.onError(error -> errors.incrementAndGet());
    }

    private void flush() {
        if (columns.size() > 0) {
            columns.seal();
            sink.accept(columns);
            columns = new EventColumns(labels, ROWS);
        }
    }

    private synchronized boolean enter(EventStream opened) {
        stream = opened;
        return !closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (stream != null) {
            stream.close();
        }
    }

    /// The JDK's reader has a pace of its own.
    @Override
    public void hurry(boolean wanted) {}

    @Override
    public boolean quick() {
        return bell != null;
    }

    @Override
    public long faults() {
        return decoder.passedOver() + errors.get();
    }
}
