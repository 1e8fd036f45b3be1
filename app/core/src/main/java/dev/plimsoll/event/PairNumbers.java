package dev.plimsoll.event;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Numbers pairs of small numbers in order of first appearance. Open addressing with linear probing, a pair and its
/// number side by side, so that a look-up touches one line of the cache. One thread.
public final class PairNumbers {

    public static final int NONE = -1;

    /// Drawn anew in each JVM: nobody can write a recording whose pairs all fall into one slot.
    private static final long SPREAD = new SplittableRandom().nextLong() | 1;

    /// A pair, then one more than its number, 0 where there is none; two longs a slot.
    private long[] slots = new long[64 << 1];

    private int shift = Long.SIZE - 6;
    private int[] firsts = new int[64];
    private int[] seconds = new int[64];
    private int size;

    public int size() {
        return size;
    }

    /// The number of a pair, or [#NONE]. Both are 0 or more.
    public int get(int first, int second) {
        return (int) slots[slot(both(first, second)) + 1] - 1;
    }

    /// Numbers a pair that has no number.
    public int add(int first, int second) {
        int number = size;
        if (number == firsts.length) {
            firsts = Arrays.copyOf(firsts, number * 2);
            seconds = Arrays.copyOf(seconds, number * 2);
        }
        if (number * 10L > slots.length * 3L) {
            grow();
        }
        firsts[number] = first;
        seconds[number] = second;
        put(both(first, second), ++size);
        return number;
    }

    public int first(int number) {
        return firsts[number];
    }

    public int second(int number) {
        return seconds[number];
    }

    /// By number; a longer array replaces it when it is full, entries never change.
    public int[] firsts() {
        return firsts;
    }

    /// As above.
    public int[] seconds() {
        return seconds;
    }

    /// Where the pair is, or the hole where it would be.
    private int slot(long pair) {
        long[] table = slots;
        int mask = table.length - 1;
        int at = (int) ((pair * SPREAD) >>> shift) << 1;
        while (table[at + 1] != 0 && table[at] != pair) {
            at = (at + 2) & mask;
        }
        return at;
    }

    private void put(long pair, long number) {
        int at = slot(pair);
        slots[at] = pair;
        slots[at + 1] = number;
    }

    private void grow() {
        slots = new long[slots.length * 2];
        shift--;
        for (int number = 0; number < size; number++) {
            put(both(firsts[number], seconds[number]), number + 1L);
        }
    }

    private static long both(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }
}
