package dev.plimsoll.ledger;

import java.util.BitSet;
import java.util.List;

/// The live blocks of a snapshot: immutable, any thread may read it. Rows of blocks that were freed are skipped, so a
/// row number is not an index of live blocks; walk with [#next(int)].
public interface BlockTable {

    /// Without a block.
    BlockTable EMPTY =
            new PagedBlocks(new BlockPage[0], new int[0], new int[0], new SiteKey[0], new PagedBlocks.Traits[0], 0);

    /// Number of recorded live blocks.
    int size();

    /// The first live row at or after `row`, or -1.
    int next(int row);

    long address(int row);

    long bytes(int row);

    double weight(int row);

    int stack(int row);

    long allocated(int row);

    /// When the owner was seen dead, nanoseconds since the epoch; 0 while it is reachable or unknown.
    default long ownerCollected(int row) {
        return block(row).ownerCollected();
    }

    /// The whole row. For what is on the screen, not for loops.
    Block block(int row);

    /// Takes rows of a walk.
    @FunctionalInterface
    interface RowSink {
        /// @param allocated nanoseconds since the epoch
        void row(int row, int stack, long bytes, double weight, long allocated);
    }

    /// Walks over the live rows of some stacks, in the order of their numbers. Not for the FX thread.
    ///
    /// @param stacks by id
    default void rows(BitSet stacks, RowSink each) {
        for (int row = next(0); row >= 0; row = next(row + 1)) {
            int stack = stack(row);
            if (stacks.get(stack)) {
                each.row(row, stack, bytes(row), weight(row), allocated(row));
            }
        }
    }

    /// Which blocks held an address, not only at their first byte. Walks over all rows: not for the FX thread.
    default AddressHistory history(long address) {
        for (int row = next(0); row >= 0; row = next(row + 1)) {
            if (AddressHistory.holds(address(row), bytes(row), address)) {
                return new AddressHistory(false, 1, List.of(new AddressHistory.Life(block(row), 0, false)));
            }
        }
        return new AddressHistory(false, 0, List.of());
    }
}
