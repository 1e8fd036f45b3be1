package dev.plimsoll.ledger;

import org.jspecify.annotations.Nullable;

/// Counts spans of time by their size, eight classes to each doubling, and tells their median within a twentieth. One
/// thread.
final class LagScale {

    private static final int BITS = 3;
    private static final int CLASSES = 64 << BITS;

    private int @Nullable [] counts;
    private int all;

    void add(long nanos) {
        int[] known = counts;
        if (known == null) {
            known = new int[CLASSES];
            counts = known;
        }
        known[classOf(Math.max(1, nanos))]++;
        all++;
    }

    /// Nanoseconds, -1 when there are none.
    long median() {
        int[] known = counts;
        int before = 0;
        for (int at = 0; known != null && at < CLASSES; at++) {
            before += known[at];
            if (before * 2L >= all) {
                return middle(at);
            }
        }
        return -1;
    }

    private static int classOf(long nanos) {
        int exponent = 63 - Long.numberOfLeadingZeros(nanos);
        int part = (int) (exponent >= BITS ? nanos >>> (exponent - BITS) : nanos << (BITS - exponent));
        return (exponent << BITS) + (part & ((1 << BITS) - 1));
    }

    private static long middle(int at) {
        double low = 1 + (at & ((1 << BITS) - 1)) / (double) (1 << BITS);
        return Math.round(Math.scalb(low + 0.5 / (1 << BITS), at >> BITS));
    }
}
