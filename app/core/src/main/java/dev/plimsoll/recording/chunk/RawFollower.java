package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/// What [RawFile] is for a file, for chunks that are still being written: all event types with how many there are, and
/// the events of one of them. Only what came since the last look is read. One thread at a time.
public final class RawFollower implements AutoCloseable {

    private static final int EVENTS_BETWEEN_LOOKS = 1 << 14;

    /// Bytes that are read at once where nothing is kept of them.
    private static final int COUNTING_WIDTH = 1 << 16;

    private static final String NOT_ALL = "Not all events could be read: ";

    private final String type;
    private final long mostBytes;
    private final StackTable table;
    private final StackPool stacks;
    private final Set<Path> past = new HashSet<>();
    private final Map<String, TypeCount> counts = new HashMap<>();
    private final Map<String, TypeLayout> layouts = new HashMap<>();

    /// Chunks whose events were counted and are still to be read, the oldest first.
    private final ArrayDeque<Counted> counted = new ArrayDeque<>();

    private @Nullable RawReader reader;
    private @Nullable Part part;
    private ChunkHeader.@Nullable Clock clock;
    private long start = Long.MIN_VALUE;
    private long leftOut;
    private @Nullable String problem;

    /// A chunk that a recorder closed.
    ///
    /// @param wanted events of the wanted type
    private record Counted(Path file, ChunkHeader.Clock clock, TypeCount wanted) {}

    /// What is done with the events of a chunk.
    private enum Task {
        COUNT,
        READ,
        BOTH
    }

    /// The chunk that is being read.
    private final class Part {
        private final ChunkGrowth growth;
        private final Task task;
        private ChunkHeader.@Nullable Clock time;
        private @Nullable Metadata metadata;
        private @Nullable EventTypes types;

        /// @param time of the chunk, or null when it follows from that of the chunk before
        Part(Path file, Task task, ChunkHeader.@Nullable Clock time) throws IOException {
            growth = new ChunkGrowth(file, stacks, task == Task.COUNT ? COUNTING_WIDTH : ChunkGrowth.WIDTH);
            this.task = task;
            this.time = time;
        }

        boolean read(DoublePredicate goOn) throws IOException {
            ChunkIndex index = growth.next();
            if (index == null) {
                return false;
            }
            if (metadata != index.metadata()) {
                begin(index);
            }
            if (task != Task.COUNT && !type.isEmpty()) {
                growth.readConstants(index);
            }
            walk(index, goOn);
            return true;
        }

        /// Every type that the chunk declares, with its newest fields.
        private void begin(ChunkIndex index) {
            ChunkHeader header = index.chunk().header();
            ChunkHeader.Clock now = time;
            if (now == null) {
                now = clock == null ? header.clock() : clock.next(header);
                clock = now;
                time = now;
            }
            metadata = index.metadata();
            count();
            types = new EventTypes(index.metadata(), Set.of(), header.compressed());
            for (TypeLayout layout : RawFile.events(index.metadata())) {
                layouts.put(layout.name(), layout);
                if (task != Task.COUNT && layout.name().equals(type) && layout.walkable()) {
                    reader(layout).begin(layout, growth.pools(), growth.stacks(), now);
                    if (RawFile.fields(layout).stream().noneMatch(field -> field.kind() == RawField.Kind.STACK)) {
                        growth.pools().passOverStacks();
                    }
                }
            }
        }

        private RawReader reader(TypeLayout layout) {
            RawReader known = reader;
            if (known == null) {
                known = new RawReader(type, layout, table);
                known.maker().came(leftOut);
                reader = known;
            }
            return known;
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
                RawReader here = task == Task.COUNT ? null : reader;
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
            if (types != null && task != Task.READ) {
                types.addTo(counts);
            }
            types = null;
        }
    }

    /// @param type name of the type whose events are wanted, or the empty string
    /// @param mostBytes of columns that are kept: beyond, about the older half of the events goes; and of what was
    ///     recorded before the first look, no more is read than takes so many bytes in its files
    /// @param table takes the stacks of the wanted events
    public RawFollower(String type, long mostBytes, StackTable table) {
        this.type = type;
        this.mostBytes = mostBytes;
        this.table = table;
        stacks = new StackPool(new StackResolver(table));
    }

    /// Reads what was flushed since the last call; whether anything was.
    ///
    /// @param files chunk files of one recorder, in any order; those that were read to their end are passed over
    /// @param goOn takes the share of a chunk that was done, 0..1; false ends it, and this follower with it
    /// @throws CancellationException when `goOn` said no
    public boolean read(Collection<Path> files, DoublePredicate goOn) throws IOException {
        boolean grew = !type.isEmpty() && past.isEmpty() && countClosed(files, goOn);
        while (part != null || next(files)) {
            Part now = Objects.requireNonNull(part);
            try {
                grew |= now.read(goOn);
            } catch (MalformedChunk | UnfamiliarChunk e) {
                problem = NOT_ALL + e.getMessage() + ".";
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

    /// Counts the events of all chunks that are closed and have another one behind them, and finds out which of them
    /// are worth reading; whether there are any.
    private boolean countClosed(Collection<Path> files, DoublePredicate goOn) throws IOException {
        List<Counted> closed = new ArrayList<>();
        for (Path file : unread(files)) {
            ChunkHeader header = RepositoryFollower.header(file);
            if (header == null || !header.finished()) {
                break;
            }
            past.add(file);
            start = header.startNanos();
            count(file, goOn).ifPresent(closed::add);
        }
        long bytes = 0;
        for (Counted chunk : closed.reversed()) {
            if (bytes >= mostBytes) {
                leftOut += chunk.wanted().events();
            } else if (chunk.wanted().events() > 0) {
                counted.addFirst(chunk);
            }
            bytes += chunk.wanted().bytes();
        }
        return !closed.isEmpty();
    }

    private Optional<Counted> count(Path file, DoublePredicate goOn) throws IOException {
        Map<String, TypeCount> before = new HashMap<>(counts);
        try {
            Part whole = new Part(file, Task.COUNT, null);
            try {
                whole.read(goOn);
            } catch (MalformedChunk | UnfamiliarChunk e) {
                problem = NOT_ALL + e.getMessage() + ".";
            }
            ChunkHeader.Clock time = whole.time;
            whole.count();
            whole.growth.close();
            return time == null ? Optional.empty() : Optional.of(new Counted(file, time, since(before)));
        } catch (NoSuchFileException droppedMeanwhile) {
            return Optional.empty();
        }
    }

    /// Events of the wanted type that were counted since.
    private TypeCount since(Map<String, TypeCount> before) {
        TypeCount then = before.getOrDefault(type, TypeCount.NONE);
        TypeCount now = counts.getOrDefault(type, TypeCount.NONE);
        return new TypeCount(now.events() - then.events(), now.bytes() - then.bytes());
    }

    private boolean next(Collection<Path> files) throws IOException {
        Counted known = counted.poll();
        if (known != null) {
            return open(files, known.file(), Task.READ, known.clock());
        }
        List<Path> unread = unread(files);
        if (unread.isEmpty()) {
            return false;
        }
        Path file = unread.getFirst();
        ChunkHeader header = RepositoryFollower.header(file);
        past.add(file);
        start = header == null ? start : header.startNanos();
        return open(files, file, Task.BOTH, null);
    }

    private boolean open(Collection<Path> files, Path file, Task task, ChunkHeader.@Nullable Clock time)
            throws IOException {
        try {
            part = new Part(file, task, time);
            return true;
        } catch (NoSuchFileException droppedMeanwhile) {
            return next(files);
        }
    }

    /// Chunks that begin after all those that were read, the oldest first.
    private List<Path> unread(Collection<Path> files) throws IOException {
        TreeMap<Long, Path> unread = new TreeMap<>();
        for (Path file : files) {
            ChunkHeader header = past.contains(file) ? null : RepositoryFollower.header(file);
            if (header != null && header.startNanos() > start) {
                unread.put(header.startNanos(), file);
            }
        }
        return List.copyOf(unread.values());
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
