package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawField.Kind;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.RowOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Which events are shown, and in which order: four bytes each. Immutable after it is made.
///
/// @param rows row numbers in the order shown
/// @param error of the filter, or the empty string
record EventIndex(int[] rows, String error) {

    static final EventIndex EMPTY = new EventIndex(new int[0], "");

    private static final int ROWS_BETWEEN_LOOKS = 1 << 14;

    /// What is asked for.
    ///
    /// @param filter as typed
    /// @param sortBy place of a field, or -1 for the order of the file
    /// @param range only events that begin in it
    record Wanted(String filter, int sortBy, boolean descending, Optional<TimeRange> range) {

        static final Wanted FIRST = new Wanted("", -1, false, Optional.empty());

        Wanted with(Optional<TimeRange> other) {
            return new Wanted(filter, sortBy, descending, other);
        }

        Wanted with(String other) {
            return new Wanted(other, sortBy, descending, range);
        }

        Wanted by(int field, boolean down) {
            return new Wanted(filter, field, down, range);
        }
    }

    /// Any thread; a million rows take some tens of milliseconds.
    ///
    /// @throws CancellationException when `cancelled` said yes
    static EventIndex of(RawRows rows, Wanted wanted, BooleanSupplier cancelled) {
        return from(0, rows, wanted, cancelled);
    }

    /// As [#of], from what an earlier look at the same events came to: where rows are in the order of time only new
    /// ones
    /// are looked at and sorted, so that a look costs what came since the one before.
    ///
    /// @param before of `older`, for the same `wanted`
    /// @throws CancellationException when `cancelled` said yes
    static EventIndex grown(EventIndex before, RawRows older, RawRows rows, Wanted wanted, BooleanSupplier cancelled) {
        if (!rows.continues(older) || wanted.sortBy >= 0) {
            return of(rows, wanted, cancelled);
        }
        int gone = (int) (rows.first() - older.first());
        EventIndex fresh = from(Math.max(0, older.size() - gone), rows, wanted, cancelled);
        int[] all = new int[before.size() + fresh.size()];
        int kept = 0;
        for (int row : before.rows) {
            if (row >= gone) {
                all[kept++] = row - gone;
            }
        }
        all = kept == before.size() ? all : Arrays.copyOf(all, kept + fresh.size());
        merge(all, kept, fresh.rows, rows, time(rows));
        return new EventIndex(all, fresh.error);
    }

    /// Puts rows among the first `count` ones, from behind: those that are new are nearly always the last.
    private static void merge(int[] all, int count, int[] fresh, RawRows rows, int time) {
        int old = count - 1;
        int place = count + fresh.length - 1;
        for (int i = fresh.length - 1; i >= 0; i--) {
            long at = time < 0 ? 0 : rows.number(fresh[i], time);
            while (time >= 0 && old >= 0 && rows.number(all[old], time) > at) {
                all[place--] = all[old--];
            }
            all[place--] = fresh[i];
        }
    }

    private static EventIndex from(int first, RawRows rows, Wanted wanted, BooleanSupplier cancelled) {
        EventFilter filter = EventFilter.of(wanted.filter, rows);
        int time = time(rows);
        TimeRange range = time < 0 ? null : wanted.range.orElse(null);
        int[] found = new int[rows.size() - first];
        int count = 0;
        for (int row = first; row < rows.size(); row++) {
            if ((row - first) % ROWS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if ((range == null || range.contains(rows.number(row, time)))
                    && filter.rows().test(row)) {
                found[count++] = row;
            }
        }
        found = Arrays.copyOf(found, count);
        int by = wanted.sortBy >= 0 && wanted.sortBy < rows.fields().size() ? wanted.sortBy : time;
        return new EventIndex(
                by < 0 ? found : sorted(rows, found, by, wanted.sortBy >= 0 && wanted.descending), filter.error());
    }

    /// The field with the time of an event, or -1.
    static int time(RawRows rows) {
        return rows.field("startTime");
    }

    private static int[] sorted(RawRows rows, int[] found, int field, boolean descending) {
        Kind kind = rows.fields().get(field).kind();
        int @Nullable [] ranks = kind == Kind.WORD ? ranks(rows) : null;
        long[] keys = new long[found.length];
        for (int i = 0; i < keys.length; i++) {
            long value = rows.number(found[i], field);
            keys[i] = value == RawRows.NONE
                    ? value
                    : ranks != null ? ranks[(int) value] : kind.real() ? inOrder(value) : value;
        }
        return RowOrder.sorted(found, keys, descending);
    }

    /// Bits of doubles sort as numbers do once those below zero are turned around.
    private static long inOrder(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /// The place of each word in the alphabet.
    private static int[] ranks(RawRows rows) {
        Integer[] words = new Integer[rows.wordCount()];
        Arrays.setAll(words, i -> i);
        Arrays.sort(words, Comparator.comparing((Integer word) -> rows.word(word), String.CASE_INSENSITIVE_ORDER));
        int[] ranks = new int[words.length];
        for (int place = 0; place < words.length; place++) {
            ranks[words[place]] = place;
        }
        return ranks;
    }

    int size() {
        return rows.length;
    }
}
