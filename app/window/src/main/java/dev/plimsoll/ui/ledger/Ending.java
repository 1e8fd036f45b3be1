package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.AddressHistory;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import org.jspecify.annotations.Nullable;

/// The release of a block that a person looks at.
///
/// @param time nanoseconds since the epoch
/// @param exact whether it was at that time; else it was before, at a moment that nobody remembers
record Ending(long time, boolean exact) {

    /// Null while the block is live. Walks over all rows: not for the FX thread.
    ///
    /// @param now of the table
    static @Nullable Ending of(BlockTable table, Block block, long now) {
        for (AddressHistory.Life life : table.history(block.address()).latest().reversed()) {
            Block known = life.block();
            if (known.address() == block.address() && known.allocated() == block.allocated()) {
                return life.ended() == 0 ? null : new Ending(life.ended(), !life.lost());
            }
        }
        return new Ending(now, false);
    }

    /// Of two that are not exact the first says more.
    static @Nullable Ending better(@Nullable Ending known, @Nullable Ending found) {
        return known != null && found != null && !found.exact ? known : found;
    }
}
