package dev.plimsoll.recording.chunk;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Numbers distinct frames from 0: a method's key and a line. Open addressing; one thread.
final class FrameTable {

    private static final long SPREAD = new SplittableRandom().nextLong() | 1;

    private long[] methods = new long[1024];
    private int[] lines = new int[1024];
    /// One more than a frame's number, 0 where there is none.
    private int[] slots = new int[4096];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    long method(int number) {
        return methods[number];
    }

    int line(int number) {
        return lines[number];
    }

    int number(long method, int line) {
        int mask = slots.length - 1;
        int slot = slot(method, line);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (methods[number] == method && lines[number] == line) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        return add(slot, method, line);
    }

    private int add(int slot, long method, int line) {
        if (size == methods.length) {
            methods = Arrays.copyOf(methods, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        methods[size] = method;
        lines[size] = line;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = slot(methods[number], lines[number]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private int slot(long method, int line) {
        long mixed = (method * SPREAD ^ line) * SPREAD;
        return (int) (mixed >>> (64 - Integer.numberOfTrailingZeros(slots.length)));
    }
}
