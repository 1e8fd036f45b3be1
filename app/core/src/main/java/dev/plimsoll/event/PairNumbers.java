package dev.plimsoll.event;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Numbers pairs of small numbers in order of first appearance. Open addressing with linear probing. One thread.
public final class PairNumbers {

    public static final int NONE = -1;

    /// Drawn anew in each JVM: nobody can write a recording whose pairs all fall into one slot.
    private static final long SPREAD = new SplittableRandom().nextLong() | 1;

    /// One more than the number of a pair, 0 where there is none.
    private int[] slots = new int[64];

    private int shift = Long.SIZE - 6;
    private int[] firsts = new int[64];
    private int[] seconds = new int[64];
    private int size;

    public int size() {
        return size;
    }

    /// The number of a pair, or [#NONE]. Both are 0 or more.
    public int get(int first, int second) {
        return slots[slot(first, second)] - 1;
    }

    /// Numbers a pair that has no number.
    public int add(int first, int second) {
        int number = size;
        if (number == firsts.length) {
            firsts = Arrays.copyOf(firsts, number * 2);
            seconds = Arrays.copyOf(seconds, number * 2);
        }
        if (number * 10L > slots.length * 6L) {
            grow();
        }
        firsts[number] = first;
        seconds[number] = second;
        slots[slot(first, second)] = ++size;
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
    private int slot(int first, int second) {
        int[] table = slots;
        int mask = table.length - 1;
        int at = (int) ((((long) first << Integer.SIZE | second) * SPREAD) >>> shift);
        while (table[at] != 0 && (firsts[table[at] - 1] != first || seconds[table[at] - 1] != second)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        shift--;
        for (int number = 0; number < size; number++) {
            slots[slot(firsts[number], seconds[number])] = number + 1;
        }
    }
}
