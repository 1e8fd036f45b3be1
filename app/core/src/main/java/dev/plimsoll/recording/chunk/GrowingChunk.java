package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.BlockLabels;
import dev.plimsoll.event.EventColumns;
import dev.plimsoll.recording.chunk.ChunkHeader.Clock;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The events that Plimsoll knows of a chunk file that a recorder may still be writing, flush by flush. One thread.
final class GrowingChunk implements AutoCloseable {

    private final ChunkGrowth growth;
    private final BlockLabels labels;
    private final OtherEvents others;
    private final long since;
    private final @Nullable Clock before;

    private long faults;

    private @Nullable Metadata metadata;
    private @Nullable Reading reading;

    /// What is known of the chunk once its first flush is there.
    private record Reading(Clock clock, HotDecoder hot, EventTypes types, ChunkEvent event) {}

    /// @param since events that ended earlier, in nanoseconds since the epoch, are left out
    /// @param before the clock of the chunk before, or null
    GrowingChunk(
            Path file, BlockLabels labels, StackPool stacks, OtherEvents others, long since, @Nullable Clock before)
            throws IOException {
        growth = new ChunkGrowth(file, stacks);
        this.labels = labels;
        this.others = others;
        this.since = since;
        this.before = before;
    }

    /// Whether the recorder closed the chunk and all of it was read.
    boolean finished() {
        return growth.finished();
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
        ChunkIndex index = growth.next();
        if (index == null) {
            return false;
        }
        Reading now = reading(index);
        growth.readConstants(index);
        readEvents(now, into);
        return true;
    }

    private Reading reading(ChunkIndex index) {
        Reading had = reading;
        if (had != null && metadata == index.metadata()) {
            return had;
        }
        ChunkHeader header = index.chunk().header();
        metadata = index.metadata();
        EventTypes types = new EventTypes(index.metadata(), others.wanted(), header.compressed());
        Reading next;
        if (had == null) {
            StackPool stacks = growth.stacks();
            Pools pools = growth.pools();
            Clock clock = before == null ? header.clock() : before.next(header);
            HotDecoder hot = new HotDecoder(labels, stacks, pools, clock);
            hot.begin(pools, clock);
            next = new Reading(clock, hot, types, new ChunkEvent(pools, stacks, clock, header.compressed()));
        } else {
            next = new Reading(had.clock, had.hot, types, had.event);
        }
        reading = next;
        return next;
    }

    private void readEvents(Reading now, EventColumns into) throws IOException {
        ChunkWindow window = growth.window();
        while (window.next()) {
            long type = window.type();
            if (type == Metadata.EVENT_TYPE || type == Pools.EVENT_TYPE) {
                continue;
            }
            EventTypes.Handling handling = now.types.count(type, window.size());
            if (handling != null) {
                try {
                    read(now, handling, window, into);
                } catch (MalformedChunk e) {
                    faults++;
                }
            }
        }
    }

    private void read(Reading now, EventTypes.Handling handling, ChunkWindow window, EventColumns into) {
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

    @Override
    public void close() throws IOException {
        growth.close();
    }
}
