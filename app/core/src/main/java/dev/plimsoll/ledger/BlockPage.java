package dev.plimsoll.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A page of a snapshot's block table. Of `columns` only rows whose bit is set in `live` may be read: the writer may
/// still fill the others.
///
/// @param columns shared with the writer and with other snapshots
/// @param live one bit per row; never written again
/// @param ownerCollected per row, nanoseconds since the epoch, or null when no owner of this page was collected; never
/// written again
/// @param size number of live rows
record BlockPage(@Nullable Columns columns, long[] live, long @Nullable [] ownerCollected, int size) {

    static final int SHIFT = 12;

    /// Rows of a page.
    static final int ROWS = 1 << SHIFT;

    static final int MASK = ROWS - 1;

    static final int WORDS = ROWS / Long.SIZE;

    /// Stands for a size that is in `wide`.
    private static final int WIDE = -1;

    /// The columns of one page. A row is written once; to reuse a row that a snapshot may hold as live, the columns are
    /// copied first. What hardly any block needs is there from the first that does, in columns of another name: a
    /// snapshot from before does without.
    ///
    /// @param address by row
    /// @param allocated nanoseconds since the epoch
    /// @param size bytes, or [#WIDE]
    /// @param pair number of site and traits
    /// @param wide bytes of what does not fit into `size`, or null
    /// @param weight null when all are 1
    record Columns(
            long[] address,
            long[] allocated,
            int[] size,
            int[] pair,
            long @Nullable [] wide,
            double @Nullable [] weight) {

        Columns() {
            this(new long[ROWS], new long[ROWS], new int[ROWS], new int[ROWS], null, null);
        }

        Columns copy() {
            return new Columns(
                    address.clone(),
                    allocated.clone(),
                    size.clone(),
                    pair.clone(),
                    wide == null ? null : wide.clone(),
                    weight == null ? null : weight.clone());
        }

        /// Writes a row; returns the columns that hold it, these or their successor.
        Columns with(int i, long where, long bytes, double itsWeight, long when, int itsPair) {
            Columns room = this;
            if (!fits(bytes) && room.wide == null) {
                room = new Columns(address, allocated, size, pair, new long[ROWS], room.weight);
            }
            if (itsWeight != 1 && room.weight == null) {
                double[] weights = new double[ROWS];
                Arrays.fill(weights, 1);
                room = new Columns(address, allocated, size, pair, room.wide, weights);
            }
            room.set(i, where, bytes, itsWeight, when, itsPair);
            return room;
        }

        private static boolean fits(long bytes) {
            return bytes >= 0 && bytes <= Integer.MAX_VALUE;
        }

        private void set(int i, long where, long bytes, double itsWeight, long when, int itsPair) {
            address[i] = where;
            allocated[i] = when;
            size[i] = fits(bytes) ? (int) bytes : WIDE;
            pair[i] = itsPair;
            if (wide != null) {
                wide[i] = bytes;
            }
            if (weight != null) {
                weight[i] = itsWeight;
            }
        }

        long bytes(int i) {
            return size[i] == WIDE && wide != null ? wide[i] : size[i];
        }

        double weight(int i) {
            return weight == null ? 1 : weight[i];
        }
    }

    /// The first live row at or after `row` in 0..ROWS, or -1.
    int next(int row) {
        return next(live, row);
    }

    static int next(long[] bits, int row) {
        int word = row >>> 6;
        if (word >= WORDS) {
            return -1;
        }
        long rest = bits[word] & (-1L << row);
        while (rest == 0) {
            if (++word == WORDS) {
                return -1;
            }
            rest = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }
}
