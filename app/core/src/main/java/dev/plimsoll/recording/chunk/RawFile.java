package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/// A recording as a set of event types, each read by itself and only when it is asked for. Events of other types are
/// stepped over by their size alone. One thread at a time.
public final class RawFile implements AutoCloseable {

    private static final int MOST_CHUNKS = 1 << 16;
    private static final int EVENTS_BETWEEN_LOOKS = 1 << 14;

    private final ChunkSource source;
    private final List<ChunkIndex> chunks = new ArrayList<>();
    private @Nullable String problem;

    private RawFile(ChunkSource source) {
        this.source = source;
    }

    /// Finds the chunks and reads what describes them.
    ///
    /// @throws IOException with one sentence when the file cannot be read or is no recording of a known format
    public static RawFile open(Path file) throws IOException {
        RawFile raw = new RawFile(new ChunkSource(file));
        boolean readable = false;
        try {
            raw.index(file);
            readable = true;
            return raw;
        } finally {
            if (!readable) {
                raw.close();
            }
        }
    }

    private void index(Path file) throws IOException {
        List<Chunk> found = Chunk.find(source, MOST_CHUNKS);
        ChunkIndex.Maker maker = new ChunkIndex.Maker(source);
        for (int number = 1; number <= found.size(); number++) {
            try {
                Chunk chunk = found.get(number - 1);
                if (!chunk.header().known()) {
                    throw new MalformedChunk("has the unknown format "
                            + chunk.header().major() + "." + chunk.header().minor());
                }
                ChunkIndex index = maker.index(chunk, number);
                String surprise = StackPool.surprise(index.metadata());
                if (surprise != null) {
                    throw new MalformedChunk(surprise);
                }
                chunks.add(index);
            } catch (MalformedChunk e) {
                damaged(e);
            }
        }
        if (chunks.isEmpty()) {
            throw new IOException("No event of " + file + " can be read"
                    + (problem == null ? "; open a file that JFR wrote." : ": " + problem));
        }
    }

    private void damaged(MalformedChunk what) {
        problem = problem == null ? "Not all of the recording could be read: " + what.getMessage() + "." : problem;
    }

    /// Every type that has events, by name. Steps over all events once.
    ///
    /// @param goOn takes the share that was done, 0..1; false ends it
    /// @throws CancellationException when `goOn` said no
    public List<RawType> types(DoublePredicate goOn) throws IOException {
        Map<String, TypeCount> counts = new LinkedHashMap<>();
        Map<String, TypeLayout> layouts = new HashMap<>();
        for (ChunkIndex chunk : chunks) {
            EventTypes types = new EventTypes(
                    chunk.metadata(), Set.of(), chunk.chunk().header().compressed());
            walk(chunk, goOn, window -> types.count(window.type(), window.size()));
            types.addTo(counts);
            events(chunk).forEach(type -> layouts.put(type.name(), type));
        }
        List<RawType> all = new ArrayList<>();
        counts.forEach((name, count) -> {
            TypeLayout layout = layouts.get(name);
            if (layout != null) {
                all.add(new RawType(name, FieldReading.label(layout), fields(layout), count.events(), count.bytes()));
            }
        });
        all.sort(java.util.Comparator.comparing(RawType::name));
        return all;
    }

    /// All events of one type, in the order of the file.
    ///
    /// @param mostBytes of columns that are kept; what comes after it is left out and said
    /// @param goOn takes the share that was done, 0..1; false ends it
    /// @throws CancellationException when `goOn` said no
    public RawRows rows(String type, long mostBytes, DoublePredicate goOn) throws IOException {
        StackTable table = new StackTable();
        StackPool stacks = new StackPool(new StackResolver(table));
        Reader reader = null;
        ChunkHeader.Clock clock = null;
        for (ChunkIndex chunk : chunks) {
            ChunkHeader header = chunk.chunk().header();
            clock = clock == null ? header.clock() : clock.next(header);
            TypeLayout layout = layout(chunk, type);
            if (layout == null || !layout.walkable()) {
                continue;
            }
            Reader here =
                    reader == null ? new Reader(new RawRows.Maker(type, fields(layout), table), mostBytes) : reader;
            reader = here;
            stacks.begin(chunk.metadata(), header.compressed());
            Pools pools = new Pools(chunk.metadata(), stacks, header.compressed());
            try {
                pools.read(source, chunk);
            } catch (MalformedChunk e) {
                damaged(e);
            }
            here.begin(layout, new FieldReading.Values(here.maker, pools, stacks, clock, new HashMap<>()));
            walk(chunk, goOn, here::read);
        }
        if (reader == null) {
            return new RawRows.Maker(type, List.of(), table).rows(problem);
        }
        return reader.maker.rows(reader.left > 0 ? reader.leftOut() : problem);
    }

    private static List<RawField> fields(TypeLayout layout) {
        return FieldReading.of(layout).stream().map(FieldReading::field).toList();
    }

    private static @Nullable TypeLayout layout(ChunkIndex chunk, String name) {
        return events(chunk).stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Collection<TypeLayout> events(ChunkIndex chunk) {
        return chunk.metadata().types().values().stream()
                .filter(TypeLayout::event)
                .toList();
    }

    private interface Visitor {
        void event(ChunkWindow window);
    }

    private void walk(ChunkIndex chunk, DoublePredicate goOn, Visitor visitor) throws IOException {
        ChunkWindow window = new ChunkWindow(source);
        window.open(chunk.chunk());
        int seen = 0;
        try {
            while (window.next()) {
                if (seen++ % EVENTS_BETWEEN_LOOKS == 0 && !goOn.test((double) window.position() / source.length())) {
                    throw new CancellationException();
                }
                if (window.type() != Metadata.EVENT_TYPE && window.type() != Pools.EVENT_TYPE) {
                    visitor.event(window);
                }
            }
        } catch (MalformedChunk e) {
            damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /// Takes the events of one type into a table.
    private static final class Reader {

        private final RawRows.Maker maker;
        private final long mostBytes;
        private final long[] values;
        private List<FieldReading> readings = List.of();
        private int[] places = {};
        private FieldReading.@Nullable Values lookUp;
        private long type;
        private long left;

        Reader(RawRows.Maker maker, long mostBytes) {
            this.maker = maker;
            this.mostBytes = mostBytes;
            this.values = new long[maker.fields().size()];
        }

        /// Goes on with another chunk, whose fields may be others: they are found by name.
        void begin(TypeLayout layout, FieldReading.Values chunk) {
            readings = FieldReading.of(layout);
            lookUp = chunk;
            type = layout.id();
            places = new int[readings.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = maker.fields().indexOf(readings.get(i).field());
            }
        }

        void read(ChunkWindow window) {
            FieldReading.Values chunk = lookUp;
            if (window.type() != type || chunk == null) {
                return;
            }
            if (maker.bytes() > mostBytes) {
                left++;
                return;
            }
            Cursor cursor = new Cursor(window.bytes(), window.fields(), window.behind(), window.compressed());
            java.util.Arrays.fill(values, RawRows.NONE);
            try {
                for (int i = 0; i < places.length; i++) {
                    long value = readings.get(i).read(cursor, chunk);
                    if (places[i] >= 0) {
                        values[places[i]] = value;
                    }
                }
            } catch (MalformedChunk e) {
                left++;
                return;
            }
            for (int field = 0; field < values.length; field++) {
                maker.add(field, values[field]);
            }
        }

        String leftOut() {
            return "%,d of %,d events are shown: there is no more memory for them, or they are damaged."
                    .formatted(maker.size(), maker.size() + left);
        }
    }
}
