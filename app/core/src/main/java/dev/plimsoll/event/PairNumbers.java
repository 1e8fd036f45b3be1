package dev.plimsoll.event;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Numbers pairs of small numbers in order of first appearance. Pairs with the same first number are chained, so that
/// the usual look-up takes a step or two through neighbouring memory; beyond a few steps a map is asked. One thread.
public final class PairNumbers {

    public static final int NONE = -1;

    private static final int LONGEST_CHAIN = 8;

    /// By the first number: one more than the newest pair with it, 0 when there is none.
    private int[] heads = new int[64];

    private int[] firsts = new int[64];
    private int[] seconds = new int[64];
    /// The second number of a pair, and one more than the pair before with the same first number.
    private long[] links = new long[64];

    private int size;
    /// Pairs at the end of long chains.
    private final Map<Long, Integer> far = new HashMap<>();

    public int size() {
        return size;
    }

    /// The number of a pair, or [#NONE]. Both are 0 or more.
    public int get(int first, int second) {
        if (first >= heads.length) {
            return NONE;
        }
        int next = heads[first];
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            if (next == 0) {
                return NONE;
            }
            long link = links[next - 1];
            if (link >>> Integer.SIZE == second) {
                return next - 1;
            }
            next = (int) link;
        }
        return far.getOrDefault(key(first, second), NONE);
    }

    /// Numbers a pair that has no number.
    public int add(int first, int second) {
        int number = size++;
        if (number == firsts.length) {
            firsts = Arrays.copyOf(firsts, number * 2);
            seconds = Arrays.copyOf(seconds, number * 2);
            links = Arrays.copyOf(links, number * 2);
        }
        if (first >= heads.length) {
            heads = Arrays.copyOf(heads, Math.max(first + 1, heads.length * 2));
        }
        firsts[number] = first;
        seconds[number] = second;
        links[number] = (long) second << Integer.SIZE | heads[first];
        heads[first] = number + 1;
        int last = number + 1;
        for (int step = 0; step < LONGEST_CHAIN && last != 0; step++) {
            last = (int) links[last - 1];
        }
        if (last != 0) {
            // It pushes one out of the steps that are tried.
            far.put(key(first, seconds[last - 1]), last - 1);
        }
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

    private static long key(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }
}
