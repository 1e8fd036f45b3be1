package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.StackTable;

/// Lets other packages' tests say how a file is cut.
public final class CutFile {

    private CutFile() {}

    /// @param rows that are enough for a batch where nothing keeps them back
    public static void read(ChunkFile file, int rows, StackTable stacks, OtherEvents others, BatchSink sink)
            throws Exception {
        file.read(stacks, others, sink, rows, rows);
    }
}
