package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.BlockLabels;
import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.ChunkHeader.Clock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns the events of chunks into columns. One thread, for all chunks of a file in their order.
final class ChunkDecoder {

    /// Rows that are handed on together at a flush of the recorder.
    static final int BATCH = 1 << 15;

    /// Rows at which a batch is handed on though no flush came.
    static final int LARGE_BATCH = 1 << 18;

    /// As above where all of those are too late to be handed on: a loop that makes millions of events a second. Then
    /// the older quarter goes.
    private static final int LARGEST_BATCH = 1 << 20;

    /// As above in a chunk of async-profiler, which keeps what a thread did until the thread's buffer is full, be it to
    /// the end of the chunk. So a chunk is one batch unless it is very large.
    private static final int WHOLE_CHUNK = 1 << 21;

    private static final String ASYNC_PROFILER = "profiler.";

    /// Rows of which there is a glimpse: somebody waits to see them.
    private static final int GLIMPSE = 1 << 9;

    /// How much later than what follows an event may stand in the file where that is not known, in nanoseconds: 166 ms
    /// were seen.
    private static final long DISORDER = 250_000_000;

    private static final long UNKNOWN = Long.MAX_VALUE;

    private static final int FLUSH = 1;

    /// Where columns come from and go to.
    interface Batches {
        EventColumns empty() throws InterruptedException;

        /// The first events, which come again in the columns; `position` as below.
        void glimpse(List<NativeEvent> events, long position);

        /// `position`: everything before it in the file was decoded.
        void full(EventColumns columns, long position) throws InterruptedException;
    }

    private final ChunkSource source;
    private final OtherEvents others;
    private final Batches batches;
    private final ChunkWindow window;
    private final StackResolver resolver;
    private final StackPool stacks;
    private final BlockLabels labels;
    private @Nullable HotDecoder hot;
    private final Map<String, TypeCount> counts = new TreeMap<>();

    private @Nullable EventColumns columns;
    private @Nullable Clock clock;
    private final int enough;
    private final int large;
    private int most;
    /// When the last flush was over, or the chunk began, nanoseconds since the epoch.
    private long flushed = UNKNOWN;
    /// All events up to this time have been written out: a flush goes from thread to thread, and what it wrote of the
    /// first ones is as old as its beginning, which comes after the end of the flush before.
    private long written = UNKNOWN;
    private boolean flushes;
    private boolean glimpsed;
    private long events;
    private long unreadable;

    /// @param enough rows that are handed on together at a flush
    /// @param large rows that are handed on together where there is none
    ChunkDecoder(
            ChunkSource source,
            StackTable table,
            BlockLabels labels,
            OtherEvents others,
            Batches batches,
            int enough,
            int large) {
        this.source = source;
        this.others = others;
        this.batches = batches;
        this.labels = labels;
        this.enough = enough;
        this.large = large;
        most = large;
        window = new ChunkWindow(source);
        resolver = new StackResolver(table);
        stacks = new StackPool(resolver);
    }

    /// Events by type name.
    Map<String, TypeCount> counts() {
        return counts;
    }

    /// Events of all types that were passed.
    long events() {
        return events;
    }

    /// Events that were passed over because their own bytes are not as declared, or because they are too large.
    long unreadable() {
        return unreadable;
    }

    /// Whether stacks or words were left out because there were more than any real recording has.
    boolean overfull() {
        return resolver.full() || (hot != null && hot.full());
    }

    /// Decodes one chunk; what is wrong with it is returned as half a sentence, or null. What could be read of it
    /// has been handed on.
    @Nullable
    String decode(ChunkIndex index) throws IOException, InterruptedException {
        ChunkHeader header = index.chunk().header();
        clock = clock == null ? header.clock() : clock.next(header);
        stacks.begin(index.metadata(), header.compressed());
        Pools pools = new Pools(index.metadata(), stacks, header.compressed());
        if (hot == null) {
            hot = new HotDecoder(labels, stacks, pools, clock);
        }
        hot.begin(pools, clock);
        String damage = index.damage();
        try {
            pools.read(source, index);
        } catch (MalformedChunk e) {
            damage = e.getMessage();
        }
        EventTypes types = new EventTypes(index.metadata(), others.wanted(), header.compressed());
        window.open(index.chunk());
        flushed = header.startNanos();
        written = flushes ? flushed : UNKNOWN;
        flushes = false;
        try {
            boolean sorted = !types.any(ASYNC_PROFILER);
            readEvents(types, sorted, new ChunkEvent(pools, stacks, clock, header.compressed()), hot);
        } catch (MalformedChunk e) {
            damage = damage == null ? e.getMessage() : damage;
        }
        types.addTo(counts);
        unreadable += window.oversized() + types.unknown();
        return damage;
    }

    /// Hands on what is left.
    void finish() throws InterruptedException {
        if (columns != null && columns.size() > 0) {
            columns.seal();
            batches.full(columns, source.length());
            columns = null;
        }
    }

    /// @param sorted whether events of one thread wait for those of others no longer than to the next flush
    private void readEvents(EventTypes types, boolean sorted, ChunkEvent event, HotDecoder hotDecoder)
            throws IOException, InterruptedException {
        EventColumns into = columns == null ? batches.empty() : columns;
        columns = into;
        while (window.next()) {
            long type = window.type();
            if (type == Metadata.EVENT_TYPE) {
                continue;
            }
            if (type == Pools.EVENT_TYPE) {
                if (flush() && into.size() >= enough) {
                    into = handOld(into);
                }
                continue;
            }
            events++;
            EventTypes.Handling handling = types.count(type, window.size());
            if (handling != null) {
                read(handling, event, hotDecoder, into);
                if (into.size() >= (sorted ? most : WHOLE_CHUNK)) {
                    into = sorted ? handOlder(into) : hand(into, into.size() / 4 * 3);
                } else if (!glimpsed && into.size() == GLIMPSE) {
                    glimpsed = true;
                    batches.glimpse(into.soFar(), window.position());
                }
            }
        }
        // A chunk ends while all threads stand still.
        if (into.size() >= enough || !sorted) {
            hand(into, 0);
        }
    }

    private void read(EventTypes.Handling handling, ChunkEvent event, HotDecoder hotDecoder, EventColumns into) {
        try {
            if (handling.plan() != null) {
                hotDecoder.read(handling.plan(), window.bytes(), window.fields(), window.behind(), into);
            } else if (handling.wanted()) {
                event.at(handling.layout(), window.bytes(), window.fields(), window.behind());
                others.decode(event, into::add);
            }
        } catch (MalformedChunk e) {
            unreadable++;
        }
    }

    /// Whether the checkpoint at which the window stands ends a flush.
    private boolean flush() {
        Cursor cursor = new Cursor(window.bytes(), window.fields(), window.held(), window.compressed());
        long ticks = cursor.number();
        cursor.number();
        cursor.number();
        boolean ends = (cursor.octet() & FLUSH) != 0;
        if (ends && clock != null) {
            written = flushed;
            flushed = clock.nanos(ticks);
            flushes = true;
        }
        return ends;
    }

    /// Hands on what nothing can overtake any more, if it is at least half.
    private EventColumns handOld(EventColumns full) throws InterruptedException {
        int late = full.latest(DISORDER, written);
        return late > full.size() / 2 ? full : hand(full, late);
    }

    /// As above where there are too many rows; waits for more of them, up to an end.
    private EventColumns handOlder(EventColumns full) throws InterruptedException {
        int late = full.latest(DISORDER, written);
        boolean waits = late > full.size() / 2;
        boolean largest = most >= LARGEST_BATCH;
        most = waits ? Math.max(most, Math.min(LARGEST_BATCH, most * 4)) : large;
        return waits && !largest ? full : hand(full, Math.min(late, full.size() / 4 * 3));
    }

    private EventColumns hand(EventColumns full, int heldBack) throws InterruptedException {
        full.seal();
        EventColumns next = batches.empty();
        full.holdBack(heldBack, next);
        columns = next;
        batches.full(full, window.position());
        return next;
    }
}
