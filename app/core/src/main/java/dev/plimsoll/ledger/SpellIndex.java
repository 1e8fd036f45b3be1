package dev.plimsoll.ledger;

import java.io.IOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// The time of a [LogView] cut into spells in which about equally much happened, and the rows that ended in each. One
/// thread.
final class SpellIndex {

    /// Time is cut at the ends of slots, of which there are at most so many, and more than half as many where the time
    /// is long enough.
    private static final int SLOTS = 1 << 14;

    private final LogView view;
    private final BooleanSupplier cancelled;
    private final long[] lasts;
    private long start = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;

    /// Nanoseconds of a slot, as a power of two.
    private int shift;

    private final int[] spellOfSlot = new int[SLOTS + 1];
    private long[] froms = new long[1];
    private Rows[] ended = new Rows[0];
    private Rows[] bereft = new Rows[0];

    /// Numbers of rows, without an object for each.
    private static final class Rows {
        private int[] numbers = new int[16];
        private int size;

        void add(int row) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = row;
        }

        LongBuffer outside() throws IOException {
            long[] longs = new long[size];
            for (int i = 0; i < size; i++) {
                longs[i] = numbers[i];
            }
            numbers = new int[0];
            return MappedLongs.of(longs);
        }
    }

    private interface Visitor {
        /// @param ended when the row's block ended, or [Long#MAX_VALUE]
        /// @param death when its owner's death was seen, or 0
        void row(int row, long born, long ended, long death);
    }

    private SpellIndex(LogView view, BooleanSupplier cancelled) {
        this.view = view;
        this.cancelled = cancelled;
        lasts = new long[view.count()];
        Arrays.fill(lasts, Long.MIN_VALUE);
    }

    /// @param most spells, at least 1
    /// @throws CancellationException when `cancelled` said yes
    static SpellIndex of(LogView view, int most, BooleanSupplier cancelled) {
        SpellIndex index = new SpellIndex(view, cancelled);
        index.measure();
        index.cut(most);
        index.assign();
        return index;
    }

    private void measure() {
        walk((row, born, ended, death) -> {
            int index = row >>> Stretch.SHIFT;
            lasts[index] = Math.max(lasts[index], born);
            start = Math.min(start, born);
            end = Math.max(Math.max(end, born), Math.max(ended == Long.MAX_VALUE ? born : ended, death));
        });
        while (start < end && (end - start) >>> shift >= SLOTS) {
            shift++;
        }
    }

    private void cut(int most) {
        int[] events = new int[SLOTS + 1];
        long[] all = new long[1];
        walk((row, born, ended, death) -> {
            events[slot(born)]++;
            all[0]++;
            if (ended != Long.MAX_VALUE) {
                events[slot(ended)]++;
                all[0]++;
            }
            if (death != 0) {
                events[slot(death)]++;
                all[0]++;
            }
        });
        froms = new long[most];
        froms[0] = Long.MIN_VALUE;
        int spell = 0;
        long passed = 0;
        for (int slot = 0; slot <= SLOTS; slot++) {
            spellOfSlot[slot] = spell;
            passed += events[slot];
            if (spell + 1 < most && slot < SLOTS && passed >= (spell + 1) * all[0] / most) {
                froms[++spell] = start + ((slot + 1L) << shift) - 1;
            }
        }
        froms = Arrays.copyOf(froms, spell + 1);
    }

    private void assign() {
        ended = new Rows[froms.length];
        bereft = new Rows[froms.length];
        Arrays.setAll(ended, i -> new Rows());
        Arrays.setAll(bereft, i -> new Rows());
        walk((row, born, end, death) -> {
            if (end != Long.MAX_VALUE) {
                ended[spellOfSlot[slot(end)]].add(row);
            }
            if (death != 0) {
                bereft[spellOfSlot[slot(death)]].add(row);
            }
        });
    }

    private int slot(long time) {
        return (int) ((time - start) >>> shift);
    }

    private void walk(Visitor visitor) {
        long[] room = Stretch.room();
        for (int index = 0; index < view.count(); index++) {
            LogView.look(cancelled);
            Stretch stretch = view.stretches()[index];
            long[] walked = stretch.walk(room);
            int rows = view.rowsOf(index);
            for (int i = 0; i < rows; i++) {
                long born = Stretch.allocated(walked, i);
                long ended = Math.max(born, Math.abs(Stretch.ended(walked, i)));
                visitor.row((index << Stretch.SHIFT) + i, born, ended, stretch.ownerCollected(i));
            }
        }
    }

    /// How many spells there are, at least one.
    int count() {
        return froms.length;
    }

    /// The moment after which a spell begins; it lasts until that of the next.
    long from(int spell) {
        return froms[spell];
    }

    /// The rows that ended in a spell; to be asked for once.
    LongBuffer ended(int spell) throws IOException {
        return ended[spell].outside();
    }

    /// The rows whose owner was collected in a spell; to be asked for once.
    LongBuffer bereft(int spell) throws IOException {
        return bereft[spell].outside();
    }

    /// Latest allocation of each stretch.
    long[] lasts() {
        return lasts;
    }
}
