package dev.plimsoll.recording.chunk;

import dev.plimsoll.recording.chunk.FieldLayout.Encoding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event of any type, or a part of one, read field by field as it is asked. Values are what `RecordedEvent` gives
/// for them. Used again for the next event. One thread.
final class ChunkEvent implements EventFields {

    private static final String START = "startTime";
    private static final String DURATION = "duration";
    private static final String STACK = "stackTrace";

    private static final String UNSIGNED = "jdk.jfr.Unsigned";
    private static final String TIMESPAN = "jdk.jfr.Timespan";

    private final Pools pools;
    private final StackPool stacks;
    private final ChunkHeader.Clock clock;
    private final boolean compressed;

    private @Nullable TypeLayout type;
    private byte[] bytes = {};
    private int from;
    private int end;

    ChunkEvent(Pools pools, StackPool stacks, ChunkHeader.Clock clock, boolean compressed) {
        this.pools = pools;
        this.stacks = stacks;
        this.clock = clock;
        this.compressed = compressed;
    }

    /// Stands at another event, whose fields are `bytes[from..end)`.
    void at(TypeLayout eventType, byte[] chunkBytes, int fieldsFrom, int fieldsEnd) {
        type = eventType;
        bytes = chunkBytes;
        from = fieldsFrom;
        end = fieldsEnd;
    }

    /// A field and the place of its value.
    private record Found(FieldLayout field, Cursor cursor) {}

    private Found find(String name) {
        Found found = search(name);
        if (found == null) {
            throw new IllegalArgumentException(name);
        }
        return found;
    }

    private @Nullable Found search(String name) {
        Cursor cursor = new Cursor(bytes, from, end, compressed);
        return type == null ? null : search(type.fields(), name, cursor);
    }

    private static @Nullable Found search(List<FieldLayout> fields, String name, Cursor cursor) {
        for (FieldLayout field : fields) {
            if (field.name().equals(name)) {
                return new Found(field, cursor);
            }
            if (field.is(Encoding.STRUCT) && name.startsWith(field.name() + ".")) {
                return search(
                        field.structure().fields(), name.substring(field.name().length() + 1), cursor);
            }
            field.skip(cursor);
        }
        return null;
    }

    @Override
    public String name() {
        return type == null ? "" : type.name();
    }

    @Override
    public boolean has(String field) {
        return search(field) != null;
    }

    @Override
    public long time() {
        return clock.nanos(find(START).cursor.number());
    }

    @Override
    public long duration() {
        Found duration = search(DURATION);
        if (duration == null) {
            return 0;
        }
        long start = find(START).cursor.number();
        long length = clock.nanos(start + duration.cursor.number()) - clock.nanos(start);
        return length < 0 ? 0 : known(length);
    }

    @Override
    public long number(String field) {
        Found found = find(field);
        if (found.field.array()) {
            throw new IllegalArgumentException(field);
        }
        boolean unsigned = found.field.traits().containsKey(UNSIGNED);
        Cursor cursor = found.cursor;
        return switch (found.field.encoding()) {
            case LONG -> cursor.number();
            case INT -> unsigned ? Integer.toUnsignedLong((int) cursor.integer(4)) : (int) cursor.integer(4);
            case SHORT -> unsigned ? Short.toUnsignedLong((short) cursor.integer(2)) : (short) cursor.integer(2);
            case CHAR -> (char) cursor.integer(2);
            case BYTE -> unsigned ? Byte.toUnsignedLong(cursor.octet()) : cursor.octet();
            case BOOLEAN, FLOAT, DOUBLE, TEXT, POOLED, STRUCT -> throw new IllegalArgumentException(field);
        };
    }

    @Override
    public double real(String field) {
        Found found = find(field);
        return switch (found.field.encoding()) {
            case DOUBLE -> found.cursor.real8();
            case FLOAT -> found.cursor.real4();
            default -> number(field);
        };
    }

    @Override
    public boolean flag(String field) {
        Found found = find(field);
        if (!found.field.is(Encoding.BOOLEAN)) {
            throw new IllegalArgumentException(field);
        }
        return found.cursor.flag();
    }

    @Override
    public @Nullable String word(String field) {
        Found found = find(field);
        if (found.field.is(Encoding.TEXT)) {
            return found.cursor.text(pools);
        }
        if (found.field.pools(Pools.STRING)) {
            return pools.string(found.cursor.number());
        }
        TypeLayout of = found.field.type();
        if (found.field.array()
                || of == null
                || !of.simple()
                || !of.fields().getFirst().is(Encoding.TEXT)) {
            throw new IllegalArgumentException(field);
        }
        if (found.field.encoding() == Encoding.STRUCT) {
            return found.cursor.text(pools);
        }
        Cursor value = pools.value(of, found.cursor.number());
        return value == null ? null : value.text(pools);
    }

    @Override
    public @Nullable EventFields part(String field) {
        Found found = find(field);
        TypeLayout of = found.field.type();
        if (found.field.array() || of == null) {
            throw new IllegalArgumentException(field);
        }
        Cursor value = found.field.is(Encoding.STRUCT) ? found.cursor : pools.value(of, found.cursor.number());
        if (value == null) {
            return null;
        }
        ChunkEvent part = new ChunkEvent(pools, stacks, clock, compressed);
        part.at(of, value.bytes(), value.position(), value.position() + value.remaining());
        return part;
    }

    @Override
    public long span(String field) {
        long span = number(field);
        if (span <= 0 || span == Long.MAX_VALUE) {
            return 0;
        }
        String unit = find(field).field.traits().getOrDefault(TIMESPAN, "");
        return switch (unit) {
            case "TICKS" -> known(clock.span(span));
            case "NANOSECONDS" -> known(span);
            case "MICROSECONDS" -> known(span * 1_000);
            case "MILLISECONDS" -> span / 1_000 > Integer.MAX_VALUE ? 0 : span * 1_000_000;
            case "SECONDS" -> span > Integer.MAX_VALUE ? 0 : span * 1_000_000_000;
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static long known(long nanos) {
        return nanos < 0 || nanos / 1_000_000_000 > Integer.MAX_VALUE ? 0 : nanos;
    }

    @Override
    public int stack() {
        Found found = search(STACK);
        return found == null || !found.field.pools(StackPool.TYPE) ? 0 : stacks.stack(found.cursor.number(), pools);
    }
}
