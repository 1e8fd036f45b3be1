package dev.plimsoll.ledger;

import java.io.IOException;
import java.nio.LongBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Some consecutive rows of a [BlockLog]. Rows are written once, but for their end and their owner's death. One
/// thread writes; others may read the rows that were there when they were told of the stretch.
///
/// What a free asks for lies together, for it touches a row at random:
///
/// ```
/// words      allocated | ended | size and pair | weight     four longs a row
/// addresses  asked for when somebody looks                  behind all the words
/// wide       only when a size does not fit 32 bits
/// deaths     only when an owner died
/// ```
///
/// A stretch that is full can be moved out of the heap, into a file without a name that the system pages.
final class Stretch {

    static final int SHIFT = 16;

    /// Rows of a stretch.
    static final int ROWS = 1 << SHIFT;

    static final int MASK = ROWS - 1;

    /// Bytes of heap that a stretch takes, but for what is rare.
    static final long BYTES = 40L << SHIFT;

    /// The end of a block that is live. Of one whose free was never seen the end is negative.
    private static final long LIVE = Long.MAX_VALUE;

    private static final int WORDS = 2;
    private static final int ENDED = 1;
    private static final int SIZE = 2;
    private static final int WEIGHT = 3;
    private static final int ADDRESSES = ROWS << WORDS;
    private static final int WIDE = -1;

    private volatile long @Nullable [] words = new long[ADDRESSES + ROWS];

    /// The same once they have left the heap.
    private volatile @Nullable LongBuffer outside;

    private long @Nullable [] wide;
    private long @Nullable [] deaths;
    private long first = Long.MAX_VALUE;

    /// Only of a stretch that is in the heap.
    void set(int i, long address, long bytes, double weight, long when, int pair) {
        long[] heap = Objects.requireNonNull(words);
        int at = i << WORDS;
        heap[at] = when;
        heap[at + ENDED] = LIVE;
        heap[ADDRESSES + i] = address;
        int size = (int) bytes;
        if (bytes >= Integer.MAX_VALUE) {
            if (wide == null) {
                wide = new long[ROWS];
            }
            wide[i] = bytes;
            size = WIDE;
        }
        heap[at + SIZE] = (long) size << Integer.SIZE | pair;
        heap[at + WEIGHT] = Double.doubleToRawLongBits(weight);
        first = Math.min(first, when);
    }

    /// Moves the rows, which are full, out of the heap.
    ///
    /// @throws IOException when there is no room on the disk; then they stay
    void moveOut() throws IOException {
        long[] heap = Objects.requireNonNull(words);
        outside = MappedLongs.of(heap);
        words = null;
    }

    private long word(int at) {
        long[] heap = words;
        return heap != null ? heap[at] : Objects.requireNonNull(outside).get(at);
    }

    /// Whether the rows have left the heap.
    boolean isOutside() {
        return words == null;
    }

    /// The rows for a walk over all of them, to be asked with [#allocated(long\[\], int)] and the like; read only.
    ///
    /// @param room of [#room()], where they are put when they have left the heap; null will do when they have not
    long[] walk(long @Nullable [] room) {
        long[] heap = words;
        if (heap == null) {
            long[] copy = Objects.requireNonNull(room);
            Objects.requireNonNull(outside).get(0, copy);
            return copy;
        }
        return heap;
    }

    static long[] room() {
        return new long[ADDRESSES];
    }

    static long allocated(long[] walked, int i) {
        return walked[i << WORDS];
    }

    static long ended(long[] walked, int i) {
        return walked[(i << WORDS) + ENDED];
    }

    static int pair(long[] walked, int i) {
        return (int) walked[(i << WORDS) + SIZE];
    }

    static double weight(long[] walked, int i) {
        return Double.longBitsToDouble(walked[(i << WORDS) + WEIGHT]);
    }

    long bytes(long[] walked, int i) {
        return bytes(i, walked[(i << WORDS) + SIZE]);
    }

    /// Earliest allocation.
    long first() {
        return first;
    }

    long allocated(int i) {
        return word(i << WORDS);
    }

    /// When the block ended, [Long#MAX_VALUE] while it is live; negative when it was lost.
    long ended(int i) {
        return word((i << WORDS) + ENDED);
    }

    void ended(int i, long when) {
        int at = (i << WORDS) + ENDED;
        long[] heap = words;
        if (heap != null) {
            heap[at] = when;
        } else {
            Objects.requireNonNull(outside).put(at, when);
        }
    }

    /// Ends the block; a lost one's free was never seen. It does not end before it began.
    void end(int i, long when, boolean lost) {
        long end = Math.max(when, allocated(i));
        ended(i, lost ? -end : end);
    }

    /// Copies what the row holds but for site and sort, of which it returns the number of the pair.
    int read(int i, BlockRow into) {
        int at = i << WORDS;
        long[] heap = words;
        long sized;
        if (heap != null) {
            into.allocated = heap[at];
            sized = heap[at + SIZE];
            into.weight = Double.longBitsToDouble(heap[at + WEIGHT]);
        } else {
            LongBuffer moved = Objects.requireNonNull(outside);
            into.allocated = moved.get(at);
            sized = moved.get(at + SIZE);
            into.weight = Double.longBitsToDouble(moved.get(at + WEIGHT));
        }
        into.bytes = bytes(i, sized);
        into.ownerCollected = ownerCollected(i);
        return (int) sized;
    }

    long address(int i) {
        return word(ADDRESSES + i);
    }

    int pair(int i) {
        return (int) word((i << WORDS) + SIZE);
    }

    long bytes(int i) {
        return bytes(i, word((i << WORDS) + SIZE));
    }

    private long bytes(int i, long sized) {
        int size = (int) (sized >>> Integer.SIZE);
        long[] large = wide;
        return size == WIDE && large != null ? large[i] : size;
    }

    double weight(int i) {
        return Double.longBitsToDouble(word((i << WORDS) + WEIGHT));
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
