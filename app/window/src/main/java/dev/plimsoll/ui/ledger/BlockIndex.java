package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ui.kit.RowOrder;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/// Which rows of a block table are shown, and in which order: four bytes a block. Immutable after it is made.
///
/// @param table the columns that the rows point into
/// @param rows row numbers in the order shown
record BlockIndex(BlockTable table, int[] rows) {

    private static final int ROWS_BETWEEN_LOOKS = 16384;

    /// Any thread; a million rows take some tens of milliseconds.
    ///
    /// @param shown asked for each live row
    /// @throws CancellationException when `cancelled` said yes
    static BlockIndex of(
            BlockTable table, IntPredicate shown, BlockColumn by, boolean descending, BooleanSupplier cancelled) {
        int[] rows = new int[Math.max(16, table.size())];
        long[] keys = new long[rows.length];
        int count = 0;
        int seen = 0;
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            if (seen++ % ROWS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if (shown.test(row)) {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, count * 2);
                    keys = Arrays.copyOf(keys, count * 2);
                }
                rows[count] = row;
                keys[count++] = key(table, row, by);
            }
        }
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        return new BlockIndex(
                table, RowOrder.sorted(Arrays.copyOf(rows, count), Arrays.copyOf(keys, count), descending));
    }

    int size() {
        return rows.length;
    }

    Block block(int place) {
        return table.block(rows[place]);
    }

    /// Place of the block at an address, or -1. Walks over all rows.
    int find(long address) {
        for (int i = 0; i < rows.length; i++) {
            if (table.address(rows[i]) == address) {
                return i;
            }
        }
        return -1;
    }

    private static long key(BlockTable table, int row, BlockColumn by) {
        return switch (by) {
            case ADDRESS -> table.address(row) ^ Long.MIN_VALUE;
            case SIZE -> table.bytes(row);
            case AGE -> -table.allocated(row);
            case OWNER -> {
                long died = table.block(row).ownerCollected();
                yield died == 0 ? Long.MAX_VALUE : died;
            }
        };
    }
}
