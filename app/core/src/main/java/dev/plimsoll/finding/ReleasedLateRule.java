package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;
import dev.plimsoll.ledger.StackFigure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The program gives nothing back; all that is freed, a Cleaner frees after the GC has found the owner dead.
/// Until then the memory waits, and nothing in the heap's size tells the GC to hurry.
final class ReleasedLateRule implements Rule {

    static final String ID = "released-late";

    private static final int FEWEST = 8;
    private static final double NEARLY_ALL = 0.95;

    /// Of the resident memory: less is not worth a word. Where that is unknown, all is.
    private static final double WORTH_A_WORD = 0.01;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether memory waits for the GC";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.ALLOCATIONS, Needs.GC_CYCLES);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        double resident = evidence.input().timeline().rss().last();
        List<Finding> findings = new ArrayList<>();
        for (SiteHistory site : evidence.history().blocks()) {
            SiteHistory.Ends ends = site.ends();
            if (ends.cleaner() >= FEWEST
                    && ends.cleaner() >= NEARLY_ALL * ends.all()
                    && !(waiting(site, evidence) < WORTH_A_WORD * resident)
                    && evidence.cycles(site.firstBirth(), Long.MAX_VALUE) >= 2) {
                findings.add(finding(site, evidence));
            }
        }
        return findings;
    }

    private static Finding finding(SiteHistory site, Evidence evidence) {
        SiteHistory.Ends ends = site.ends();
        int cycles = evidence.cycles(site.firstBirth(), Long.MAX_VALUE);
        long span = evidence.now() - site.firstBirth();
        double low = low(site, evidence);
        Estimate waiting = new Estimate(waiting(site, evidence), 0);
        int stack = evidence.stack(site, StackFigure.FREED_BYTES);
        List<EvidenceLine> lines = List.of(
                EvidenceLine.of(Figures.count(ends.cleaner()) + " of " + Figures.count(ends.all())
                                + " recorded frees came from a Cleaner, "
                                + Figures.count(ends.explicit() + ends.arena())
                                + " from the program.")
                        .at(Door.blocks(site.binding(), stack)),
                EvidenceLine.of("Blocks were " + Figures.duration(ends.cleanerAge() / ends.cleaner())
                                + " old when they went; a GC cycle" + " came every "
                                + Figures.duration(span / (double) cycles)
                                + ".")
                        .at(evidence.cycleBefore(evidence.now())),
                EvidenceLine.of("Between " + Figures.bytes(low) + " and "
                                + Figures.bytes(site.levels().high())
                                + " were live; " + Figures.bytes(ends.cleanerBytes()) + " waited for the GC in "
                                + Figures.duration(span) + ".")
                        .at(evidence.since(site.firstBirth(), Door.site(site.binding(), stack))));
        return new Finding(
                ID,
                Verdict.RELEASED_LATE,
                Evidence.name(site) + " leaves its " + site.binding() + " memory to the GC: up to "
                        + Figures.bytes(waiting.value()) + " waited for the next cycle.",
                site.binding(),
                waiting,
                new Estimate(ends.cleaner(), 0),
                site.frame(),
                stack,
                lines,
                Advice.whoWaits());
    }

    /// What was live at most, beyond what is always live: the most that the GC was waited for.
    private static double waiting(SiteHistory site, Evidence evidence) {
        return Math.max(0, site.levels().high() - low(site, evidence));
    }

    private static double low(SiteHistory site, Evidence evidence) {
        return Arrays.stream(site.levels().bytes())
                .skip(evidence.firstWholeEpoch(site))
                .min()
                .orElse(0);
    }
}
