package dev.plimsoll.recording.chunk;

import dev.plimsoll.recording.chunk.FieldLayout.Encoding;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stack traces of one chunk as numbers: a stack is a run of frame numbers, a frame is a method's key, a line
/// and a frame type's key. What a frame is called is looked up once per chunk, which stack it is once per stack.
///
/// ```
/// runs     0 4 9 ...        stack n is frames[runs[n] .. runs[n + 1])
/// frames   7 3 3 1 8 8 2 ...
/// ```
///
/// One thread.
final class StackPool {

    static final String TYPE = "jdk.types.StackTrace";

    private static final String FRAME = "jdk.types.StackFrame";
    private static final String METHOD = "jdk.types.Method";
    private static final String FRAME_TYPE = "jdk.types.FrameType";

    /// Where the fields that count stand among the fields of a frame.
    private enum Part {
        METHOD,
        LINE,
        TYPE,
        OTHER
    }

    /// What the JDKs write of a frame: the method's key, the line, the bytecode's index and the type's key.
    private static final Part[] PLAIN = {Part.METHOD, Part.LINE, Part.OTHER, Part.TYPE};

    private final StackResolver resolver;
    private List<FieldLayout> traceFields = List.of();
    private Part[] parts = {};
    private boolean plain;
    private List<FieldLayout> frameFields = List.of();

    private final DenseKeys stacks = new DenseKeys();
    private int[] runs = new int[1024];
    private boolean[] truncated = new boolean[1024];
    private int[] resolved = new int[1024];
    private int stackCount;

    private int[] frames = new int[1 << 14];
    private int frameCount;

    private final FrameTable table = new FrameTable();
    private int[] named = {};

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

    /// Forgets the chunk before.
    void begin(Metadata metadata, boolean compressed) {
        stacks.clear();
        table.clear();
        stackCount = 0;
        frameCount = 0;
        named = new int[0];
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
                plain = compressed
                        && Arrays.equals(parts, PLAIN)
                        && frameFields.get(2).is(Encoding.INT);
                traceFields = type.fields();
            }
        }
    }

    private static Part part(FieldLayout field) {
        return switch (field.name()) {
            case "method" -> Part.METHOD;
            case "lineNumber" -> Part.LINE;
            case "type" -> Part.TYPE;
            default -> Part.OTHER;
        };
    }

    /// Takes in `count` stacks.
    void add(Cursor cursor, int count) {
        for (int i = 0; i < count; i++) {
            long key = cursor.number();
            boolean cut = false;
            int from = frameCount;
            for (FieldLayout field : traceFields) {
                if (field.name().equals("frames")) {
                    addFrames(cursor);
                } else if (field.name().equals("truncated")) {
                    cut = cursor.flag();
                } else {
                    field.skip(cursor);
                }
            }
            put(key, from, cut);
        }
    }

    private void addFrames(Cursor cursor) {
        int count = cursor.count();
        if (frames.length - frameCount < count) {
            frames = Arrays.copyOf(frames, Math.max(frameCount + count, frames.length * 2));
        }
        if (plain && cursor.holds((long) count * PLAIN.length * Varint.LONGEST)) {
            addPlainFrames(cursor, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            long method = 0;
            int line = -1;
            long type = 0;
            for (int part = 0; part < parts.length; part++) {
                switch (parts[part]) {
                    case METHOD -> method = cursor.number();
                    case LINE -> line = (int) cursor.integer(4);
                    case TYPE -> type = cursor.number();
                    case OTHER -> frameFields.get(part).skip(cursor);
                }
            }
            frames[frameCount++] = table.number(method, line, type);
        }
    }

    /// Frames as every JDK writes them, where so much follows that none of their values can lie behind the end.
    private void addPlainFrames(Cursor cursor, int count) {
        byte[] bytes = cursor.bytes();
        int at = cursor.position();
        for (int i = 0; i < count; i++) {
            long method = Varint.value(bytes, at);
            at = Varint.end(bytes, at);
            int line = (int) Varint.value(bytes, at);
            at = Varint.end(bytes, Varint.end(bytes, at));
            long type = Varint.value(bytes, at);
            at = Varint.end(bytes, at);
            frames[frameCount++] = table.number(method, line, type);
        }
        cursor.skip(at - cursor.position());
    }

    private void put(long key, int from, boolean cut) {
        if (stackCount + 1 >= runs.length) {
            int length = runs.length * 2;
            runs = Arrays.copyOf(runs, length);
            truncated = Arrays.copyOf(truncated, length);
            resolved = Arrays.copyOf(resolved, length);
        }
        runs[stackCount] = from;
        runs[stackCount + 1] = frameCount;
        truncated[stackCount] = cut;
        resolved[stackCount] = -1;
        stacks.put(key, stackCount++);
    }

    /// The id in the session's stack table of the stack with this key; 0, the empty stack, when there is none.
    int stack(long key, Pools pools) {
        int stack = stacks.get(key);
        if (stack == DenseKeys.NONE) {
            return 0;
        }
        if (resolved[stack] < 0) {
            resolved[stack] = resolve(stack, pools);
        }
        return resolved[stack];
    }

    private int resolve(int stack, Pools pools) {
        if (named.length < table.size()) {
            int had = named.length;
            named = Arrays.copyOf(named, Math.max(table.size(), had + had / 2));
            Arrays.fill(named, had, named.length, StackResolver.UNKNOWN);
        }
        resolver.begin();
        for (int i = runs[stack]; i < runs[stack + 1]; i++) {
            int frame = frames[i];
            if (named[frame] == StackResolver.UNKNOWN) {
                named[frame] = name(frame, pools);
            }
            resolver.add(named[frame]);
        }
        return resolver.end(truncated[stack]);
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
