package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;
import dev.plimsoll.ledger.StackFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The Java object whose end should free a block was collected, Cleaners have run since, and the block is live:
/// nobody can free it any more. Proven when two GC cycles have begun since; likely before, and where blocks of
/// the line were freed after their owner's death, so that somebody else does know their address.
final class OwnerCollectedRule implements Rule {

    static final String ID = "owner-collected";

    static final String ARENA = "arena-lost";

    private static final int CYCLES = 2;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether memory outlives its owner";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.ALLOCATIONS, Needs.GC_CYCLES);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (SiteHistory site : evidence.history().blocks()) {
            Orphans orphans = Orphans.of(site, evidence);
            if (orphans.any()) {
                findings.add(finding(site, orphans, evidence));
            }
        }
        return findings;
    }

    private static Finding finding(SiteHistory site, Orphans orphans, Evidence evidence) {
        boolean someoneFrees = site.ends().afterDeath()
                > 0.05 * (orphans.blocks().value() + site.ends().afterDeath());
        boolean view = site.ownerIsView();
        boolean proven = orphans.cyclesOld() >= CYCLES && !someoneFrees && !view;
        int stack = evidence.stack(site, StackFigure.OWNER_GONE_BLOCKS);
        Door blocks = Door.blocks(site.binding(), stack);
        List<EvidenceLine> lines = new ArrayList<>();
        // Handles of objects that a library keeps have no size that anybody tells.
        boolean sized = orphans.bytes().value() > 0;
        lines.add(EvidenceLine.of(Figures.count(orphans.blocks()) + " live blocks"
                        + (sized ? ", " + Figures.bytes(orphans.bytes()) + "," : "")
                        + " have an owner that was collected"
                        + (site.ownerClass() == null ? "" : " (" + site.ownerClass() + ")") + ".")
                .at(blocks)
                .drawn(site.levels().bytes()));
        lines.add(EvidenceLine.of("The oldest owner was seen dead " + Figures.count(orphans.cyclesOld(), "GC cycle")
                        + " and " + Figures.duration(orphans.age()) + " ago; Cleaners have run since.")
                .at(evidence.cycleBefore(evidence.now() - orphans.age())));
        if (someoneFrees) {
            lines.add(EvidenceLine.of(Figures.count(site.ends().afterDeath())
                            + " others were freed after their owner's death: something else may know these too.")
                    .at(blocks));
        }
        if (view) {
            lines.add(EvidenceLine.of(
                    "The owner was only a view of the memory: its address may have been kept elsewhere."));
        }
        if (orphans.cyclesOld() < CYCLES && !view) {
            lines.add(EvidenceLine.of(
                    "It is proven after " + Figures.count(CYCLES - orphans.cyclesOld(), "more GC cycle") + "."));
        }
        String sentence = Evidence.name(site) + " keeps "
                + Figures.count(orphans.blocks().value(), "block") + " of "
                + site.binding() + " memory"
                + (sized ? " (" + Figures.bytesInside(orphans.bytes()) + ")" : "")
                + " whose owners were collected up to " + Figures.count(orphans.cyclesOld(), "GC cycle") + " ago.";
        return new Finding(
                site.isArena() ? ARENA : ID,
                proven ? Verdict.LEAK_PROVEN : Verdict.LEAK_LIKELY,
                sentence,
                site.binding(),
                orphans.bytes(),
                orphans.blocks(),
                site.frame(),
                stack,
                lines,
                Advice.whoLost(site));
    }

    /// Live blocks, or callbacks, without an owner.
    ///
    /// @param blocks of them
    /// @param bytes in them
    /// @param cyclesOld GC cycles that began since the oldest of the deaths was seen
    /// @param age nanoseconds since then
    record Orphans(Estimate blocks, Estimate bytes, int cyclesOld, long age) {

        static Orphans of(SiteHistory site, Evidence evidence) {
            SiteHistory.Gone gone = site.gone();
            Estimate blocks = Estimate.ZERO;
            Estimate bytes = Estimate.ZERO;
            int cyclesOld = 0;
            long age = 0;
            for (int epoch = gone == null ? 0 : gone.blocks().length - 1; epoch >= 0 && gone != null; epoch--) {
                if (gone.blocks()[epoch] >= 0.5) {
                    blocks = blocks.plus(new Estimate(gone.blocks()[epoch], gone.blocksVariance()[epoch]));
                    bytes = bytes.plus(new Estimate(gone.bytes()[epoch], gone.bytesVariance()[epoch]));
                    long end = evidence.endOf(epoch);
                    cyclesOld = evidence.cycles(end, Long.MAX_VALUE);
                    age = evidence.now() - end;
                }
            }
            return new Orphans(blocks, bytes, cyclesOld, age);
        }

        boolean any() {
            return blocks.value() > 0;
        }
    }
}
