package dev.plimsoll.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Some consecutive rows of a [BlockLog]. Rows are written once, but for their end and their owner's death. One
/// thread writes; others may read the rows that were there when they were told of the stretch.
///
/// What is asked together lies together, for a free touches a row at random:
///
/// ```
/// words    allocated | ended | address | size and pair     four longs a row
/// weights  only when one is not 1
/// wide     only when a size does not fit 32 bits
/// deaths   only when an owner died
/// ```
///
/// A stretch that is full can be moved out of the heap, into a file without a name that the system pages.
final class Stretch {

    static final int SHIFT = 16;

    /// Rows of a stretch.
    static final int ROWS = 1 << SHIFT;

    static final int MASK = ROWS - 1;

    /// The end of a block that is live. Of one whose free was never seen the end is negative.
    private static final long LIVE = Long.MAX_VALUE;

    private static final int WORDS = 2;
    private static final int ENDED = 1;
    private static final int ADDRESS = 2;
    private static final int SIZE = 3;
    private static final int WIDE = -1;

    private volatile long @Nullable [] words = new long[ROWS << WORDS];
    private volatile double @Nullable [] weights;

    /// The words, then the weights if there are any, once they have left the heap.
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
        heap[at + ADDRESS] = address;
        int size = (int) bytes;
        if (bytes >= Integer.MAX_VALUE) {
            if (wide == null) {
                wide = new long[ROWS];
            }
            wide[i] = bytes;
            size = WIDE;
        }
        heap[at + SIZE] = (long) size << Integer.SIZE | pair;
        double[] all = weights;
        if (all != null) {
            all[i] = weight;
        } else if (weight != 1) {
            all = new double[ROWS];
            Arrays.fill(all, 1);
            all[i] = weight;
            weights = all;
        }
        first = Math.min(first, when);
    }

    /// Moves the rows, which are full, out of the heap.
    ///
    /// @throws IOException when there is no room on the disk; then they stay
    void moveOut() throws IOException {
        long[] heap = Objects.requireNonNull(words);
        double[] all = weights;
        ByteBuffer bytes = ByteBuffer.allocateDirect(Long.BYTES * (heap.length + (all == null ? 0 : all.length)))
                .order(ByteOrder.nativeOrder());
        bytes.asLongBuffer().put(heap);
        if (all != null) {
            bytes.slice(Long.BYTES * heap.length, Double.BYTES * all.length)
                    .order(ByteOrder.nativeOrder())
                    .asDoubleBuffer()
                    .put(all);
        }
        Path file = Files.createTempFile("plimsoll-blocks-", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            outside = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes.capacity())
                    .order(ByteOrder.nativeOrder())
                    .asLongBuffer();
        } finally {
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
        }
        words = null;
        weights = null;
    }

    private long word(int at) {
        long[] heap = words;
        return heap != null ? heap[at] : Objects.requireNonNull(outside).get(at);
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

    long address(int i) {
        return word((i << WORDS) + ADDRESS);
    }

    int pair(int i) {
        return (int) word((i << WORDS) + SIZE);
    }

    long bytes(int i) {
        int size = (int) (word((i << WORDS) + SIZE) >>> Integer.SIZE);
        long[] large = wide;
        return size == WIDE && large != null ? large[i] : size;
    }

    double weight(int i) {
        LongBuffer moved = outside;
        if (moved != null) {
            return moved.capacity() == ROWS << WORDS ? 1 : Double.longBitsToDouble(moved.get((ROWS << WORDS) + i));
        }
        double[] all = weights;
        return all == null ? 1 : all[i];
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
