package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/// What [RawFile] is for a file, for chunks that are still being written: all event types with how many there are, and
/// the events of one of them. Only what came since the last look is read. One thread at a time.
public final class RawFollower implements AutoCloseable {

    private static final int EVENTS_BETWEEN_LOOKS = 1 << 14;

    private final String type;
    private final long mostBytes;
    private final StackTable table = new StackTable();
    private final StackPool stacks = new StackPool(new StackResolver(table));
    private final Set<Path> past = new HashSet<>();
    private final Map<String, TypeCount> counts = new HashMap<>();
    private final Map<String, TypeLayout> layouts = new HashMap<>();
    private @Nullable RawReader reader;
    private @Nullable Part part;
    private ChunkHeader.@Nullable Clock clock;
    private long start = Long.MIN_VALUE;
    private @Nullable String problem;

    /// The chunk that is being read.
    private final class Part {
        private final ChunkGrowth growth;
        private @Nullable Metadata metadata;
        private @Nullable EventTypes types;

        Part(Path file) throws IOException {
            growth = new ChunkGrowth(file, stacks);
        }

        boolean read(DoublePredicate goOn) throws IOException {
            ChunkIndex index = growth.next();
            if (index == null) {
                return false;
            }
            if (metadata != index.metadata()) {
                begin(index);
            }
            if (!type.isEmpty()) {
                growth.readConstants(index);
            }
            walk(index, goOn);
            return true;
        }

        /// Every type that the chunk declares, with its newest fields.
        private void begin(ChunkIndex index) {
            ChunkHeader header = index.chunk().header();
            ChunkHeader.Clock now = clock;
            if (metadata == null || now == null) {
                now = now == null ? header.clock() : now.next(header);
                clock = now;
            }
            metadata = index.metadata();
            count();
            types = new EventTypes(index.metadata(), Set.of(), header.compressed());
            for (TypeLayout layout : RawFile.events(index.metadata())) {
                layouts.put(layout.name(), layout);
                if (layout.name().equals(type) && layout.walkable()) {
                    RawReader here = reader == null ? new RawReader(type, layout, table) : reader;
                    reader = here;
                    here.begin(layout, growth.pools(), growth.stacks(), now);
                }
            }
        }

        private void walk(ChunkIndex index, DoublePredicate goOn) throws IOException {
            ChunkWindow window = growth.window();
            EventTypes counting = Objects.requireNonNull(types);
            long from = window.position();
            double length = Math.max(1, index.chunk().end() - from);
            int seen = 0;
            while (window.next()) {
                if (seen++ % EVENTS_BETWEEN_LOOKS == 0 && !goOn.test((window.position() - from) / length)) {
                    throw new CancellationException();
                }
                if (window.type() == Metadata.EVENT_TYPE || window.type() == Pools.EVENT_TYPE) {
                    continue;
                }
                counting.count(window.type(), window.size());
                RawReader here = reader;
                if (here != null) {
                    here.read(window);
                    if (here.maker().bytes() > mostBytes) {
                        here.maker().dropOldest();
                    }
                }
            }
        }

        /// Adds what was counted to the sums.
        private void count() {
            if (types != null) {
                types.addTo(counts);
                types = null;
            }
        }
    }

    /// @param type name of the type whose events are wanted, or the empty string
    /// @param mostBytes of columns that are kept: beyond, about the older half of the events goes
    public RawFollower(String type, long mostBytes) {
        this.type = type;
        this.mostBytes = mostBytes;
    }

    /// Reads what was flushed since the last call; whether anything was.
    ///
    /// @param files chunk files of one recorder, in any order; those that were read to their end are passed over
    /// @param goOn takes the share of a chunk that was done, 0..1; false ends it, and this follower with it
    /// @throws CancellationException when `goOn` said no
    public boolean read(Collection<Path> files, DoublePredicate goOn) throws IOException {
        boolean grew = false;
        while (part != null || next(files)) {
            Part now = Objects.requireNonNull(part);
            try {
                grew |= now.read(goOn);
            } catch (MalformedChunk | UnfamiliarChunk e) {
                problem = "Not all events could be read: " + e.getMessage() + ".";
                leave(now);
                continue;
            }
            if (!now.growth.finished()) {
                return grew;
            }
            leave(now);
        }
        return grew;
    }

    private void leave(Part now) throws IOException {
        now.count();
        now.growth.close();
        part = null;
    }

    private boolean next(Collection<Path> files) throws IOException {
        Path found = null;
        long first = Long.MAX_VALUE;
        for (Path file : files) {
            ChunkHeader header = past.contains(file) ? null : RepositoryFollower.header(file);
            if (header != null && header.startNanos() > start && header.startNanos() < first) {
                first = header.startNanos();
                found = file;
            }
        }
        if (found == null) {
            return false;
        }
        past.add(found);
        start = first;
        try {
            part = new Part(found);
        } catch (NoSuchFileException droppedMeanwhile) {
            return next(files);
        }
        return true;
    }

    /// Every type that has events, by name.
    public List<RawType> types() {
        Map<String, TypeCount> all = new HashMap<>(counts);
        Part now = part;
        if (now != null && now.types != null) {
            now.types.addTo(all);
        }
        return RawFile.types(all, layouts);
    }

    /// The wanted events until now, or null while there is none.
    public @Nullable RawRows rows() {
        RawReader here = reader;
        return here == null ? null : here.maker().soFar(problem);
    }

    @Override
    public void close() throws IOException {
        Part now = part;
        if (now != null) {
            leave(now);
        }
    }
}
