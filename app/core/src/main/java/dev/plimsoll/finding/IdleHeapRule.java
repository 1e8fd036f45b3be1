package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;
import dev.plimsoll.ledger.StackFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The heap is idle while native memory grows: what only a Cleaner frees waits for a collection that nothing causes,
/// for the collector counts the small owner and not what it holds. Not a leak: one collection would free it.
final class IdleHeapRule implements Rule {

    static final String ID = "heap-idle";

    private static final long LONG_ENOUGH = 15_000_000_000L;
    private static final int FEWEST = 20;
    private static final double WORTH_A_WORD = 0.02;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether the heap is too idle to free native memory";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.ALLOCATIONS);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        double resident = evidence.input().timeline().rss().last();
        List<Finding> findings = new ArrayList<>();
        for (SiteHistory site : evidence.history().blocks()) {
            long since = evidence.now() - site.firstBirth();
            Estimate live = site.cohorts().bytesBefore(Integer.MAX_VALUE);
            if (site.freedByGc()
                    && since >= LONG_ENOUGH
                    && site.born() >= FEWEST
                    && site.ends().all() == 0
                    && site.lastBirth() > evidence.now() - LONG_ENOUGH / 2
                    && evidence.cycles(site.firstBirth(), Long.MAX_VALUE) == 0
                    && !(live.value() < WORTH_A_WORD * resident)) {
                findings.add(finding(site, live, since, evidence));
            }
        }
        return findings;
    }

    private static Finding finding(SiteHistory site, Estimate live, long since, Evidence evidence) {
        int stack = evidence.stack(site, StackFigure.LIVE_BYTES);
        return new Finding(
                ID,
                Verdict.RELEASED_LATE,
                Evidence.name(site) + " has taken " + Figures.bytes(live) + " of " + site.binding()
                        + " memory while no collection ran that could free any of it.",
                site.binding(),
                live,
                new Estimate(site.cohorts().blocksBefore(Integer.MAX_VALUE), 0),
                site.frame(),
                stack,
                List.of(
                        EvidenceLine.of(Figures.count(site.born(), "block") + " in " + Figures.duration(since)
                                        + ", none given back; no GC cycle began in that time.")
                                .at(evidence.since(site.firstBirth(), Door.site(site.binding(), stack))),
                        EvidenceLine.of(
                                        "Whether their owners are still held cannot be said before a collection: jcmd PID GC.run shows it.")
                                .at(Door.blocks(site.binding(), stack))),
                Advice.whoWaits());
    }
}
