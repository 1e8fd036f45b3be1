package dev.plimsoll.event.raw;

import dev.plimsoll.event.Stack;
import dev.plimsoll.event.StackTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Events of one type, a column per field; some bytes per value and no object per event. Immutable once made; any
/// thread may read it.
public final class RawRows {

    /// Stands where an event has no value or an unknown one.
    public static final long NONE = Long.MIN_VALUE;

    private final String type;
    private final List<RawField> fields;
    private final LongColumn[] columns;
    private final List<String> words;
    private final StackTable stacks;
    private final Maker maker;
    private final long first;
    private final @Nullable String problem;

    private RawRows(Maker maker, LongColumn[] columns, List<String> words, @Nullable String problem) {
        this.type = maker.type;
        this.fields = maker.fields;
        this.columns = columns;
        this.words = words;
        this.stacks = maker.stacks;
        this.maker = maker;
        this.first = maker.dropped;
        this.problem = problem;
    }

    /// How many events came before the first row and are no longer kept.
    public long first() {
        return first;
    }

    /// Whether both are of one reading, at different moments: then an event's number, counted from [#first()], is the
    /// same in both.
    public boolean continues(@Nullable RawRows earlier) {
        return earlier != null && earlier.maker == maker;
    }

    /// Name of the event type.
    public String type() {
        return type;
    }

    public List<RawField> fields() {
        return fields;
    }

    public int size() {
        return columns.length == 0 ? 0 : columns[0].size();
    }

    /// The number of a value, as its field's kind says, or [#NONE].
    public long number(int row, int field) {
        return columns[field].get(row);
    }

    /// A value of a field that is [RawField.Kind#numeric()], or NaN.
    public double real(int row, int field) {
        long value = columns[field].get(row);
        if (value == NONE) {
            return Double.NaN;
        }
        return fields.get(field).kind().real() ? Double.longBitsToDouble(value) : value;
    }

    /// The word with this number; the empty one for [#NONE].
    public String word(long number) {
        return number == NONE ? "" : words.get((int) number);
    }

    /// Distinct words of all fields.
    public int wordCount() {
        return words.size();
    }

    public Stack stack(long id) {
        return stacks.get(id == NONE ? 0 : (int) id);
    }

    /// Distinct stacks, with the empty one.
    public int stackCount() {
        return stacks.size();
    }

    /// Place of a field, or -1.
    public int field(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /// Bytes that the columns take.
    public long bytes() {
        long bytes = 0;
        for (LongColumn column : columns) {
            bytes += column.bytesKept();
        }
        return bytes;
    }

    /// One sentence that says what could not be read or is not kept, or null.
    public @Nullable String problem() {
        return problem;
    }

    private static long bytes(LongColumn[] columns) {
        long bytes = 0;
        for (LongColumn column : columns) {
            bytes += column.bytes();
        }
        return bytes;
    }

    /// Fills a table, value by value in the order of the fields. One thread.
    public static final class Maker {

        /// Distinct words that are kept; the rest are one word.
        private static final int MOST_WORDS = 1 << 18;

        private static final String REST = "…";

        private final String type;
        private final List<RawField> fields;
        private final LongColumn[] columns;
        private final List<String> words = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final StackTable stacks;
        private List<String> wordsGiven = List.of();
        private long dropped;

        public Maker(String type, List<RawField> fields, StackTable stacks) {
            this.type = type;
            this.fields = List.copyOf(fields);
            this.columns = new LongColumn[fields.size()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = new LongColumn();
            }
            this.stacks = stacks;
        }

        public List<RawField> fields() {
            return fields;
        }

        /// Each field once per event.
        public void add(int field, long value) {
            columns[field].add(value);
        }

        /// The number that stands for a word.
        public long word(@Nullable String word) {
            if (word == null) {
                return NONE;
            }
            Integer known = numbers.get(word);
            if (known != null) {
                return known;
            }
            if (words.size() >= MOST_WORDS) {
                return word(numbers.containsKey(REST) ? REST : keep(REST));
            }
            int number = words.size();
            keep(word);
            return number;
        }

        private String keep(String word) {
            numbers.put(word, words.size());
            words.add(word);
            return word;
        }

        public int size() {
            return columns.length == 0 ? 0 : columns[0].size();
        }

        /// Bytes of the columns so far.
        public long bytes() {
            return RawRows.bytes(columns);
        }

        /// So many events came before the first that is added, and are not kept.
        public void came(long before) {
            dropped += before;
        }

        /// Drops about the older half of the events. Their words and stacks stay.
        public void dropOldest() {
            int rows = 0;
            for (LongColumn column : columns) {
                rows = column.dropOldest();
            }
            dropped += rows;
        }

        /// Events that were dropped or came before.
        public long dropped() {
            return dropped;
        }

        /// All events; nothing may be added afterwards.
        ///
        /// @param problem one sentence, or null
        public RawRows rows(@Nullable String problem) {
            for (LongColumn column : columns) {
                column.seal();
            }
            return new RawRows(this, columns, words, problem);
        }

        /// The events until now, for any thread, while more are added.
        ///
        /// @param problem one sentence, or null
        public RawRows soFar(@Nullable String problem) {
            LongColumn[] now = new LongColumn[columns.length];
            for (int i = 0; i < now.length; i++) {
                now[i] = columns[i].soFar();
            }
            if (wordsGiven.size() != words.size()) {
                wordsGiven = List.copyOf(words);
            }
            return new RawRows(this, now, wordsGiven, problem);
        }
    }
}
