package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;
import dev.plimsoll.ledger.StackFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Much is live, but survivors are no longer born: a cache that is full, or a beginning that is over. Said so that
/// nobody takes it for a leak.
final class WarmUpRule implements Rule {

    static final String ID = "cache-or-warm-up";

    private static final long LONG_ENOUGH = 15_000_000_000L;

    /// Of all live memory: less explains nothing.
    private static final double MUCH = 0.1;

    /// Of the resident memory. Where that is unknown, all is.
    private static final double WORTH_A_WORD = 0.01;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether memory is a cache";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.ALLOCATIONS, Needs.TIME);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        double all = evidence.input().ledger().liveBytes().value();
        double resident = evidence.input().timeline().rss().last();
        List<Finding> findings = new ArrayList<>();
        for (SiteHistory site : evidence.history().blocks()) {
            Estimate live = site.cohorts().bytesBefore(Integer.MAX_VALUE);
            int epochs = evidence.history().epochs();
            int newest = newestSurvivors(site);
            if (live.value() > MUCH * all
                    && !(live.value() < WORTH_A_WORD * resident)
                    && site.alive() >= 2
                    && epochs >= Trend.FEWEST
                    && newest < epochs / 2
                    && evidence.now() - evidence.endOf(newest) >= LONG_ENOUGH
                    && site.gone() == null) {
                findings.add(finding(site, live, newest, evidence));
            }
        }
        return findings;
    }

    private static Finding finding(SiteHistory site, Estimate live, int newest, Evidence evidence) {
        double blocks = site.cohorts().blocksBefore(Integer.MAX_VALUE);
        String quiet = Figures.duration(evidence.now() - evidence.endOf(newest));
        int stack = evidence.stack(site, StackFigure.LIVE_BYTES);
        Door blocksOfLine = Door.blocks(site.binding(), stack);
        return new Finding(
                ID,
                Verdict.CACHE_OR_WARM_UP,
                Evidence.name(site) + " holds " + Figures.bytes(live) + " of " + site.binding()
                        + " memory and has stopped gaining.",
                site.binding(),
                live,
                new Estimate(blocks, 0),
                site.frame(),
                stack,
                List.of(
                        EvidenceLine.of(Figures.count(blocks, "block") + " are live, none of them younger than " + quiet
                                        + ".")
                                .at(evidence.since(evidence.endOf(newest), Door.site(site.binding(), stack))),
                        EvidenceLine.of(Figures.count(site.born()) + " were recorded in all, "
                                        + Figures.count(site.ends().all()) + " given back.")
                                .at(blocksOfLine)),
                "");
    }

    private static int newestSurvivors(SiteHistory site) {
        int[] alive = site.cohorts().alive();
        int newest = alive.length - 1;
        while (newest > 0 && alive[newest] == 0) {
            newest--;
        }
        return newest;
    }
}
