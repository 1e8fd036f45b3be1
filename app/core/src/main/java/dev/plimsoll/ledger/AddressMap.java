package dev.plimsoll.ledger;

import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;

/// From an address to a row >= 0. Open addressing with linear probing; a deletion shifts the run behind it back, so no
/// tombstones gather and a look-up stays as short after a billion frees as after the first. A slot holds half of the
/// address's hash, which says where the search for it began; the address itself is asked of its row, to which whoever
/// looks it up goes next. One thread.
final class AddressMap {

    static final int NONE = -1;

    /// Drawn anew in each JVM: nobody can write a recording whose addresses all fall into one slot.
    private static final long SPREAD = new SplittableRandom().nextLong() | 1;

    private final IntToLongFunction addresses;

    /// Half a hash, then one more than a row; 0 where there is none.
    private long[] slots = new long[64];

    private int shift = Integer.SIZE - 6;
    private int size;

    /// @param addresses the address of a row that was put and not removed
    AddressMap(IntToLongFunction addresses) {
        this.addresses = addresses;
    }

    int size() {
        return size;
    }

    int get(long address) {
        long[] table = slots;
        int at = find(table, hash(address), address);
        return table[at] == 0 ? NONE : row(table[at]);
    }

    /// The row that an address most likely has, without a look at the row itself.
    int likely(long address) {
        long[] table = slots;
        int mask = table.length - 1;
        int hash = hash(address);
        int at = hash >>> shift;
        while (table[at] != 0 && hashIn(table[at]) != hash) {
            at = (at + 1) & mask;
        }
        return table[at] == 0 ? NONE : row(table[at]);
    }

    /// The place for an address, to be filled at once, or [#NONE] when it is there already.
    int hole(long address) {
        makeRoom();
        int at = find(slots, hash(address), address);
        return slots[at] == 0 ? at : NONE;
    }

    /// Puts what is not there.
    ///
    /// @param hole of [#hole]
    void fill(int hole, long address, int row) {
        slots[hole] = slot(hash(address), row);
        size++;
    }

    /// Returns the row that was there before, or [#NONE].
    int put(long address, int row) {
        makeRoom();
        int at = find(slots, hash(address), address);
        if (slots[at] == 0) {
            fill(at, address, row);
            return NONE;
        }
        int before = row(slots[at]);
        slots[at] = slot(hash(address), row);
        return before;
    }

    /// Returns the row that was there, or [#NONE].
    int remove(long address) {
        long[] table = slots;
        int at = find(table, hash(address), address);
        if (table[at] == 0) {
            return NONE;
        }
        int row = row(table[at]);
        close(at);
        size--;
        return row;
    }

    /// Where an address is, or the hole where it would be.
    private int find(long[] table, int hash, long address) {
        int mask = table.length - 1;
        int at = hash >>> shift;
        while (table[at] != 0 && !holds(table[at], hash, address)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void makeRoom() {
        if (size * 10L > slots.length * 6L) {
            grow();
        }
    }

    /// One comparison for both cases: another address with the same hash comes so late that a branch of its own would
    /// have been compiled as one that is never taken.
    private boolean holds(long slot, int hash, long address) {
        long there = hashIn(slot) == hash ? addresses.applyAsLong(row(slot)) : ~address;
        return there == address;
    }

    /// Moves into the hole whatever of the run behind it may stand there: an entry may go back to the hole unless its
    /// own first slot lies behind the hole.
    private void close(int from) {
        long[] table = slots;
        int mask = table.length - 1;
        int hole = from;
        int at = (from + 1) & mask;
        while (table[at] != 0) {
            int first = hashIn(table[at]) >>> shift;
            if (((at - first) & mask) >= ((at - hole) & mask)) {
                table[hole] = table[at];
                hole = at;
            }
            at = (at + 1) & mask;
        }
        table[hole] = 0;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        shift--;
        int mask = slots.length - 1;
        for (long slot : old) {
            if (slot != 0) {
                int at = hashIn(slot) >>> shift;
                while (slots[at] != 0) {
                    at = (at + 1) & mask;
                }
                slots[at] = slot;
            }
        }
    }

    private static int hash(long address) {
        return (int) ((address * SPREAD) >>> Integer.SIZE);
    }

    private static long slot(int hash, int row) {
        return ((long) hash << Integer.SIZE) | (row + 1);
    }

    private static int hashIn(long slot) {
        return (int) (slot >>> Integer.SIZE);
    }

    private static int row(long slot) {
        return (int) slot - 1;
    }
}
