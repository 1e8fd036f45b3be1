package dev.plimsoll.recording;

import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.BatchSink;
import dev.plimsoll.recording.chunk.ChunkFile;
import dev.plimsoll.recording.chunk.ReadReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Reads a recording: its chunks directly where their layout is known, through the JDK's own reader otherwise. What
/// comes out is the same either way.
public final class RecordingReader {

    private RecordingReader() {}

    /// Reads all that can be read of a recording, plain or packed, or of a folder of recordings of one JVM. The calling
    /// thread gets the batches; nobody else may intern into `stacks` until this returns. When the sink ends it, the
    /// report is of what was read.
    ///
    /// @throws RecordingException when there is none, it may not be read, or it is of several JVMs; of these some
    ///         batches may have come
    public static ReadReport read(Path file, StackTable stacks, BatchSink sink) throws RecordingException {
        try (PlainFile plain = PlainFile.of(file)) {
            EventDecoder decoder = new EventDecoder(stacks);
            ReadReport report = readPlain(plain.path(), stacks, decoder, new OfOneJvm(decoder.jvms(), sink));
            if (decoder.jvms().several()) {
                throw SeveralJvms.in(file, plain.parts(), decoder.jvms().seen());
            }
            return plain.damaged()
                    ? report.orProblem(file + " is damaged; what could be read of it is shown.")
                    : report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordingException("The reading of " + file + " was interrupted; open it again.", e);
        } catch (IOException e) {
            throw new RecordingException("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static ReadReport readPlain(Path file, StackTable stacks, EventDecoder decoder, BatchSink sink)
            throws IOException, InterruptedException {
        return switch (ChunkFile.open(file)) {
            case ChunkFile.Opened.Readable readable -> {
                try (ChunkFile chunks = readable.file()) {
                    sink.spans(chunks.start(), chunks.end());
                    yield chunks.read(stacks, decoder, sink);
                }
            }
            case ChunkFile.Opened.Unfamiliar _ -> new ReferenceReader(decoder, sink).read(file);
            case ChunkFile.Opened.Unreadable unreadable -> new ReadReport(0, Map.of(), 0, 0, unreadable.sentence());
        };
    }

    /// Ends the reading where a second JVM shows up.
    private record OfOneJvm(RecordedJvms jvms, BatchSink sink) implements BatchSink {

        @Override
        public void spans(long start, long end) {
            sink.spans(start, end);
        }

        @Override
        public void glimpse(List<NativeEvent> events, double done) {
            sink.glimpse(events, done);
        }

        @Override
        public boolean batch(EventColumns columns, double done) {
            return !jvms.several() && sink.batch(columns, done);
        }
    }
}
