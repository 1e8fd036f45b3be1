package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.session.Snapshot;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A live block looked up by its address, with its site; both null when there is none.
record Found(@Nullable Block block, @Nullable SiteId site) {

    /// Any thread. An address inside a block finds that block.
    ///
    /// @throws CancellationException when `cancelled` said yes
    static Found in(Snapshot snapshot, long address, BooleanSupplier cancelled) {
        BlockTable table = snapshot.ledger().blocks();
        StillWanted wanted = new StillWanted(cancelled);
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            wanted.row();
            long into = address - table.address(row);
            if (into >= 0 && into < Math.max(1, table.bytes(row))) {
                Block block = table.block(row);
                var frame = snapshot.stacks().get(block.stack()).site();
                return new Found(block, new SiteId(block.binding(), frame));
            }
        }
        return new Found(null, null);
    }
}
