package dev.plimsoll.ledger;

import java.util.Arrays;

/// Cuts the time into epochs. An epoch ends with a GC cycle, for what a collection frees is the question, or
/// after [#LONGEST] without one; cycles that follow each other faster than [#SHORTEST] share one. There are
/// never more than [#MOST]: then every two become one and from there on epochs last twice as long. One thread.
final class EpochClock {

    static final int MOST = 64;
    static final long SHORTEST = 500_000_000L;
    static final long LONGEST = 2_500_000_000L;

    private final long[] ends = new long[MOST];
    private long start;
    private int closed;
    private long stretch = 1;

    /// Whether the present epoch is over.
    ///
    /// @param when nanoseconds since the epoch of 1970
    /// @param cycle whether a GC cycle begins
    boolean over(long when, boolean cycle) {
        if (start == 0) {
            start = when;
            return false;
        }
        return when - start >= (cycle ? SHORTEST : LONGEST) * stretch;
    }

    /// When the present epoch is over without a GC cycle; there must have been an event.
    long end() {
        long end = start + LONGEST * stretch;
        return end < start ? Long.MAX_VALUE : end;
    }

    /// Ends the present epoch.
    ///
    /// @return whether every two epochs must become one
    boolean close(long when) {
        ends[closed++] = when;
        start = when;
        if (closed < MOST) {
            return false;
        }
        closed /= 2;
        for (int i = 0; i < closed; i++) {
            ends[i] = ends[2 * i + 1];
        }
        stretch *= 2;
        return true;
    }

    /// The number of the present epoch, which is also the number of those that are over.
    int now() {
        return closed;
    }

    /// The epoch in which `when` lies; the present one for everything after the last end. Most blocks end young.
    int of(long when) {
        int epoch = closed;
        while (epoch > 0 && when < ends[epoch - 1]) {
            epoch--;
        }
        return epoch;
    }

    long[] ends() {
        return Arrays.copyOf(ends, closed);
    }
}
