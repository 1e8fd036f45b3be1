package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.ledger.AllocationsViewState.Grouping;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The rows of the blocks table, and what became of the chosen block. Immutable.
///
/// @param chosen place of the chosen block among the rows, or -1
/// @param ending of the chosen block, or null while it is live or among the rows
record BlockAnswer(BlockIndex index, int chosen, @Nullable Ending ending) {

    /// @param range only blocks allocated in it
    /// @param grouping which of the next two says whose blocks are wanted
    /// @param by what to sort by
    /// @param chosen block, or null
    record Asked(
            Snapshot snapshot,
            Optional<TimeRange> range,
            Grouping grouping,
            @Nullable SiteId site,
            @Nullable OwnerId owner,
            BlockColumn by,
            boolean descending,
            @Nullable Block chosen) {

        /// Whether it is known whose blocks are wanted.
        boolean complete() {
            return switch (grouping) {
                case BLOCKS -> true;
                case OWNERS -> owner != null;
                case SITES, BINDINGS -> site != null;
            };
        }
    }

    /// Any thread; may walk over all blocks.
    ///
    /// @throws CancellationException when `cancelled` said yes
    static BlockAnswer to(Asked asked, BooleanSupplier cancelled) {
        BlockTable table = asked.snapshot.ledger().blocks();
        ChosenRows mine = ChosenRows.of(asked.snapshot, asked.grouping, asked.site, asked.owner);
        IntPredicate shown = asked.range
                .<IntPredicate>map(within -> row ->
                        within.contains(table.allocated(row)) && mine.rows().test(row))
                .orElse(mine.rows());
        BlockIndex index = BlockIndex.of(table, mine.stacks(), shown, asked.by, asked.descending, cancelled);
        Block chosen = asked.chosen;
        if (chosen == null) {
            return new BlockAnswer(index, -1, null);
        }
        int at = index.find(chosen.address());
        long now = asked.snapshot.ledger().time();
        return new BlockAnswer(index, at, at >= 0 ? null : Ending.of(table, chosen, now));
    }
}
