package dev.plimsoll.ledger;

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

    /// The columns of one page. A row is written once; to reuse a row that a snapshot may hold as live, the columns are
    /// copied first.
    record Columns(long[] address, long[] bytes, double[] weight, long[] allocated, int[] site, int[] traits) {

        Columns() {
            this(new long[ROWS], new long[ROWS], new double[ROWS], new long[ROWS], new int[ROWS], new int[ROWS]);
        }

        Columns copy() {
            return new Columns(
                    address.clone(), bytes.clone(), weight.clone(), allocated.clone(), site.clone(), traits.clone());
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
