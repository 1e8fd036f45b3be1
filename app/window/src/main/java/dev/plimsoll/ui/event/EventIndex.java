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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which events are shown, and in which order: four bytes each. Immutable. One that has grown shares all but its end
/// with the one before: a live target brings a look a second at a million rows.
final class EventIndex {

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;

    private static final int ROWS_BETWEEN_LOOKS = 1 << 14;

    static final EventIndex EMPTY = new EventIndex(new int[0], 0, "");

    /// Numbers of events, counted from the first that ever came, in the order shown; all pages but the last are full.
    /// Differences of such numbers are right even when there were more of them than an int holds.
    private final int[][] pages;

    private final int size;

    /// Number of the event that is row 0.
    private final int first;

    private final String error;

    private EventIndex(int[][] pages, int size, int first, String error) {
        this.pages = pages;
        this.size = size;
        this.first = first;
        this.error = error;
    }

    /// @param rows row numbers in the order shown
    private EventIndex(int[] rows, int first, String error) {
        this(new int[(rows.length + PAGE - 1) >>> PAGE_BITS][], rows.length, first, error);
        for (int page = 0; page < pages.length; page++) {
            int from = page << PAGE_BITS;
            pages[page] = Arrays.copyOfRange(rows, from, Math.min(from + PAGE, rows.length));
            for (int i = 0; i < pages[page].length; i++) {
                pages[page][i] += first;
            }
        }
    }

    int size() {
        return size;
    }

    /// The row number at a place in the order shown, from 0 to [#size()] - 1.
    int row(int place) {
        return pages[place >>> PAGE_BITS][place & (PAGE - 1)] - first;
    }

    /// Of the filter, or the empty string.
    String error() {
        return error;
    }

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
        EventFilter filter = EventFilter.of(wanted.filter, rows);
        return new EventIndex(found(0, rows, wanted, filter, cancelled), (int) rows.first(), filter.error());
    }

    /// As [#of], from what an earlier look at the same events came to: where rows are in the order of time only new
    /// ones are looked at and sorted, so that a look costs what came since the one before.
    ///
    /// @param before of `older`, for the same `wanted`
    /// @throws CancellationException when `cancelled` said yes
    static EventIndex grown(EventIndex before, RawRows older, RawRows rows, Wanted wanted, BooleanSupplier cancelled) {
        if (!rows.continues(older) || wanted.sortBy >= 0) {
            return of(rows, wanted, cancelled);
        }
        int gone = (int) (rows.first() - older.first());
        EventFilter filter = EventFilter.of(wanted.filter, rows);
        int[] fresh = found(Math.max(0, older.size() - gone), rows, wanted, filter, cancelled);
        if (gone > 0) {
            int[] kept = IntStream.range(0, before.size)
                    .map(place -> before.row(place) - gone)
                    .filter(row -> row >= 0)
                    .toArray();
            return new EventIndex(merged(kept, fresh, rows), (int) rows.first(), filter.error());
        }
        int shared = before.stays(fresh, rows) & -PAGE;
        int[] end = IntStream.range(shared, before.size).map(before::row).toArray();
        EventIndex tail = new EventIndex(merged(end, fresh, rows), (int) rows.first(), filter.error());
        int[][] pages = Arrays.copyOf(before.pages, (shared >>> PAGE_BITS) + tail.pages.length);
        System.arraycopy(tail.pages, 0, pages, shared >>> PAGE_BITS, tail.pages.length);
        return new EventIndex(pages, shared + tail.size, before.first, filter.error());
    }

    /// How many rows stand before all of `fresh`, which are in the order of time: nearly all do.
    private int stays(int[] fresh, RawRows rows) {
        int time = time(rows);
        int stays = size;
        while (fresh.length > 0
                && time >= 0
                && stays > 0
                && rows.number(row(stays - 1), time) > rows.number(fresh[0], time)) {
            stays--;
        }
        return stays;
    }

    /// Both are in the order of time; of the same time those that were there come first.
    private static int[] merged(int[] there, int[] fresh, RawRows rows) {
        int time = time(rows);
        int[] all = new int[there.length + fresh.length];
        int old = there.length - 1;
        int place = all.length - 1;
        for (int i = fresh.length - 1; i >= 0; i--) {
            long at = time < 0 ? 0 : rows.number(fresh[i], time);
            while (time >= 0 && old >= 0 && rows.number(there[old], time) > at) {
                all[place--] = there[old--];
            }
            all[place--] = fresh[i];
        }
        System.arraycopy(there, 0, all, 0, old + 1);
        return all;
    }

    private static int[] found(int first, RawRows rows, Wanted wanted, EventFilter filter, BooleanSupplier cancelled) {
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
        return by < 0 ? found : sorted(rows, found, by, wanted.sortBy >= 0 && wanted.descending);
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
}
