package dev.plimsoll.session;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.List;

/// Everything that a page may show, at one moment. Immutable; compare parts by identity to see what changed.
///
/// @param version grows by one with each snapshot
/// @param phase where the session stands
/// @param subject what is being looked at
/// @param stacks table that stack ids point into
/// @param ledger live allocations and callbacks
/// @param timeline series and GC cycles
/// @param findings gravest first, then by bytes, then by blocks
/// @param summary one sentence
/// @param health cost and losses
/// @param coverage what is watched, by binding
/// @param unknown what could not be judged, and why; sentences
public record Snapshot(
        long version,
        Phase phase,
        Subject subject,
        StackTable stacks,
        LedgerSnapshot ledger,
        TimelineSnapshot timeline,
        List<Finding> findings,
        String summary,
        Health health,
        List<Coverage> coverage,
        List<String> unknown) {

    /// The same moment without blocks and stacks, see [LedgerSnapshot#withoutBlocks()].
    public Snapshot withoutBlocks() {
        return new Snapshot(
                version,
                phase,
                subject,
                stacks,
                ledger.withoutBlocks(),
                timeline,
                findings,
                summary,
                health,
                coverage,
                unknown);
    }

    /// Without anything that could not be judged.
    public Snapshot(
            long version,
            Phase phase,
            Subject subject,
            StackTable stacks,
            LedgerSnapshot ledger,
            TimelineSnapshot timeline,
            List<Finding> findings,
            String summary,
            Health health,
            List<Coverage> coverage) {
        this(version, phase, subject, stacks, ledger, timeline, findings, summary, health, coverage, List.of());
    }
}
