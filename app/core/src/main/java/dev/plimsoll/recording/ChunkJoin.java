package dev.plimsoll.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Several files as one recording: a chunk stands for itself, so that is simply all of them one behind the other.
final class ChunkJoin {

    private ChunkJoin() {}

    private record Source(Path file, ChunkExtent chunk) {}

    /// What was written.
    ///
    /// @param chunks how many
    /// @param damaged whether bytes were left out because they are no whole chunk
    record Joined(int chunks, boolean damaged) {}

    /// Writes all chunks of `files` that can be read, oldest first, and closes what is still being written. Of chunks
    /// that began in the same nanosecond, as two dumps of one recorder share them, the longest is written.
    ///
    /// @param out written over when it exists
    static Joined join(Collection<Path> files, Path out) throws IOException {
        TreeMap<Long, Source> byStart = new TreeMap<>();
        boolean damaged = false;
        for (Path file : files) {
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
                ChunkExtent.Found found = ChunkExtent.find(in);
                damaged |= found.damaged();
                for (ChunkExtent chunk : found.chunks()) {
                    byStart.merge(
                            chunk.startNanos(),
                            new Source(file, chunk),
                            (a, b) -> a.chunk.size() >= b.chunk.size() ? a : b);
                }
            }
        }
        List<Source> sources = new ArrayList<>(byStart.values());
        try (FileChannel target = FileChannel.open(
                out, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (Source source : sources) {
                try (FileChannel in = FileChannel.open(source.file, StandardOpenOption.READ)) {
                    source.chunk.appendTo(target, in);
                }
            }
        }
        return new Joined(sources.size(), damaged);
    }
}
