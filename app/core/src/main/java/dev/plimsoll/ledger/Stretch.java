package dev.plimsoll.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Some consecutive rows of a [BlockLog]. Rows are written once, but for their end and their owner's death. One
/// thread writes; others may read the rows that were there when they were told of the stretch.
///
/// What most recordings never need takes no room: weights while all are 1, large sizes while all fit an int, deaths
/// of owners while there are none.
final class Stretch {

    static final int SHIFT = 16;

    /// Rows of a stretch.
    static final int ROWS = 1 << SHIFT;

    static final int MASK = ROWS - 1;

    /// The end of a block that is live. Of one whose free was never seen the end is negative.
    static final long LIVE = Long.MAX_VALUE;

    private static final int WIDE = -1;

    final long[] allocated = new long[ROWS];
    final long[] ended = new long[ROWS];
    final int[] pairs = new int[ROWS];
    private final long[] addresses = new long[ROWS];
    private final int[] sizes = new int[ROWS];
    private long @Nullable [] wide;
    private double @Nullable [] weights;
    private long @Nullable [] ownerCollected;

    /// Earliest and latest allocation, and the latest end of those that ended.
    long first = Long.MAX_VALUE;

    long last = Long.MIN_VALUE;

    void set(int i, long address, long bytes, double weight, long when, int pair) {
        addresses[i] = address;
        allocated[i] = when;
        ended[i] = LIVE;
        pairs[i] = pair;
        if (bytes < Integer.MAX_VALUE) {
            sizes[i] = (int) bytes;
        } else {
            if (wide == null) {
                wide = new long[ROWS];
            }
            sizes[i] = WIDE;
            wide[i] = bytes;
        }
        if (weights != null) {
            weights[i] = weight;
        } else if (weight != 1) {
            double[] all = new double[ROWS];
            Arrays.fill(all, 1);
            all[i] = weight;
            weights = all;
        }
        first = Math.min(first, when);
        last = Math.max(last, when);
    }

    long address(int i) {
        return addresses[i];
    }

    long bytes(int i) {
        long[] large = wide;
        return sizes[i] == WIDE && large != null ? large[i] : sizes[i];
    }

    double weight(int i) {
        double[] all = weights;
        return all == null ? 1 : all[i];
    }

    /// When its owner's death was seen, 0 when it was not.
    long ownerCollected(int i) {
        long[] all = ownerCollected;
        return all == null ? 0 : all[i];
    }

    void ownerCollected(int i, long time) {
        long[] all = ownerCollected;
        if (all == null) {
            all = new long[ROWS];
            ownerCollected = all;
        }
        all[i] = time;
    }

    /// Whether the block was there at the end of the nanosecond `time`.
    boolean live(int i, long time) {
        return allocated[i] <= time && Math.abs(ended[i]) > time;
    }
}
