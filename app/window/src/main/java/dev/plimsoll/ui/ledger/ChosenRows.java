package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.ledger.AllocationsViewState.Grouping;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Which rows of the block table the page is about. Any thread.
///
/// @param stacks no row of another stack is among them
/// @param rows of those, which are
record ChosenRows(BitSet stacks, IntPredicate rows) {

    /// Of the chosen site or class of owners, or all where none is asked for.
    static ChosenRows of(Snapshot snapshot, Grouping grouping, @Nullable SiteId site, @Nullable OwnerId owner) {
        BlockTable table = snapshot.ledger().blocks();
        if (grouping == Grouping.OWNERS && owner != null) {
            return new ChosenRows(
                    every(snapshot), row -> Objects.equals(table.block(row).ownerClass(), owner.className()));
        }
        if (grouping == Grouping.BLOCKS || site == null) {
            return new ChosenRows(every(snapshot), row -> true);
        }
        SiteBlocks sites = new SiteBlocks(snapshot.ledger(), snapshot.stacks());
        return new ChosenRows(sites.stacks(site), sites.of(site));
    }

    private static BitSet every(Snapshot snapshot) {
        BitSet stacks = new BitSet();
        stacks.set(0, snapshot.stacks().size());
        return stacks;
    }
}
