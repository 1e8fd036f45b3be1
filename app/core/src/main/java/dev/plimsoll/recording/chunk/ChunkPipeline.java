package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.BlockLabels;
import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// One thread decodes while the caller applies what was decoded before. Three sets of columns go round between
/// them, so neither can run away with the heap.
final class ChunkPipeline {

    private static final int SETS = 3;

    /// Rows at first: most recordings are small.
    private static final int ROWS = 1 << 12;

    /// On its way to the caller.
    private sealed interface Parcel {

        record Glimpse(List<NativeEvent> events, long position) implements Parcel {}

        record Batch(EventColumns columns, long position) implements Parcel {}

        record End() implements Parcel {}
    }

    private final ChunkSource source;
    private final List<ChunkIndex> chunks;
    private final List<String> problems;
    private final int found;

    private volatile boolean stopped;
    private final BlockingQueue<EventColumns> empty = new ArrayBlockingQueue<>(SETS + 1);
    private final BlockingQueue<Parcel> full = new ArrayBlockingQueue<>(SETS + 2);

    ChunkPipeline(ChunkSource source, List<ChunkIndex> chunks, List<String> problems, int found) {
        this.source = source;
        this.chunks = chunks;
        this.problems = new ArrayList<>(problems);
        this.found = found;
    }

    ReadReport read(StackTable stacks, OtherEvents others, BatchSink sink, int enough, int large)
            throws IOException, InterruptedException {
        BlockLabels labels = new BlockLabels();
        for (int set = 0; set < SETS; set++) {
            empty.add(new EventColumns(labels, ROWS));
        }
        ChunkDecoder decoder = new ChunkDecoder(
                source,
                stacks,
                labels,
                others,
                new ChunkDecoder.Batches() {
                    @Override
                    public EventColumns empty() throws InterruptedException {
                        EventColumns next = empty.take();
                        if (stopped) {
                            throw new InterruptedException();
                        }
                        return next;
                    }

                    @Override
                    public void glimpse(List<NativeEvent> events, long position) {
                        full.add(new Parcel.Glimpse(events, position));
                    }

                    @Override
                    public void full(EventColumns columns, long position) {
                        full.add(new Parcel.Batch(columns, position));
                    }
                },
                enough,
                large);
        FutureTask<Void> decoding = new FutureTask<>(() -> {
            decode(decoder);
            return null;
        });
        Thread thread = Thread.ofPlatform().name("chunk decoder").daemon().start(decoding);
        boolean all;
        try {
            all = apply(sink);
        } finally {
            // Not interrupted: that would close the file under the next reader.
            stopped = true;
            empty.add(new EventColumns(labels, 1));
            thread.join();
        }
        if (all) {
            outcome(decoding);
        }
        return report(decoder);
    }

    private void decode(ChunkDecoder decoder) throws IOException, InterruptedException {
        try {
            for (ChunkIndex chunk : chunks) {
                if (stopped) {
                    return;
                }
                String damage = decoder.decode(chunk);
                if (damage != null) {
                    problems.add(ChunkFile.problem(chunk.number(), found, damage));
                }
            }
            decoder.finish();
        } finally {
            full.add(new Parcel.End());
        }
    }

    /// Whether the sink wanted everything.
    private boolean apply(BatchSink sink) throws InterruptedException {
        while (true) {
            switch (full.take()) {
                case Parcel.Glimpse first -> sink.glimpse(first.events(), done(first.position()));
                case Parcel.Batch batch -> {
                    EventColumns columns = batch.columns();
                    if (!sink.batch(columns, done(batch.position()))) {
                        return false;
                    }
                    columns.clear();
                    empty.add(columns);
                }
                case Parcel.End() -> {
                    return true;
                }
            }
        }
    }

    private double done(long position) {
        return (double) position / source.length();
    }

    private static void outcome(FutureTask<Void> decoding) throws IOException, InterruptedException {
        try {
            decoding.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private ReadReport report(ChunkDecoder decoder) {
        List<String> parts = new ArrayList<>(problems.subList(0, Math.min(1, problems.size())));
        if (problems.size() > 1) {
            parts.add("there are " + (problems.size() - 1) + " more such places");
        }
        if (decoder.unreadable() > 0) {
            parts.add(decoder.unreadable() + " single events were passed over");
        }
        if (decoder.overfull()) {
            parts.add("it has more distinct stacks or words than are kept");
        }
        ChunkHeader first = chunks.getFirst().chunk().header();
        return new ReadReport(
                decoder.events(),
                decoder.counts(),
                first.startNanos(),
                end(chunks),
                parts.isEmpty() ? null : "Not all of the recording could be read: " + String.join("; ", parts) + ".");
    }

    static long end(List<ChunkIndex> chunks) {
        ChunkHeader last = chunks.getLast().chunk().header();
        return last.durationNanos() > 0 ? last.startNanos() + last.durationNanos() : 0;
    }
}
