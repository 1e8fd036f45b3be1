package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
        Map<String, TypeCount> counts = new HashMap<>();
        Map<String, TypeLayout> layouts = new HashMap<>();
        for (ChunkIndex chunk : chunks) {
            EventTypes types = new EventTypes(
                    chunk.metadata(), Set.of(), chunk.chunk().header().compressed());
            walk(chunk, goOn, window -> types.count(window.type(), window.size()));
            types.addTo(counts);
            events(chunk.metadata()).forEach(type -> layouts.put(type.name(), type));
        }
        return types(counts, layouts);
    }

    /// By name, of those that have events.
    static List<RawType> types(Map<String, TypeCount> counts, Map<String, TypeLayout> layouts) {
        List<RawType> all = new ArrayList<>();
        counts.forEach((name, count) -> {
            TypeLayout layout = layouts.get(name);
            if (layout != null) {
                all.add(new RawType(name, FieldReading.label(layout), fields(layout), count.events(), count.bytes()));
            }
        });
        all.sort(Comparator.comparing(RawType::name));
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
        RawReader reader = null;
        ChunkHeader.Clock clock = null;
        for (ChunkIndex chunk : chunks) {
            ChunkHeader header = chunk.chunk().header();
            clock = clock == null ? header.clock() : clock.next(header);
            TypeLayout layout = layout(chunk, type);
            if (layout == null || !layout.walkable()) {
                continue;
            }
            RawReader here = reader == null ? new RawReader(type, layout, table) : reader;
            reader = here;
            stacks.begin(chunk.metadata(), header.compressed());
            Pools pools = new Pools(chunk.metadata(), stacks, header.compressed());
            try {
                pools.read(source, chunk);
            } catch (MalformedChunk e) {
                damaged(e);
            }
            here.begin(layout, pools, stacks, clock);
            walk(chunk, goOn, window -> {
                if (here.maker().bytes() > mostBytes) {
                    here.leaveOut(window);
                } else {
                    here.read(window);
                }
            });
        }
        if (reader == null) {
            return new RawRows.Maker(type, List.of(), table).rows(problem);
        }
        return reader.maker().rows(reader.left() > 0 ? reader.leftOut() : problem);
    }

    static List<RawField> fields(TypeLayout layout) {
        return FieldReading.of(layout).stream().map(FieldReading::field).toList();
    }

    private static @Nullable TypeLayout layout(ChunkIndex chunk, String name) {
        return events(chunk.metadata()).stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static Collection<TypeLayout> events(Metadata metadata) {
        return metadata.types().values().stream().filter(TypeLayout::event).toList();
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
}
