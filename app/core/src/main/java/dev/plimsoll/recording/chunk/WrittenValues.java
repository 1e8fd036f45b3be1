package dev.plimsoll.recording.chunk;

import java.util.SplittableRandom;

/// Numbers of stacks or words by the bytes with which they were written, which are kept as a hash of 96 bits. Its
/// multipliers are drawn anew in each JVM, so nobody can write two values that are taken for one. All that a look-up
/// wants of a
/// slot lies side by side. One thread.
final class WrittenValues {

    /// Beyond so many no more are learnt.
    private static final int MOST = 1 << 20;

    private static final long SPREAD = new SplittableRandom().nextLong() | 1;
    private static final long OTHER_SPREAD = new SplittableRandom().nextLong() | 1;

    private static final long UPPER = 0xffff_ffff_0000_0000L;

    /// The first 64 bits of a hash; then the other 32 and one more than the number, 0 where there is none.
    private long[] slots = new long[4096];

    private int count;

    private long hash;
    private long otherHash;

    boolean large() {
        return count > MOST / 2;
    }

    void clear() {
        slots = new long[4096];
        count = 0;
    }

    /// The number of the value that was written as these bytes, or [StackRuns#NONE]. Eight bytes behind `to` must be
    /// readable.
    int find(byte[] bytes, int from, int to) {
        hash(bytes, from, to);
        long[] table = slots;
        int mask = table.length - 1;
        int at = (int) hash & mask & ~1;
        while (table[at + 1] != 0) {
            if (table[at] == hash && (table[at + 1] & UPPER) == otherHash) {
                return (int) table[at + 1] - 1;
            }
            at = at + 2 & mask;
        }
        return StackRuns.NONE;
    }

    /// The number for the bytes that were not found last.
    void found(int number) {
        if (count == MOST) {
            return;
        }
        if (++count * 3L > slots.length) {
            grow();
        }
        enter(hash, otherHash | number + 1);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (int at = 0; at < old.length; at += 2) {
            if (old[at + 1] != 0) {
                enter(old[at], old[at + 1]);
            }
        }
    }

    private void enter(long key, long value) {
        int mask = slots.length - 1;
        int at = (int) key & mask & ~1;
        while (slots[at + 1] != 0) {
            at = at + 2 & mask;
        }
        slots[at] = key;
        slots[at + 1] = value;
    }

    private void hash(byte[] bytes, int from, int to) {
        long one = SPREAD;
        long two = ~one;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = Varint.word(bytes, at);
            one = (one ^ word) * SPREAD;
            two = (two + word) * OTHER_SPREAD;
            one ^= one >>> 32;
            two ^= two >>> 29;
        }
        if (at < to) {
            long word = Varint.word(bytes, at, to - at);
            one = (one ^ word) * SPREAD;
            two = (two + word) * OTHER_SPREAD;
        }
        one = (one ^ (to - from)) * SPREAD;
        hash = one ^ one >>> 32;
        otherHash = two & UPPER;
    }
}
