package dev.plimsoll.recording;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Reads a recording through the JDK's own reader, chunk by chunk: a file holds events in the order in which threads
/// gave up their buffers, and only a chunk as a whole can be sorted. A damaged chunk costs itself and no other.
public final class RecordingReader {

    private static final Comparator<NativeEvent> BY_TIME = Comparator.comparingLong(NativeEvent::time);

    private final Path file;
    private final EventDecoder decoder;
    private final Sink sink;
    private long events;
    private boolean truncated;

    private RecordingReader(Path file, StackTable stacks, Sink sink) {
        this.file = file;
        this.decoder = new EventDecoder(stacks);
        this.sink = sink;
    }

    /// Where a recording goes. Called on the reading thread.
    public interface Sink {

        /// Events in the order of their times; later batches are of later chunks.
        void batch(List<NativeEvent> sorted);

        /// The share that was read, 0..1. Returning false ends the reading.
        default boolean goOn(double done) {
            return true;
        }
    }

    /// What was read.
    ///
    /// @param events of every kind, ours or not
    /// @param truncated whether something was missing or could not be read
    public record Read(long events, boolean truncated) {}

    /// Reads all that can be read. The calling thread is the one that interns into `stacks`.
    ///
    /// @throws RecordingException when the file is missing, empty, no recording, or may not be read
    public static Read read(Path file, StackTable stacks, Sink sink) throws RecordingException {
        RecordingReader reader = new RecordingReader(file, stacks, sink);
        try (FileChannel channel = open(file)) {
            reader.readChunks(channel);
            return new Read(reader.events, reader.truncated);
        } catch (IOException e) {
            throw new RecordingException("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static FileChannel open(Path file) throws RecordingException, IOException {
        if (Files.isDirectory(file)) {
            throw new RecordingException(file + " is a directory; name a .jfr file.");
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new RecordingException("There is no file " + file + ".", e);
        } catch (AccessDeniedException e) {
            throw new RecordingException("No permission to read " + file + "; ask its owner.", e);
        }
        try {
            if (channel.size() == 0) {
                throw new RecordingException(file + " is empty; the recording was never written to it.");
            }
            ByteBuffer beginning = ByteBuffer.allocate(4);
            channel.read(beginning, 0);
            if (!ChunkExtent.isRecording(beginning.flip())) {
                throw new RecordingException(file + " is not a flight recording; name a .jfr file.");
            }
            return channel;
        } catch (RecordingException | IOException e) {
            channel.close();
            throw e;
        }
    }

    private void readChunks(FileChannel channel) throws IOException {
        ChunkExtent.Found found = ChunkExtent.find(channel);
        truncated = found.damaged();
        if (found.chunks().size() == 1 && !found.damaged()) {
            readChunk(file, 0, 1);
            return;
        }
        Path copy =
                Files.createTempFile("plimsoll-chunk-" + ProcessHandle.current().pid() + "-", ".jfr");
        try {
            double length = channel.size();
            for (ChunkExtent chunk : found.chunks()) {
                chunk.copyTo(copy, channel);
                if (!readChunk(copy, chunk.position() / length, chunk.size() / length)) {
                    return;
                }
            }
        } finally {
            Files.delete(copy);
        }
    }

    private boolean readChunk(Path chunk, double done, double share) {
        List<NativeEvent> batch = new ArrayList<>();
        boolean goOn = sink.goOn(done);
        try (RecordingFile recording = new RecordingFile(chunk)) {
            while (goOn && recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                events++;
                decoder.decode(event, batch::add);
            }
        } catch (IOException | RuntimeException damaged) {
            // The JDK's reader throws whatever the damaged bytes lead it to; what came before them is kept.
            truncated = true;
        }
        batch.sort(BY_TIME);
        sink.batch(batch);
        decoder.chunkEnds();
        return goOn && sink.goOn(Math.min(1, done + share));
    }
}
