package dev.plimsoll.recording;

import dev.plimsoll.event.BlockLabels;
import dev.plimsoll.event.EventColumns;
import dev.plimsoll.recording.chunk.BatchSink;
import dev.plimsoll.recording.chunk.ReadReport;
import dev.plimsoll.recording.chunk.TypeCount;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/// Reads a recording through the JDK's own reader, chunk by chunk: a file holds events in the order in which threads
/// gave up their buffers, and only a chunk as a whole can be sorted. A damaged chunk costs itself and no other. One
/// thread, the one that interns.
final class ReferenceReader {

    /// Rows that are handed on though their chunk has more; the newer half is held back, for threads that had not yet
    /// written out what they had.
    private static final int LARGEST_BATCH = 1 << 19;

    private final EventDecoder decoder;
    private final BatchSink sink;
    private final BlockLabels labels = new BlockLabels();
    private EventColumns columns = new EventColumns(labels, 1 << 12);
    private EventColumns spare = new EventColumns(labels, 1 << 12);
    private final Map<String, TypeCount> counts = new TreeMap<>();
    private long events;
    private @Nullable String problem;

    ReferenceReader(EventDecoder decoder, BatchSink sink) {
        this.decoder = decoder;
        this.sink = sink;
    }

    ReadReport read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ChunkExtent.Found found = ChunkExtent.find(channel);
            if (found.damaged()) {
                problem = "Not all of the recording could be read: it is cut off or damaged.";
            }
            if (found.chunks().size() == 1 && !found.damaged()) {
                readChunk(file, 1);
            } else {
                readCopies(channel, found);
            }
            long start =
                    found.chunks().isEmpty() ? 0 : found.chunks().getFirst().startNanos();
            return new ReadReport(events, counts, start, 0, problem);
        }
    }

    private void readCopies(FileChannel channel, ChunkExtent.Found found) throws IOException {
        Path copy =
                Files.createTempFile("plimsoll-chunk-" + ProcessHandle.current().pid() + "-", ".jfr");
        try {
            double length = channel.size();
            for (ChunkExtent chunk : found.chunks()) {
                chunk.copyTo(copy, channel);
                if (!readChunk(copy, Math.min(1, (chunk.position() + chunk.size()) / length))) {
                    return;
                }
            }
        } finally {
            Files.delete(copy);
        }
    }

    private boolean readChunk(Path chunk, double done) {
        boolean goOn = true;
        try (RecordingFile recording = new RecordingFile(chunk)) {
            while (goOn && recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                events++;
                counts.merge(event.getEventType().getName(), new TypeCount(1, 0), TypeCount::plus);
                decoder.decode(event, columns::add);
                if (columns.size() >= LARGEST_BATCH) {
                    goOn = hand(columns.size() / 2, done);
                }
            }
        } catch (IOException | RuntimeException | InternalError | StackOverflowError damaged) {
            // The JDK's reader throws whatever the damaged bytes lead it to, errors too; what came before them is kept.
            problem = "Not all of the recording could be read: a chunk is damaged.";
        }
        goOn = goOn && hand(0, done);
        decoder.chunkEnds();
        return goOn;
    }

    private boolean hand(int heldBack, double done) {
        EventColumns full = columns;
        full.seal();
        spare.clear();
        full.holdBack(heldBack, spare);
        columns = spare;
        spare = full;
        return sink.batch(full, done);
    }
}
