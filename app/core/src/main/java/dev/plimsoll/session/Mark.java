package dev.plimsoll.session;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.LedgerSnapshot;
import java.util.List;

/// What a session said at a moment on its way through a recording, without what can be told of any moment exactly.
///
/// @param time nanoseconds since the epoch; of the last event before
/// @param ledger without blocks and sums of blocks
record Mark(
        long time,
        LedgerSnapshot ledger,
        Subject subject,
        List<Finding> findings,
        String summary,
        Health health,
        List<Coverage> coverage) {

    static Mark of(Snapshot snapshot) {
        LedgerSnapshot all = snapshot.ledger();
        LedgerSnapshot kept = new LedgerSnapshot(
                all.time(),
                List.of(),
                List.of(),
                BlockTable.EMPTY,
                all.callbacks(),
                all.callbacksRegistered(),
                all.callbacksReleased(),
                all.misuses(),
                all.orphanFrees(),
                all.eventsApplied(),
                all.lostBlocks(),
                all.ownerDeaths());
        return new Mark(
                all.time(),
                kept,
                snapshot.subject(),
                snapshot.findings(),
                snapshot.summary(),
                snapshot.health(),
                snapshot.coverage());
    }
}
