package dev.plimsoll.recording.chunk;

import java.util.SplittableRandom;

/// From a long to an int >= 0. Open addressing with linear probing. One thread.
///
/// The keys come from a file that anybody may have written, so the multiplier is drawn anew in each JVM: nobody
/// can choose keys that all fall into one slot.
final class LongMap {

    static final int NONE = -1;

    private static final long SPREAD = new SplittableRandom().nextLong() | 1;

    private long[] keys;
    /// One more than the value, 0 where there is none.
    private int[] values;
    private int shift;
    private int size;

    LongMap() {
        clear();
    }

    int size() {
        return size;
    }

    void clear() {
        keys = new long[64];
        values = new int[64];
        shift = 64 - 6;
        size = 0;
    }

    int get(long key) {
        int mask = values.length - 1;
        for (int slot = (int) ((key * SPREAD) >>> shift); ; slot = (slot + 1) & mask) {
            int value = values[slot];
            if (value == 0 || keys[slot] == key) {
                return value - 1;
            }
        }
    }

    /// A later value for the same key takes the place of the earlier one.
    void put(long key, int value) {
        if (size * 2 >= values.length) {
            grow();
        }
        if (set(key, value)) {
            size++;
        }
    }

    private boolean set(long key, int value) {
        int mask = values.length - 1;
        int slot = (int) ((key * SPREAD) >>> shift);
        while (values[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        boolean added = values[slot] == 0;
        keys[slot] = key;
        values[slot] = value + 1;
        return added;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        shift--;
        for (int slot = 0; slot < oldKeys.length; slot++) {
            if (oldValues[slot] != 0) {
                set(oldKeys[slot], oldValues[slot] - 1);
            }
        }
    }
}
