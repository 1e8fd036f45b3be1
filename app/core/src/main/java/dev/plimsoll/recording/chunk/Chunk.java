package dev.plimsoll.recording.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a chunk begins and ends in its file.
///
/// @param header its header
/// @param end position in the file behind its last byte that may be read
/// @param damage what is wrong with its extent, half a sentence, or null; then nothing in its header is to be
///     trusted but the clock
record Chunk(ChunkHeader header, long end, @Nullable String damage) {

    long at() {
        return header.at();
    }

    /// Bytes of the chunk that may be read.
    long size() {
        return end - header.at();
    }

    /// Position in the file of the first event.
    long events() {
        return header.at() + ChunkHeader.SIZE;
    }

    /// The chunks of a file in their order, at most `most`. Bytes that belong to none are passed over.
    static List<Chunk> find(ChunkSource source, int most) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        byte[] bytes = new byte[ChunkHeader.SIZE];
        long at = 0;
        while (at >= 0 && chunks.size() < most && at + ChunkHeader.SIZE <= source.length()) {
            ChunkHeader header = source.read(at, bytes, 0, bytes.length) < bytes.length
                    ? null
                    : ChunkHeader.read(ByteBuffer.wrap(bytes), at);
            if (header == null) {
                at = source.nextHeader(at + 1);
                continue;
            }
            Chunk chunk = extent(source, header);
            chunks.add(chunk);
            at = chunk.end;
            if (!header.finished() && chunk.damage == null && at < source.length()) {
                at = source.nextHeader(at);
            }
        }
        return chunks;
    }

    private static Chunk extent(ChunkSource source, ChunkHeader header) throws IOException {
        long room = source.length() - header.at();
        boolean sized = header.size() > ChunkHeader.SIZE && header.size() <= room;
        if (sized && (header.finished() || header.metadata() != 0)) {
            return new Chunk(header, header.at() + header.size(), null);
        }
        long next = source.nextHeader(header.at() + ChunkHeader.SIZE);
        return new Chunk(
                header,
                next < 0 ? source.length() : next,
                header.finished() ? "it is cut off" : "it was still being written");
    }
}
