package dev.plimsoll.session;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.recording.ChunkKeeper;
import dev.plimsoll.recording.chunk.RawFollower;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/// Events of any type of a live target, as they come. A look takes as long as the disk does: never on a thread that
/// somebody waits for. One thread at a time.
public final class EventFeed implements AutoCloseable {

    /// Share of the heap that the table may take, beside the ledger of the target.
    private static final int HEAP_SHARE = 32;

    private static final long LEAST_BYTES = 1 << 23;

    private final ChunkKeeper chunks;
    private final RawFollower follower;

    /// @param chunks of the target, kept by somebody who closes them
    /// @param type name of the type whose events are wanted, or the empty string for none
    /// @param stacks takes those of the wanted events
    public EventFeed(ChunkKeeper chunks, String type, StackTable stacks) {
        this.chunks = chunks;
        long mostBytes = Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
        this.follower = new RawFollower(type, mostBytes, stacks);
    }

    /// What there is now.
    ///
    /// @param types that have events, by name
    /// @param rows the wanted events, as many of the newest as a 32nd of the heap holds; null while there
    ///     is none
    public record Look(List<RawType> types, @Nullable RawRows rows) {}

    /// Reads what was flushed since the last look.
    ///
    /// @param goOn takes the share that was done, 0..1; false ends it
    /// @throws IOException with one sentence when it cannot be read
    /// @throws CancellationException when `goOn` said no; then this feed may only be closed
    public Look look(DoublePredicate goOn) throws IOException {
        follower.read(chunks.files(), goOn);
        return new Look(follower.types(), follower.rows());
    }

    @Override
    public void close() throws IOException {
        follower.close();
    }
}
