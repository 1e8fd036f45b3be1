package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.BlockLabels;
import dev.plimsoll.event.EventColumns;
import dev.plimsoll.recording.chunk.ChunkHeader.Clock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A chunk file that a recorder may still be writing, read flush by flush. At each flush the recorder appends events,
/// then the constants that they need and that the chunk did not have yet, then puts the new size and positions into the
/// header; so what the header covers can always be read to its end. One thread.
final class GrowingChunk implements AutoCloseable {

    private static final int STATE = 64;

    /// The header's state while it is being written; otherwise it differs after each flush.
    private static final byte CHANGING = (byte) 255;

    private static final int WIDTH = 1 << 20;

    private final ChunkSource source;
    private final ChunkWindow window;
    private final ChunkIndex.Maker maker;
    private final BlockLabels labels;
    private final StackPool stacks;
    private final OtherEvents others;
    private final long since;
    private final @Nullable Clock before;

    private long end;
    private long pooled;
    private boolean finished;
    private long faults;

    private @Nullable Metadata metadata;
    private @Nullable Reading reading;

    /// What is known of the chunk once its first flush is there.
    private record Reading(Clock clock, Pools pools, HotDecoder hot, EventTypes types, ChunkEvent event) {}

    /// @param since events that ended earlier, in nanoseconds since the epoch, are left out
    /// @param before the clock of the chunk before, or null
    GrowingChunk(
            Path file,
            BlockLabels labels,
            StackResolver resolver,
            OtherEvents others,
            long since,
            @Nullable Clock before)
            throws IOException {
        source = new ChunkSource(file);
        window = new ChunkWindow(source, WIDTH);
        maker = new ChunkIndex.Maker(source);
        stacks = new StackPool(resolver);
        this.labels = labels;
        this.others = others;
        this.since = since;
        this.before = before;
    }

    /// Whether the recorder closed the chunk and all of it was read.
    boolean finished() {
        return finished;
    }

    /// Its clock, or the one before where nothing of it was read.
    @Nullable
    Clock clock() {
        Reading now = reading;
        return now == null ? before : now.clock;
    }

    /// Events that were passed over because their own bytes are not as declared.
    long faults() {
        return faults;
    }

    /// Adds the events of what was flushed since the last call; whether anything was.
    ///
    /// @throws MalformedChunk when the chunk cannot be followed any further
    /// @throws UnfamiliarChunk when its layout is not known here
    boolean read(EventColumns into) throws IOException {
        ChunkHeader header = header();
        if (header == null || finished) {
            return false;
        }
        if (!header.known()) {
            throw new UnfamiliarChunk("it has the format " + header.major() + "." + header.minor());
        }
        if (header.metadata() == 0 || header.size() <= end) {
            finished = header.finished();
            return false;
        }
        Chunk chunk = new Chunk(header, header.at() + header.size(), null);
        ChunkIndex index = maker.grown(chunk, 1, pooled);
        Reading now = reading(index);
        now.pools.read(source, index);
        window.open(chunk, Math.max(end, ChunkHeader.SIZE));
        end = header.size();
        pooled = header.pools();
        finished = header.finished();
        readEvents(now, into);
        return true;
    }

    private Reading reading(ChunkIndex index) {
        Reading had = reading;
        if (had != null && metadata == index.metadata()) {
            return had;
        }
        String surprise = StackPool.surprise(index.metadata());
        if (surprise != null) {
            throw new UnfamiliarChunk(surprise);
        }
        ChunkHeader header = index.chunk().header();
        metadata = index.metadata();
        EventTypes types = new EventTypes(index.metadata(), others.wanted(), header.compressed());
        Reading next;
        if (had == null) {
            stacks.begin(index.metadata(), header.compressed());
            Pools pools = new Pools(index.metadata(), stacks, header.compressed());
            Clock clock = before == null ? header.clock() : before.next(header);
            HotDecoder hot = new HotDecoder(labels, stacks, pools, clock);
            hot.begin(pools, clock);
            next = new Reading(clock, pools, hot, types, new ChunkEvent(pools, stacks, clock, header.compressed()));
        } else {
            stacks.describe(index.metadata(), header.compressed());
            had.pools.describe(index.metadata());
            next = new Reading(had.clock, had.pools, had.hot, types, had.event);
        }
        reading = next;
        return next;
    }

    private void readEvents(Reading now, EventColumns into) throws IOException {
        while (window.next()) {
            long type = window.type();
            if (type == Metadata.EVENT_TYPE || type == Pools.EVENT_TYPE) {
                continue;
            }
            EventTypes.Handling handling = now.types.count(type, window.size());
            if (handling != null) {
                try {
                    read(now, handling, into);
                } catch (MalformedChunk e) {
                    faults++;
                }
            }
        }
    }

    private void read(Reading now, EventTypes.Handling handling, EventColumns into) {
        HotPlan plan = handling.plan();
        if (plan != null) {
            // The time is always the first field of a plan.
            if (now.clock.nanos(Varint.value(window.bytes(), window.fields())) >= since) {
                now.hot.read(plan, window.bytes(), window.fields(), window.behind(), into);
            }
        } else if (handling.wanted()) {
            now.event.at(handling.layout(), window.bytes(), window.fields(), window.behind());
            if (now.event.time() + now.event.duration() >= since) {
                others.decode(now.event, into::add);
            }
        }
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
