package dev.plimsoll.recording.chunk;

import java.util.Arrays;
import java.util.SplittableRandom;

/// What the words at the end of an event stand for, by their bytes: most events of a chunk end in one of a few ways.
/// One thread.
final class Endings {

    static final int NONE = -1;

    /// Words of eight bytes that are compared; longer endings are not kept.
    private static final int WORDS = 8;

    /// Beyond so many no more are learnt.
    private static final int MOST = 1 << 12;

    private static final long SPREAD = new SplittableRandom().nextLong() | 1;

    /// Of each slot the length in bytes and the label, one higher; 0 where there is none.
    private long[] labels = new long[64];

    private long[] words = new long[64 * WORDS];
    private int count;

    void clear() {
        Arrays.fill(labels, 0);
        count = 0;
    }

    /// The label of `bytes[from..to)`, or [#NONE]. Eight bytes behind `to` must be readable.
    int find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= 0 || length > WORDS * Long.BYTES) {
            return NONE;
        }
        int mask = labels.length - 1;
        int slot = hash(bytes, from, to) & mask;
        while (labels[slot] != 0) {
            if (labels[slot] >>> Integer.SIZE == length && same(slot, bytes, from, to)) {
                return (int) labels[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        return NONE;
    }

    private boolean same(int slot, byte[] bytes, int from, int to) {
        int at = from;
        int word = slot * WORDS;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            if (words[word++] != Varint.word(bytes, at)) {
                return false;
            }
        }
        return at == to || words[word] == Varint.word(bytes, at, to - at);
    }

    /// Keeps the label of an ending that was not found.
    void add(byte[] bytes, int from, int to, int label) {
        int length = to - from;
        if (length <= 0 || length > WORDS * Long.BYTES || count == MOST) {
            return;
        }
        if (++count * 2 > labels.length) {
            // Those that still come will be learnt again.
            labels = new long[labels.length * 2];
            words = new long[labels.length * WORDS];
            count = 1;
        }
        int mask = labels.length - 1;
        int slot = hash(bytes, from, to) & mask;
        while (labels[slot] != 0) {
            slot = slot + 1 & mask;
        }
        labels[slot] = (long) length << Integer.SIZE | label + 1;
        int word = slot * WORDS;
        for (int at = from; at < to; at += Long.BYTES) {
            words[word++] = at + Long.BYTES <= to ? Varint.word(bytes, at) : Varint.word(bytes, at, to - at);
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        long hash = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ Varint.word(bytes, at)) * SPREAD;
            hash ^= hash >>> 32;
        }
        if (at < to) {
            hash = (hash ^ Varint.word(bytes, at, to - at)) * SPREAD;
        }
        return (int) (hash >>> 32);
    }
}
