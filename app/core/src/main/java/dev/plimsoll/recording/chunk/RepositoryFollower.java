package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.BlockLabels;
import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.StackTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows the chunk files of a recorder's repository in the order of their starts, the newest of them as it grows.
/// Stacks and words keep their numbers from chunk to chunk. One thread, the one that interns.
public final class RepositoryFollower implements AutoCloseable {

    private final Path repository;
    private final long since;
    private final BlockLabels labels = new BlockLabels();
    private final StackPool stacks;
    private final OtherEvents others;

    private @Nullable GrowingChunk chunk;
    private ChunkHeader.@Nullable Clock clock;
    private long start = Long.MIN_VALUE;
    private final Set<Path> past = new HashSet<>();
    private long faults;
    private boolean read;

    /// @param since events that ended earlier, in nanoseconds since the epoch, are left out
    public RepositoryFollower(Path repository, long since, StackTable stacks, OtherEvents others) {
        this.repository = repository;
        this.since = since;
        this.others = others;
        this.stacks = new StackPool(new StackResolver(stacks));
    }

    /// Labels of the columns that [#read] fills.
    public BlockLabels labels() {
        return labels;
    }

    /// Adds what was flushed since the last call, of one chunk at most; whether anything was.
    ///
    /// @throws UnfamiliarChunk when nothing was read yet and the recorder's layout is not known here
    /// @throws IOException when files of the repository cannot be read
    public boolean read(EventColumns into) throws IOException {
        if (chunk == null && !next()) {
            return false;
        }
        GrowingChunk now = Objects.requireNonNull(chunk);
        boolean grew = false;
        try {
            grew = now.read(into);
            read |= grew;
        } catch (MalformedChunk e) {
            faults++;
            leave(now);
            return into.size() > 0;
        } catch (UnfamiliarChunk e) {
            if (!read) {
                throw e;
            }
            faults++;
            leave(now);
            return false;
        }
        if (now.finished()) {
            leave(now);
            return grew || next();
        }
        return grew;
    }

    /// Events and chunks that could not be read.
    public long faults() {
        return faults + (chunk == null ? 0 : chunk.faults());
    }

    /// Whether all that the recorder finished was read, and nothing is being written.
    public boolean idle() {
        return chunk == null;
    }

    private void leave(GrowingChunk now) throws IOException {
        faults += now.faults();
        clock = now.clock();
        now.close();
        chunk = null;
    }

    /// Opens the chunk that starts next.
    private boolean next() throws IOException {
        Path found = null;
        long first = Long.MAX_VALUE;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(repository, "*.jfr")) {
            for (Path file : files) {
                ChunkHeader header = past.contains(file) ? null : header(file);
                if (header == null) {
                    continue;
                }
                long began = header.startNanos();
                if (began <= start || (header.finished() && began + header.durationNanos() < since)) {
                    past.add(file);
                } else if (began < first) {
                    first = began;
                    found = file;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (found == null) {
            return false;
        }
        try {
            chunk = new GrowingChunk(found, labels, stacks, others, since, clock);
        } catch (NoSuchFileException droppedMeanwhile) {
            return false;
        } finally {
            start = first;
            past.add(found);
        }
        return true;
    }

    /// The header of a chunk file, or null when it is gone or has none yet.
    static @Nullable ChunkHeader header(Path file) throws IOException {
        byte[] bytes = new byte[ChunkHeader.SIZE];
        try (ChunkSource source = new ChunkSource(file)) {
            return source.read(0, bytes, 0, bytes.length) < bytes.length
                    ? null
                    : ChunkHeader.read(ByteBuffer.wrap(bytes), 0);
        } catch (NoSuchFileException droppedMeanwhile) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        GrowingChunk now = chunk;
        if (now != null) {
            leave(now);
        }
    }
}
