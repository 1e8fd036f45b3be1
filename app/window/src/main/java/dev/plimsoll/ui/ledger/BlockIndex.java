package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ui.kit.RowOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/// Which rows of a block table are shown, and in which order: four bytes a block. Immutable after it is made.
///
/// @param table the columns that the rows point into
/// @param rows row numbers in the order shown
record BlockIndex(BlockTable table, int[] rows) {

    /// Any thread; a million rows take some tens of milliseconds.
    ///
    /// @param stacks ids of those whose rows are wanted
    /// @param shown asked for each live row of them
    /// @throws CancellationException when `cancelled` said yes
    static BlockIndex of(
            BlockTable table,
            BitSet stacks,
            IntPredicate shown,
            BlockColumn by,
            boolean descending,
            BooleanSupplier cancelled) {
        Gathering gathering = new Gathering(table, shown, by, cancelled);
        table.rows(stacks, gathering);
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        return gathering.sorted(descending);
    }

    private static final class Gathering implements BlockTable.RowSink {

        private final BlockTable table;
        private final IntPredicate shown;
        private final BlockColumn by;
        private final StillWanted wanted;
        private int[] rows = new int[1024];
        private long[] keys = new long[1024];
        private int count;

        Gathering(BlockTable table, IntPredicate shown, BlockColumn by, BooleanSupplier cancelled) {
            this.table = table;
            this.shown = shown;
            this.by = by;
            this.wanted = new StillWanted(cancelled);
        }

        @Override
        public void row(int row, int stack, long bytes, double weight, long allocated) {
            wanted.row();
            if (shown.test(row)) {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, count * 2);
                    keys = Arrays.copyOf(keys, count * 2);
                }
                rows[count] = row;
                keys[count++] = key(table, row, by);
            }
        }

        BlockIndex sorted(boolean descending) {
            return new BlockIndex(
                    table, RowOrder.sorted(Arrays.copyOf(rows, count), Arrays.copyOf(keys, count), descending));
        }
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
