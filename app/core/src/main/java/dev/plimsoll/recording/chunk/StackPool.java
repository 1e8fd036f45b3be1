package dev.plimsoll.recording.chunk;

import dev.plimsoll.recording.chunk.FieldLayout.Encoding;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stack traces of one chunk by their keys. A stack is a run of frame numbers, a frame is a method's key and a
/// line; both are kept from chunk to chunk. What a frame is called is looked up once per chunk, and
/// a stack whose frames are called as before is the same stack as before. One thread.
final class StackPool {

    static final String TYPE = "jdk.types.StackTrace";

    private static final String FRAME = "jdk.types.StackFrame";
    private static final String METHOD = "jdk.types.Method";
    private static final String FRAME_TYPE = "jdk.types.FrameType";

    /// Where the fields that count stand among the fields of a frame. How a method was compiled is no such field.
    private enum Part {
        METHOD,
        LINE,
        OTHER
    }

    /// What the JDKs write of a frame: the method's key, the line, the bytecode's index and the type's key.
    private static final Part[] PLAIN = {Part.METHOD, Part.LINE, Part.OTHER, Part.OTHER};

    private static final int NOWHERE = -1;
    private static final int RUN = 1;

    private final StackResolver resolver;
    private List<FieldLayout> traceFields = List.of();
    private Part[] parts = {};
    private boolean plain;
    private List<FieldLayout> frameFields = List.of();

    /// Of the chunk, by key: twice a number in [#runs] and [#RUN], or twice an id in the session's stack table.
    private final DenseKeys stacks = new DenseKeys();

    private final StackRuns runs = new StackRuns();

    /// By run: its id in the session's stack table, and the chunk for which that holds, 0 for none.
    private int[] ids = new int[1024];

    private int[] asked = new int[1024];

    private final FrameTable table = new FrameTable();

    /// By frame: its number at the resolver, the chunk for which that holds, 0 for none, and the chunk since which
    /// it is so.
    private int[] named = new int[1024];

    private int[] looked = new int[1024];
    private int[] since = new int[1024];

    /// Chunks are counted from 1.
    private int chunk;

    StackPool(StackResolver resolver) {
        this.resolver = resolver;
    }

    /// Why stacks of such metadata cannot be read here, or null when they can.
    static @Nullable String surprise(Metadata metadata) {
        for (TypeLayout type : metadata.types().values()) {
            boolean expected = switch (type.name()) {
                case TYPE -> is(type, "truncated", Encoding.BOOLEAN) && runsOfFrames(type.field("frames"));
                case FRAME ->
                    pools(type, "method", METHOD)
                            && is(type, "lineNumber", Encoding.INT)
                            && pools(type, "type", FRAME_TYPE);
                case METHOD -> pools(type, "type", Pools.CLASS) && pools(type, "name", Pools.SYMBOL);
                case FRAME_TYPE -> is(type, "description", Encoding.TEXT);
                case Pools.CLASS -> pools(type, "name", Pools.SYMBOL);
                case Pools.SYMBOL -> is(type, "string", Encoding.TEXT);
                default -> true;
            };
            if (!expected) {
                return "its type " + type.name() + " has another layout than the JDK's";
            }
        }
        return null;
    }

    private static boolean runsOfFrames(@Nullable FieldLayout field) {
        return field != null
                && field.array()
                && field.encoding() == Encoding.STRUCT
                && field.structure().name().equals(FRAME);
    }

    private static boolean is(TypeLayout type, String name, Encoding encoding) {
        FieldLayout field = type.field(name);
        return field != null && field.is(encoding);
    }

    private static boolean pools(TypeLayout type, String name, String pooled) {
        FieldLayout field = type.field(name);
        return field != null && field.pools(pooled);
    }

    /// Forgets the keys of the chunk before.
    void begin(Metadata metadata, boolean compressed) {
        stacks.clear();
        if (runs.large()) {
            runs.clear();
            table.clear();
            Arrays.fill(asked, 0);
            Arrays.fill(looked, 0);
        }
        chunk++;
        describe(metadata, compressed);
    }

    /// Reads what comes from here on as this metadata says; keeps what it has.
    void describe(Metadata metadata, boolean compressed) {
        parts = new Part[0];
        plain = false;
        frameFields = List.of();
        for (TypeLayout type : metadata.types().values()) {
            if (type.name().equals(TYPE)) {
                FieldLayout framesField = type.field("frames");
                frameFields = framesField == null
                        ? List.of()
                        : framesField.structure().fields();
                parts = frameFields.stream().map(StackPool::part).toArray(Part[]::new);
                traceFields = type.fields();
                plain = compressed
                        && Arrays.equals(parts, PLAIN)
                        && frameFields.get(2).is(Encoding.INT)
                        && frameFields.get(3).pools(FRAME_TYPE)
                        && traceFields.size() == 2
                        && traceFields.get(0).name().equals("truncated")
                        && traceFields.get(1).name().equals("frames");
            }
        }
    }

    private static Part part(FieldLayout field) {
        return switch (field.name()) {
            case "method" -> Part.METHOD;
            case "lineNumber" -> Part.LINE;
            default -> Part.OTHER;
        };
    }

    /// Takes in `count` stacks.
    void add(Cursor cursor, int count) {
        for (int i = 0; i < count; i++) {
            long key = cursor.number();
            int end = plain ? behind(cursor) : NOWHERE;
            stacks.put(key, (end == NOWHERE ? step(cursor) : plain(cursor, end)) << 1 | RUN);
        }
    }

    /// Steps over `count` stacks.
    void passOver(Cursor cursor, int count) {
        for (int i = 0; i < count; i++) {
            cursor.number();
            int end = plain ? behind(cursor) : NOWHERE;
            if (end == NOWHERE) {
                traceFields.forEach(field -> field.skip(cursor));
            } else {
                cursor.skip(end - cursor.position());
            }
        }
    }

    /// Where a stack as every JDK writes it ends; [#NOWHERE] when only walking over it can tell.
    private static int behind(Cursor cursor) {
        byte[] bytes = cursor.bytes();
        int at = cursor.position() + 1;
        if (!cursor.holds(2)) {
            return NOWHERE;
        }
        long count = Varint.value(bytes, at);
        if (count < 0 || count > cursor.remaining()) {
            return NOWHERE;
        }
        int from = Varint.end(bytes, at);
        int end = Varint.behind(bytes, from, (int) count * PLAIN.length, cursor.position() + cursor.remaining());
        return end < 0 ? NOWHERE : end;
    }

    private int plain(Cursor cursor, int end) {
        byte[] bytes = cursor.bytes();
        int from = cursor.position();
        cursor.skip(end - from);
        int known = runs.find(bytes, from, end);
        if (known != StackRuns.NONE) {
            return known;
        }
        runs.begin();
        int at = Varint.end(bytes, from + 1);
        while (at < end) {
            at = addPlainFrame(bytes, at);
        }
        int run = runs.end(bytes[from] != 0);
        runs.found(run);
        return run;
    }

    /// Field by field, as the metadata says.
    private int step(Cursor cursor) {
        runs.begin();
        boolean cut = false;
        for (FieldLayout field : traceFields) {
            if (field.name().equals("frames")) {
                addFrames(cursor);
            } else if (field.name().equals("truncated")) {
                cut = cursor.flag();
            } else {
                field.skip(cursor);
            }
        }
        return runs.end(cut);
    }

    private void addFrames(Cursor cursor) {
        int count = cursor.count();
        for (int i = 0; i < count; i++) {
            long method = 0;
            int line = -1;
            for (int part = 0; part < parts.length; part++) {
                switch (parts[part]) {
                    case METHOD -> method = cursor.number();
                    case LINE -> line = (int) cursor.integer(4);
                    case OTHER -> frameFields.get(part).skip(cursor);
                }
            }
            runs.frame(table.number(method, line));
        }
    }

    /// A frame as every JDK writes it; returns the position behind it.
    private int addPlainFrame(byte[] bytes, int at) {
        long method = Varint.value(bytes, at);
        int lineAt = Varint.end(bytes, at);
        int line = (int) Varint.value(bytes, lineAt);
        runs.frame(table.number(method, line));
        return Varint.end(bytes, Varint.end(bytes, Varint.end(bytes, lineAt)));
    }

    /// The id in the session's stack table of the stack with this key; 0, the empty stack, when there is none.
    int stack(long key, Pools pools) {
        int known = stacks.get(key);
        if (known == DenseKeys.NONE) {
            return 0;
        }
        if ((known & RUN) == 0) {
            return known >>> 1;
        }
        int id = ask(known >>> 1, pools);
        stacks.put(key, id << 1);
        return id;
    }

    private int ask(int run, Pools pools) {
        if (run >= asked.length) {
            int length = Math.max(runs.count(), asked.length * 2);
            asked = Arrays.copyOf(asked, length);
            ids = Arrays.copyOf(ids, length);
        }
        if (asked[run] != chunk && !calledAsBefore(run, pools)) {
            ids[run] = resolve(run);
        }
        asked[run] = chunk;
        return ids[run];
    }

    /// Looks up what its frames are called in this chunk; whether that is what they were called when the run was
    /// resolved last.
    private boolean calledAsBefore(int run, Pools pools) {
        if (looked.length < table.size()) {
            int length = Math.max(table.size(), looked.length * 2);
            looked = Arrays.copyOf(looked, length);
            named = Arrays.copyOf(named, length);
            since = Arrays.copyOf(since, length);
        }
        int last = asked[run];
        boolean same = last != 0;
        int[] frames = runs.frames();
        for (int i = runs.start(run), end = runs.end(run); i < end; i++) {
            int frame = frames[i];
            if (looked[frame] != chunk) {
                look(frame, pools);
            }
            same &= since[frame] <= last;
        }
        return same;
    }

    private void look(int frame, Pools pools) {
        int now = name(frame, pools);
        if (looked[frame] == 0 || named[frame] != now) {
            named[frame] = now;
            since[frame] = chunk;
        }
        looked[frame] = chunk;
    }

    private int resolve(int run) {
        int[] frames = runs.frames();
        resolver.begin();
        for (int i = runs.start(run), end = runs.end(run); i < end; i++) {
            resolver.add(named[frames[i]]);
        }
        return resolver.end(runs.truncated(run));
    }

    private int name(int frame, Pools pools) {
        long method = table.method(frame);
        Cursor type = pools.field(METHOD, method, "type");
        Cursor name = pools.field(METHOD, method, "name");
        return resolver.frame(
                type == null ? null : pools.className(type.number()),
                name == null ? null : pools.symbol(name.number()),
                table.line(frame));
    }
}
