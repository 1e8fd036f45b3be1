package dev.plimsoll.recording.chunk;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Distinct stacks of all chunks, numbered from 0: a stack is a run of frame numbers. A recorder writes the same
/// stacks again into every chunk, with the same bytes: such a stack is known by a hash of 96 bits over them, and its
/// frames are not read again. One thread.
///
/// ```
/// starts   0 4 9 ...        run n is frames[starts[n] .. starts[n + 1])
/// frames   7 3 3 1 8 8 2 ...
/// ```
final class StackRuns {

    static final int NONE = -1;

    /// Frames beyond which all is forgotten at the next chunk.
    private static final int MANY_FRAMES = 1 << 23;

    private static final int SPREAD = new SplittableRandom().nextInt() | 1;

    private int[] starts = new int[1024];
    private int[] hashes = new int[1024];
    private int count;

    private int[] frames = new int[1 << 14];
    private int frameCount;

    /// One more than a run's number, 0 where there is none.
    private int[] slots = new int[4096];

    private final WrittenValues written = new WrittenValues();

    /// Whether there is so much that it should be forgotten before another chunk.
    boolean large() {
        return written.large() || frameCount > MANY_FRAMES;
    }

    void clear() {
        Arrays.fill(slots, 0);
        count = 0;
        frameCount = 0;
        written.clear();
    }

    int count() {
        return count;
    }

    boolean truncated(int run) {
        return frames[starts[run]] != 0;
    }

    /// Of all runs; good until the next is added.
    int[] frames() {
        return frames;
    }

    /// Where the frames of a run begin.
    int start(int run) {
        return starts[run] + 1;
    }

    /// And where they end.
    int end(int run) {
        return starts[run + 1];
    }

    /// The stack that was written as these bytes, or [#NONE]. Eight bytes behind `to` must be readable.
    int find(byte[] bytes, int from, int to) {
        return written.find(bytes, from, to);
    }

    /// From now on [#find] gives this run for the bytes that it was last asked for.
    void found(int run) {
        written.found(run);
    }

    /// Begins to write a stack; one that was not ended is dropped.
    void begin() {
        frameCount = starts[count];
        frame(0);
    }

    /// Adds a frame to the stack that is being written.
    void frame(int frame) {
        if (frameCount == frames.length) {
            frames = Arrays.copyOf(frames, frameCount * 2);
        }
        frames[frameCount++] = frame;
    }

    /// Ends the stack that is being written; returns its number.
    int end(boolean cut) {
        int from = starts[count];
        frames[from] = cut ? 1 : 0;
        int hash = 0;
        for (int i = from; i < frameCount; i++) {
            hash = (hash ^ frames[i]) * SPREAD;
            hash ^= hash >>> 15;
        }
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            int run = slots[slot] - 1;
            if (hashes[run] == hash && Arrays.equals(frames, starts[run], starts[run + 1], frames, from, frameCount)) {
                frameCount = from;
                return run;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return add(slot, hash);
    }

    private int add(int slot, int hash) {
        int run = count++;
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        starts[count] = frameCount;
        hashes[run] = hash;
        slots[slot] = count;
        if (count * 2 > slots.length) {
            grow();
        }
        return run;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int run = 0; run < count; run++) {
            int slot = hashes[run] & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = run + 1;
        }
    }
}
