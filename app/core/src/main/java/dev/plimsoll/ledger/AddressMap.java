package dev.plimsoll.ledger;

import java.util.Arrays;
import java.util.SplittableRandom;

/// From an address to a row >= 0. Open addressing with linear probing; a deletion shifts the run behind it back, so no
/// tombstones gather and a look-up stays as short after a billion frees as after the first. One thread.
final class AddressMap {

    static final int NONE = -1;

    /// Drawn anew in each JVM: nobody can write a recording whose addresses all fall into one slot.
    private static final long SPREAD = new SplittableRandom().nextLong() | 1;

    private long[] addresses = new long[64];
    private int[] rows = empty(64);
    private int size;

    int size() {
        return size;
    }

    int get(long address) {
        int mask = rows.length - 1;
        int slot = slot(address, rows.length);
        while (rows[slot] != NONE) {
            if (addresses[slot] == address) {
                return rows[slot];
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    /// Returns the row that was there before, or [#NONE].
    int put(long address, int row) {
        if (size * 5L > rows.length * 3L) {
            grow();
        }
        int slot = slot(address, rows.length);
        while (rows[slot] != NONE) {
            if (addresses[slot] == address) {
                int before = rows[slot];
                rows[slot] = row;
                return before;
            }
            slot = (slot + 1) & (rows.length - 1);
        }
        addresses[slot] = address;
        rows[slot] = row;
        size++;
        return NONE;
    }

    /// Returns the row that was there, or [#NONE].
    int remove(long address) {
        int mask = rows.length - 1;
        int slot = slot(address, rows.length);
        while (rows[slot] != NONE) {
            if (addresses[slot] == address) {
                int row = rows[slot];
                close(slot);
                size--;
                return row;
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    /// Moves into the hole whatever of the run behind it may stand there: an entry may go back to the hole unless its
    /// own first slot lies behind the hole.
    private void close(int hole) {
        int mask = rows.length - 1;
        int slot = hole;
        while (true) {
            slot = (slot + 1) & mask;
            if (rows[slot] == NONE) {
                break;
            }
            int first = slot(addresses[slot], rows.length);
            if (((slot - first) & mask) >= ((slot - hole) & mask)) {
                addresses[hole] = addresses[slot];
                rows[hole] = rows[slot];
                hole = slot;
            }
        }
        rows[hole] = NONE;
    }

    private void grow() {
        long[] oldAddresses = addresses;
        int[] oldRows = rows;
        addresses = new long[oldRows.length * 2];
        rows = empty(oldRows.length * 2);
        int mask = rows.length - 1;
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != NONE) {
                int slot = slot(oldAddresses[i], rows.length);
                while (rows[slot] != NONE) {
                    slot = (slot + 1) & mask;
                }
                addresses[slot] = oldAddresses[i];
                rows[slot] = oldRows[i];
            }
        }
    }

    private static int slot(long address, int length) {
        return (int) ((address * SPREAD) >>> (64 - Integer.numberOfTrailingZeros(length)));
    }

    private static int[] empty(int length) {
        int[] rows = new int[length];
        Arrays.fill(rows, NONE);
        return rows;
    }
}
