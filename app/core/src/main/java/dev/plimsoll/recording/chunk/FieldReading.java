package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawField.Kind;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.recording.chunk.FieldLayout.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one field of an event, as a chunk's metadata declares it, becomes the number of a column. Values are what
/// `RecordedEvent` gives for them.
///
/// @param field as it is shown
/// @param layout as it is written
record FieldReading(RawField field, FieldLayout layout) {

    private static final String LABEL = "jdk.jfr.Label";
    private static final String TIMESTAMP = "jdk.jfr.Timestamp";
    private static final String TIMESPAN = "jdk.jfr.Timespan";
    private static final String AMOUNT = "jdk.jfr.DataAmount";
    private static final String ADDRESS = "jdk.jfr.MemoryAddress";
    private static final String PERCENTAGE = "jdk.jfr.Percentage";
    private static final String UNSIGNED = "jdk.jfr.Unsigned";
    private static final String THREAD = "java.lang.Thread";

    /// Fields of fields beyond are shown as one word.
    private static final int DEEPEST = 2;

    /// The fields of a type in the order in which they are written, those of structures one by one.
    static List<FieldReading> of(TypeLayout type) {
        List<FieldReading> readings = new ArrayList<>();
        add(readings, type, "", "", 0);
        return readings;
    }

    private static void add(List<FieldReading> into, TypeLayout type, String prefix, String labels, int depth) {
        for (FieldLayout layout : type.fields()) {
            String name = prefix + layout.name();
            String own = layout.traits().getOrDefault(LABEL, layout.name());
            String label = labels.isEmpty() ? own : labels + " " + own;
            if (layout.is(Encoding.STRUCT) && !layout.structure().simple() && depth < DEEPEST) {
                add(into, layout.structure(), name + ".", label, depth + 1);
            } else {
                into.add(new FieldReading(new RawField(name, label, kind(layout)), layout));
            }
        }
    }

    static String label(TypeLayout type) {
        String label = type.traits().getOrDefault(LABEL, "");
        return label.isEmpty() ? type.name() : label;
    }

    private static Kind kind(FieldLayout layout) {
        if (layout.array()) {
            return Kind.WORD;
        }
        Map<String, String> traits = layout.traits();
        return switch (layout.encoding()) {
            case BOOLEAN -> Kind.FLAG;
            case FLOAT, DOUBLE -> traits.containsKey(PERCENTAGE) ? Kind.SHARE : Kind.REAL;
            case BYTE, SHORT, INT, LONG -> {
                if (traits.containsKey(TIMESTAMP)) {
                    yield Kind.TIME;
                }
                if (traits.containsKey(TIMESPAN)) {
                    yield Kind.SPAN;
                }
                if (traits.containsKey(AMOUNT)) {
                    yield Kind.BYTES;
                }
                yield traits.containsKey(ADDRESS) ? Kind.ADDRESS : Kind.NUMBER;
            }
            case POOLED -> layout.pools(StackPool.TYPE) ? Kind.STACK : Kind.WORD;
            case CHAR, TEXT, STRUCT -> Kind.WORD;
        };
    }

    /// Reads the value at the cursor and moves behind it.
    long read(Cursor cursor, Values values) {
        if (layout.array()) {
            int from = cursor.position();
            int count = cursor.count();
            Cursor again = cursor.at(from);
            layout.skip(again);
            cursor.skip(again.position() - cursor.position());
            return values.maker().word(count + " values");
        }
        boolean unsigned = layout.traits().containsKey(UNSIGNED);
        return switch (layout.encoding()) {
            case BOOLEAN -> cursor.flag() ? 1 : 0;
            case BYTE -> scaled(unsigned ? Byte.toUnsignedLong(cursor.octet()) : cursor.octet(), values);
            case SHORT -> {
                short value = (short) cursor.integer(2);
                yield scaled(unsigned ? Short.toUnsignedLong(value) : value, values);
            }
            case INT -> {
                int value = (int) cursor.integer(4);
                yield scaled(unsigned ? Integer.toUnsignedLong(value) : value, values);
            }
            case LONG -> scaled(cursor.number(), values);
            case FLOAT -> Double.doubleToRawLongBits(cursor.real4());
            case DOUBLE -> Double.doubleToRawLongBits(cursor.real8());
            case CHAR -> values.maker().word(String.valueOf((char) cursor.integer(2)));
            case TEXT -> text(cursor, values);
            case STRUCT -> {
                String word = values.structure(layout.structure(), cursor);
                yield values.maker().word(word);
            }
            case POOLED -> pooled(cursor.number(), values);
        };
    }

    /// The same few words come again and again: each is made once per chunk.
    private static long text(Cursor cursor, Values values) {
        int from = cursor.position();
        cursor.skipText();
        int known = values.texts().find(cursor.bytes(), from, cursor.position());
        if (known != StackRuns.NONE) {
            return known;
        }
        long word = values.maker().word(cursor.at(from).text(values.pools()));
        if (word != RawRows.NONE) {
            values.texts().found((int) word);
        }
        return word;
    }

    private long pooled(long key, Values values) {
        TypeLayout type = layout.type();
        if (field.kind() == Kind.STACK) {
            return values.stacks().stack(key, values.pools());
        }
        return type == null ? RawRows.NONE : values.word(type, key);
    }

    /// In the unit of the field's kind.
    private long scaled(long value, Values values) {
        if (field.kind() == Kind.TIME) {
            return time(value, values.clock());
        }
        if (field.kind() == Kind.SPAN) {
            return span(value, values.clock());
        }
        return field.kind() == Kind.BYTES && "BITS".equals(layout.traits().get(AMOUNT)) ? value / 8 : value;
    }

    private long time(long value, ChunkHeader.Clock clock) {
        if (value == Long.MIN_VALUE) {
            return RawRows.NONE;
        }
        return "TICKS".equals(layout.traits().get(TIMESTAMP)) ? clock.nanos(value) : value * 1_000_000;
    }

    private long span(long value, ChunkHeader.Clock clock) {
        if (value == Long.MIN_VALUE || value == Long.MAX_VALUE) {
            return RawRows.NONE;
        }
        return switch (layout.traits().getOrDefault(TIMESPAN, "")) {
            case "TICKS" -> clock.span(value);
            case "MICROSECONDS" -> value * 1_000;
            case "MILLISECONDS" -> value * 1_000_000;
            case "SECONDS" -> value * 1_000_000_000;
            default -> value;
        };
    }

    /// What values of one chunk are looked up in.
    ///
    /// @param known words by type and key
    /// @param texts words by the bytes of an event
    record Values(
            RawRows.Maker maker,
            Pools pools,
            StackPool stacks,
            ChunkHeader.Clock clock,
            Map<Long, LongMap> known,
            WrittenValues texts) {

        private static final List<String> NAMES = List.of("javaName", "name", "string", "description");
        private static final int DEEPEST_WORD = 3;

        /// The word for a constant: made once per chunk.
        long word(TypeLayout type, long key) {
            LongMap words = known.computeIfAbsent(type.id(), id -> new LongMap());
            int number = words.get(key);
            if (number == LongMap.NONE) {
                String word = constant(type, key, 0);
                if (word == null) {
                    return RawRows.NONE;
                }
                number = (int) maker.word(word);
                words.put(key, number);
            }
            return number;
        }

        private @Nullable String constant(TypeLayout type, long key, int depth) {
            if (type.name().equals(Pools.CLASS)) {
                return pools.className(key);
            }
            if (type.name().equals(Pools.STRING)) {
                return pools.string(key);
            }
            Cursor cursor = pools.value(type, key);
            return cursor == null ? null : name(type, cursor, depth);
        }

        @Nullable
        String structure(TypeLayout type, Cursor cursor) {
            int from = cursor.position();
            type.skip(cursor);
            return name(type, cursor.at(from), 0);
        }

        /// The field that names it: for a thread the Java name or else the system's, for the rest the first that is a
        /// word.
        private @Nullable String name(TypeLayout type, Cursor cursor, int depth) {
            String first = null;
            for (FieldLayout part : type.fields()) {
                int from = cursor.position();
                part.skip(cursor);
                boolean names = NAMES.contains(part.name()) || type.simple();
                if (names
                        || (first == null
                                && type.name().equals(THREAD)
                                && part.name().equals("osName"))) {
                    String word = text(part, cursor.at(from), depth);
                    if (names && word != null) {
                        return word;
                    }
                    first = first == null ? word : first;
                }
            }
            return first;
        }

        private @Nullable String text(FieldLayout part, Cursor cursor, int depth) {
            if (part.array() || depth > DEEPEST_WORD) {
                return null;
            }
            return switch (part.encoding()) {
                case TEXT -> cursor.text(pools);
                case POOLED -> part.type() == null ? null : constant(part.type(), cursor.number(), depth + 1);
                case BYTE, SHORT, INT, LONG -> Long.toString(cursor.number());
                case BOOLEAN, CHAR, FLOAT, DOUBLE, STRUCT -> null;
            };
        }
    }
}
