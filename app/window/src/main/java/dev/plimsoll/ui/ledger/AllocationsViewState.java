package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Search;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the page shows. Replaced, never edited.
///
/// @param snapshot that the answers are about, or null before the first
/// @param range only blocks allocated in it
/// @param grouping which tables are seen
/// @param search looked for in sites and owners
/// @param sites rows of the sites table
/// @param bindings rows of the bindings table
/// @param owners rows of the owners table; gathered while they are seen
/// @param selected the chosen site, or null
/// @param owner the chosen class of owners, or null
/// @param blocks rows of the blocks table: of the chosen site or owners, or all
/// @param block the chosen block, or null; stays when it is freed
/// @param place of the chosen block among the rows, -1 when it is not there, or [#UNKNOWN]
/// @param ending of the chosen block, or null while it is live
record AllocationsViewState(
        @Nullable Snapshot snapshot,
        Optional<TimeRange> range,
        Grouping grouping,
        Search search,
        SiteAnswer sites,
        List<BindingSums> bindings,
        List<OwnerRow> owners,
        @Nullable SiteId selected,
        @Nullable OwnerId owner,
        @Nullable BlockIndex blocks,
        @Nullable Block block,
        int place,
        @Nullable Ending ending) {

    /// Nobody looked for the block in these rows yet.
    static final int UNKNOWN = -2;

    enum Grouping {
        SITES,
        BINDINGS,
        OWNERS,
        BLOCKS
    }

    boolean empty() {
        return snapshot == null || snapshot.ledger().stacks().isEmpty();
    }
}
