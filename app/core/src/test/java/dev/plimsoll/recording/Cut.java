package dev.plimsoll.recording;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.BatchSink;
import dev.plimsoll.recording.chunk.ChunkFile;
import dev.plimsoll.recording.chunk.CutFile;
import java.nio.file.Path;

/// Reads a recording in batches of other sizes than usual.
public final class Cut {

    private Cut() {}

    /// @param rows that are enough for a batch where nothing keeps them back
    public static void read(Path file, int rows, StackTable stacks, BatchSink sink) throws Exception {
        ChunkFile.Opened.Readable opened = (ChunkFile.Opened.Readable) ChunkFile.open(file);
        try (ChunkFile chunks = opened.file()) {
            sink.spans(chunks.start(), chunks.end());
            CutFile.read(chunks, rows, stacks, new EventDecoder(stacks), sink);
        }
    }
}
