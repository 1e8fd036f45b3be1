package dev.plimsoll.recording.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A chunk file that a recorder may still be writing. At each flush the recorder appends events, then the constants
/// that they need and that the chunk did not have yet, then puts the new size and positions into the header; so what
/// the header covers can always be read to its end. One thread.
final class ChunkGrowth implements AutoCloseable {

    private static final int STATE = 64;

    /// The header's state while it is being written; otherwise it differs after each flush.
    private static final byte CHANGING = (byte) 255;

    static final int WIDTH = 1 << 20;

    private final ChunkSource source;
    private final ChunkWindow window;
    private final ChunkIndex.Maker maker;
    private final StackPool stacks;
    private @Nullable Pools pools;
    private @Nullable Metadata metadata;
    private long end;
    private long pooled;
    private boolean finished;

    /// @param stacks those of the recorder's chunks before
    ChunkGrowth(Path file, StackPool stacks) throws IOException {
        this(file, stacks, WIDTH);
    }

    /// @param width bytes that are read at once
    ChunkGrowth(Path file, StackPool stacks, int width) throws IOException {
        source = new ChunkSource(file);
        window = new ChunkWindow(source, width);
        maker = new ChunkIndex.Maker(source);
        this.stacks = stacks;
    }

    /// Whether the recorder closed the chunk and [#next()] gave all of it.
    boolean finished() {
        return finished;
    }

    /// Of the whole chunk, for its events.
    StackPool stacks() {
        return stacks;
    }

    /// The chunk's constants, those of [#next()] once [#readConstants] was called; not before [#next()] gave something.
    Pools pools() {
        return Objects.requireNonNull(pools);
    }

    /// Stands before the first event of what [#next()] found, and ends behind its last.
    ChunkWindow window() {
        return window;
    }

    /// What was flushed since the last call: the chunk's metadata, and of its checkpoints the new ones. Null when
    /// nothing was.
    ///
    /// @throws MalformedChunk when the chunk cannot be followed any further
    /// @throws UnfamiliarChunk when its format or its layout is not known here
    @Nullable
    ChunkIndex next() throws IOException {
        ChunkHeader header = header();
        if (header == null || finished) {
            return null;
        }
        if (!header.known()) {
            throw new UnfamiliarChunk("it has the format " + header.major() + "." + header.minor());
        }
        if (header.metadata() == 0 || header.size() <= end) {
            finished = header.finished();
            return null;
        }
        Chunk chunk = new Chunk(header, header.at() + header.size(), null);
        ChunkIndex index = maker.grown(chunk, 1, pooled);
        window.open(chunk, Math.max(end, ChunkHeader.SIZE));
        end = header.size();
        pooled = header.pools();
        finished = header.finished();
        describe(index.metadata(), header.compressed());
        return index;
    }

    private void describe(Metadata newest, boolean compressed) {
        if (metadata == newest) {
            return;
        }
        String surprise = StackPool.surprise(newest);
        if (surprise != null) {
            throw new UnfamiliarChunk(surprise);
        }
        if (pools == null) {
            stacks.begin(newest, compressed);
            pools = new Pools(newest, stacks, compressed);
        } else {
            stacks.describe(newest, compressed);
            pools.describe(newest);
        }
        metadata = newest;
    }

    /// Takes in the constants that came with what [#next()] gave.
    ///
    /// @throws MalformedChunk when they are not as the metadata says, or too many; what came before stays
    void readConstants(ChunkIndex index) throws IOException {
        pools().read(source, index);
    }

    /// The header as of one flush, or null when there is none yet or its writer is changing it just now.
    private @Nullable ChunkHeader header() throws IOException {
        byte[] bytes = new byte[ChunkHeader.SIZE];
        byte[] again = new byte[1];
        if (source.read(0, bytes, 0, bytes.length) < bytes.length
                || bytes[STATE] == CHANGING
                || source.read(STATE, again, 0, 1) < 1
                || again[0] != bytes[STATE]) {
            return null;
        }
        return ChunkHeader.read(ByteBuffer.wrap(bytes), 0);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
