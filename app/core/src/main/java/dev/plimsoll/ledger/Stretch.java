package dev.plimsoll.ledger;

import java.nio.LongBuffer;
import org.jspecify.annotations.Nullable;

/// Some consecutive rows of a [BlockLog]. Rows are written once, but for their end and their owner's death. One
/// thread writes; others may read the rows that were there when they were told of the stretch.
///
/// What a free asks for lies together, for it touches a row at random:
///
/// ```
/// words      address | allocated | ended | size and pair | weight     five longs a row
/// wide       only when a size does not fit 32 bits
/// deaths     only when an owner died
/// ```
///
/// The words lie outside the heap, where no collector copies them. A stretch is small enough for a walk over its rows
/// to stay in the second cache.
final class Stretch {

    static final int SHIFT = 14;

    /// Rows of a stretch.
    static final int ROWS = 1 << SHIFT;

    static final int MASK = ROWS - 1;

    /// Longs of a row.
    private static final int WORDS = 5;

    /// Bytes that a stretch takes outside the heap.
    static final int BYTES = (WORDS * Long.BYTES) << SHIFT;

    /// The end of a block that is live. Of one whose free was never seen the end is negative.
    private static final long LIVE = Long.MAX_VALUE;

    private static final int ALLOCATED = 1;
    private static final int ENDED = 2;
    private static final int SIZE = 3;
    private static final int WEIGHT = 4;
    private static final int WIDE = -1;

    private final LongBuffer words;

    private long @Nullable [] wide;
    private long @Nullable [] deaths;
    private long first = Long.MAX_VALUE;

    /// @param words for [#BYTES], all zero
    Stretch(LongBuffer words) {
        this.words = words;
    }

    void set(int i, long address, long bytes, double weight, long when, int pair) {
        int at = i * WORDS;
        words.put(at, address);
        words.put(at + ALLOCATED, when);
        words.put(at + ENDED, LIVE);
        int size = (int) bytes;
        if (bytes >= Integer.MAX_VALUE) {
            if (wide == null) {
                wide = new long[ROWS];
            }
            wide[i] = bytes;
            size = WIDE;
        }
        words.put(at + SIZE, (long) size << Integer.SIZE | pair);
        words.put(at + WEIGHT, Double.doubleToRawLongBits(weight));
        first = Math.min(first, when);
    }

    /// The rows for a walk over all of them, to be asked with [#allocated(long\[\], int)] and the like.
    ///
    /// @param room of [#room()], where they are put
    long[] walk(long[] room) {
        words.get(0, room);
        return room;
    }

    static long[] room() {
        return new long[ROWS * WORDS];
    }

    static long allocated(long[] walked, int i) {
        return walked[i * WORDS + ALLOCATED];
    }

    static long ended(long[] walked, int i) {
        return walked[i * WORDS + ENDED];
    }

    static int pair(long[] walked, int i) {
        return (int) walked[i * WORDS + SIZE];
    }

    static double weight(long[] walked, int i) {
        return Double.longBitsToDouble(walked[i * WORDS + WEIGHT]);
    }

    long bytes(long[] walked, int i) {
        return bytes(i, walked[i * WORDS + SIZE]);
    }

    /// Earliest allocation.
    long first() {
        return first;
    }

    long allocated(int i) {
        return words.get(i * WORDS + ALLOCATED);
    }

    /// When the block ended, [Long#MAX_VALUE] while it is live; negative when it was lost.
    long ended(int i) {
        return words.get(i * WORDS + ENDED);
    }

    void ended(int i, long when) {
        words.put(i * WORDS + ENDED, when);
    }

    /// Ends the block; a lost one's free was never seen. It does not end before it began.
    void end(int i, long when, boolean lost) {
        long end = Math.max(when, allocated(i));
        ended(i, lost ? -end : end);
    }

    /// Copies what the row holds but for site and sort, of which it returns the number of the pair.
    int read(int i, BlockRow into) {
        int at = i * WORDS;
        into.allocated = words.get(at + ALLOCATED);
        into.weight = Double.longBitsToDouble(words.get(at + WEIGHT));
        long sized = words.get(at + SIZE);
        into.bytes = bytes(i, sized);
        into.ownerCollected = ownerCollected(i);
        return (int) sized;
    }

    long address(int i) {
        return words.get(i * WORDS);
    }

    int pair(int i) {
        return (int) words.get(i * WORDS + SIZE);
    }

    long bytes(int i) {
        return bytes(i, words.get(i * WORDS + SIZE));
    }

    private long bytes(int i, long sized) {
        int size = (int) (sized >>> Integer.SIZE);
        long[] large = wide;
        return size == WIDE && large != null ? large[i] : size;
    }

    double weight(int i) {
        return Double.longBitsToDouble(words.get(i * WORDS + WEIGHT));
    }

    /// When its owner's death was seen, 0 when it was not.
    long ownerCollected(int i) {
        long[] all = deaths;
        return all == null ? 0 : all[i];
    }

    void ownerCollected(int i, long time) {
        long[] all = deaths;
        if (all == null) {
            all = new long[ROWS];
            deaths = all;
        }
        all[i] = time;
    }

    /// Whether the block was there at the end of the nanosecond `time`.
    boolean live(int i, long time) {
        return allocated(i) <= time && Math.abs(ended(i)) > time;
    }
}
