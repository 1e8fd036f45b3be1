package dev.plimsoll.ledger;

import java.util.SplittableRandom;

/// From an address to a row >= 0. Open addressing with linear probing; a deletion shifts the run behind it back, so no
/// tombstones gather and a look-up stays as short after a billion frees as after the first. An address and its row lie
/// side by side, so that a look-up touches one line of the cache. One thread.
final class AddressMap {

    static final int NONE = -1;

    /// Drawn anew in each JVM: nobody can write a recording whose addresses all fall into one slot.
    private static final long SPREAD = new SplittableRandom().nextLong() | 1;

    /// An address, then one more than its row, 0 where there is none; two longs a slot.
    private long[] slots = new long[64 << 1];

    private int shift = Long.SIZE - 6;
    private int size;

    int size() {
        return size;
    }

    int get(long address) {
        long[] table = slots;
        int mask = table.length - 1;
        int at = first(address);
        while (true) {
            long row = table[at + 1];
            if (row == 0) {
                return NONE;
            }
            if (table[at] == address) {
                return (int) row - 1;
            }
            at = (at + 2) & mask;
        }
    }

    /// Returns the row that was there before, or [#NONE].
    int put(long address, int row) {
        if (size * 10L > slots.length * 3L) {
            grow();
        }
        long[] table = slots;
        int mask = table.length - 1;
        int at = first(address);
        while (table[at + 1] != 0) {
            if (table[at] == address) {
                int before = (int) table[at + 1] - 1;
                table[at + 1] = row + 1L;
                return before;
            }
            at = (at + 2) & mask;
        }
        table[at] = address;
        table[at + 1] = row + 1L;
        size++;
        return NONE;
    }

    /// Returns the row that was there, or [#NONE].
    int remove(long address) {
        long[] table = slots;
        int mask = table.length - 1;
        int at = first(address);
        while (table[at + 1] != 0) {
            if (table[at] == address) {
                int row = (int) table[at + 1] - 1;
                close(at);
                size--;
                return row;
            }
            at = (at + 2) & mask;
        }
        return NONE;
    }

    /// Moves into the hole whatever of the run behind it may stand there: an entry may go back to the hole unless its
    /// own first slot lies behind the hole.
    private void close(int from) {
        long[] table = slots;
        int mask = table.length - 1;
        int hole = from;
        int at = (from + 2) & mask;
        while (table[at + 1] != 0) {
            int first = first(table[at]);
            if (((at - first) & mask) >= ((at - hole) & mask)) {
                table[hole] = table[at];
                table[hole + 1] = table[at + 1];
                hole = at;
            }
            at = (at + 2) & mask;
        }
        table[hole + 1] = 0;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        shift--;
        int mask = slots.length - 1;
        for (int from = 0; from < old.length; from += 2) {
            if (old[from + 1] != 0) {
                int at = first(old[from]);
                while (slots[at + 1] != 0) {
                    at = (at + 2) & mask;
                }
                slots[at] = old[from];
                slots[at + 1] = old[from + 1];
            }
        }
    }

    /// Where the search for an address begins.
    private int first(long address) {
        return (int) ((address * SPREAD) >>> shift) << 1;
    }
}
