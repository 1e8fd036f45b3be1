package dev.plimsoll.recording.chunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must be known of a chunk before its events can be read: its types and where its constants are. From the
/// header's two positions where they hold; otherwise every event is passed over once in search of the last
/// metadata and of all checkpoints, which a recorder writes at least once a second.
///
/// @param number of the chunk in its file, from 1
/// @param chunk the chunk
/// @param metadata its types
/// @param checkpoints positions in the file of its checkpoint events, the newest first
/// @param damage what is wrong, half a sentence, or null
record ChunkIndex(
        int number,
        Chunk chunk,
        Metadata metadata,
        long[] checkpoints,
        @Nullable String damage) {

    /// Largest metadata event that is read; a JVM's is about 100 KB.
    private static final int LARGEST_METADATA = 1 << 23;

    /// The start of a metadata or checkpoint event: size, type, start, duration, and the metadata's id or the
    /// delta to the next checkpoint.
    private static final int HEAD = 5 * 9;

    /// Makes indices; chunks whose metadata is byte for byte the same share one [Metadata].
    static final class Maker {
        private final ChunkSource source;
        private byte[] lastBytes = {};
        private long lastAt = -1;
        private @Nullable Metadata last;

        Maker(ChunkSource source) {
            this.source = source;
        }

        /// The index of a chunk.
        ///
        /// @throws MalformedChunk when it has no metadata that can be read
        ChunkIndex index(Chunk chunk, int number) throws IOException {
            String damage = chunk.damage();
            if (damage == null) {
                try {
                    return grown(chunk, number, 0);
                } catch (MalformedChunk e) {
                    damage = e.getMessage();
                }
            }
            return search(chunk, number, damage);
        }

        /// The index of what was added to a chunk since its last checkpoint was at `known`, counted from its start; 0
        /// for all of it.
        ///
        /// @throws MalformedChunk when it is not where the header says
        ChunkIndex grown(Chunk chunk, int number, long known) throws IOException {
            ChunkHeader header = chunk.header();
            long[] checkpoints = header.pools() == 0 ? new long[0] : chain(chunk, header.pools(), known);
            return new ChunkIndex(number, chunk, metadata(chunk, chunk.at() + header.metadata()), checkpoints, null);
        }

        private long[] chain(Chunk chunk, long first, long known) throws IOException {
            List<Long> positions = new ArrayList<>();
            Set<Long> visited = new HashSet<>();
            long at = chunk.at() + first;
            while (visited.add(at)) {
                if (known > 0 && at <= chunk.at() + known) {
                    return longs(positions);
                }
                Cursor cursor = head(chunk, at, Pools.EVENT_TYPE);
                positions.add(at);
                long delta = cursor.number();
                if (delta == 0) {
                    return longs(positions);
                }
                at += delta;
            }
            throw new MalformedChunk("its constants are chained in a circle");
        }

        /// A cursor behind size, type, start and duration of the event at a position.
        private Cursor head(Chunk chunk, long at, long type) throws IOException {
            if (at < chunk.events() || at >= chunk.end()) {
                throw new MalformedChunk("its header points outside of it");
            }
            int count = (int) Math.min(HEAD, chunk.end() - at);
            Cursor cursor =
                    new Cursor(source.bytes(at, count), 0, count, chunk.header().compressed());
            cursor.integer(Integer.BYTES);
            if (cursor.number() != type) {
                throw new MalformedChunk("its header points at something else");
            }
            cursor.number();
            cursor.number();
            return cursor;
        }

        private Metadata metadata(Chunk chunk, long at) throws IOException {
            if (last != null && at == lastAt) {
                // A recorder that flushes writes it again only when there is more to say.
                return last;
            }
            Cursor cursor = head(chunk, at, Metadata.EVENT_TYPE);
            cursor.number();
            int from = cursor.position();
            long size = eventSize(chunk, at);
            if (size <= from || size > chunk.end() - at || size > LARGEST_METADATA) {
                throw new MalformedChunk("its metadata has " + size + " bytes");
            }
            byte[] bytes = source.bytes(at + from, (int) size - from);
            if (last == null || !Arrays.equals(bytes, lastBytes)) {
                int limit = bytes.length - Varint.SLACK;
                last = Metadata.read(new Cursor(bytes, 0, limit, chunk.header().compressed()));
                lastBytes = bytes;
            }
            lastAt = at;
            return last;
        }

        private long eventSize(Chunk chunk, long at) throws IOException {
            return ChunkIndex.eventSize(source, chunk, at);
        }

        private ChunkIndex search(Chunk chunk, int number, @Nullable String damage) throws IOException {
            ChunkWindow window = new ChunkWindow(source);
            window.open(chunk);
            List<Long> metadata = new ArrayList<>();
            List<Long> checkpoints = new ArrayList<>();
            try {
                while (window.next()) {
                    if (window.type() == Metadata.EVENT_TYPE) {
                        metadata.add(window.position());
                    } else if (window.type() == Pools.EVENT_TYPE) {
                        checkpoints.add(window.position());
                    }
                }
            } catch (MalformedChunk e) {
                // Found again when the events are read, and said then.
            }
            for (long at : metadata.reversed()) {
                try {
                    return new ChunkIndex(number, chunk, metadata(chunk, at), longs(checkpoints.reversed()), damage);
                } catch (MalformedChunk e) {
                    damage = e.getMessage();
                }
            }
            throw new MalformedChunk(String.valueOf(damage));
        }

        private static long[] longs(List<Long> positions) {
            return positions.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /// Bytes of the event at a position of the file.
    static long eventSize(ChunkSource source, Chunk chunk, long at) throws IOException {
        int count = (int) Math.min(9, chunk.end() - at);
        return new Cursor(source.bytes(at, count), 0, count, chunk.header().compressed()).integer(Integer.BYTES);
    }
}
