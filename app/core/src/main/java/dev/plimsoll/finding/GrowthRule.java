package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is live rises over the GC cycles, survivors come from nearly every epoch, and what has survived for a
/// while is not freed any more. That is evidence, not proof: a cache that fills evenly looks the same until it
/// is full.
final class GrowthRule implements Rule {

    static final String ID = "growth";

    static final String ARENA = "arena-never-closed";

    static final String GLOBAL = "global-arena-growing";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether memory grows";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.ALLOCATIONS, Needs.TIME);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Trend trend : evidence.trends(false)) {
            SiteHistory site = trend.site();
            Growth growth = evidence.growth(trend, false);
            boolean freesMayBeLost =
                    evidence.input().watching().eventsLost() > 0 && site.ends().all() > 0;
            if (growth.ripe()
                    && growth.leaks()
                    && !freesMayBeLost
                    && !evidence.replacesOlder(site, growth.survival().blocks())
                    && !OwnerCollectedRule.Orphans.of(site, evidence).any()) {
                findings.add(finding(growth, evidence));
            }
        }
        return findings;
    }

    private static Finding finding(Growth growth, Evidence evidence) {
        Trend trend = growth.trend();
        SiteHistory site = trend.site();
        Survival survival = growth.survival();
        Estimate live = site.cohorts().bytesBefore(Integer.MAX_VALUE);
        double blocks = site.cohorts().blocksBefore(Integer.MAX_VALUE);
        int stack = evidence.holdingStack(site);
        Door rise = evidence.since(growth.from(), Door.site(site.binding(), stack));
        Door survivors = Door.blocks(site.binding(), stack);
        List<EvidenceLine> lines = new ArrayList<>();
        if (growth.from() > site.firstBirth()) {
            lines.add(EvidenceLine.of("It began to grow like this " + Figures.duration(growth.watched()) + " ago, "
                            + Figures.duration(growth.from() - site.firstBirth()) + " after the line's first block.")
                    .at(rise));
        }
        lines.add(EvidenceLine.of(String.format(
                        Locale.ROOT,
                        "The level below which it never fell rose by %s over %d epochs, %s: %s a second, 95 %% interval %s to %s.",
                        trend.amount(trend.rise()),
                        trend.epochs(),
                        Figures.duration(trend.span()),
                        trend.amount(trend.perSecond().slope()),
                        trend.amount(trend.perSecond().low()),
                        trend.amount(trend.perSecond().high())))
                .at(rise)
                .drawn(site.sized() ? site.levels().bytes() : site.levels().blocks()));
        lines.add(EvidenceLine.of("By chance it would rise like this with a probability of "
                + Figures.probability(trend.p()) + " (Mann-Kendall), adjusted for all lines "
                + Figures.probability(trend.q()) + "."));
        lines.add(EvidenceLine.of("Survivors come from " + survival.spread() + " of " + survival.cohorts() + " epochs"
                        + (site.ends().all() == 0
                                ? "."
                                : "; " + Figures.percent(survival.share()) + " of all blocks live longer than "
                                        + Figures.count(survival.age(), "epoch")
                                        + ", and from then on hardly any is given back."))
                .at(survivors)
                .drawn(sums(
                        site.sized() ? site.cohorts().bytes() : site.cohorts().blocks())));
        lines.add(EvidenceLine.of(Figures.count(site.ends().all()) + " of " + Figures.count(site.born())
                        + " recorded blocks were given back. " + Figures.count(growth.cycles(), "GC cycle") + " ran"
                        + (site.freedByGc() && growth.oldCycles() == 0
                                ? ", none of them over the old generation: jcmd PID GC.run would show more."
                                : "."))
                .at(survivors));
        lines.addAll(EvidenceLine.of(Holders.of(site, evidence.input())));
        return new Finding(
                site.isArena() ? ARENA : site.kind().equals("global") ? GLOBAL : ID,
                Verdict.LEAK_LIKELY,
                Evidence.name(site) + " gains " + trend.gain()
                        + (site.sized() ? " and does not give it back: " : " and does not give them back: ")
                        + Figures.count(blocks, "block")
                        + (site.sized() ? ", " + Figures.bytes(live) + ", are live." : " are live."),
                site.binding(),
                live,
                new Estimate(blocks, 0),
                site.frame(),
                stack,
                lines,
                Advice.whoKeeps(site));
    }

    /// What is live by the epoch up to which it was born: a leak is a ramp, a cache a plateau.
    private static double[] sums(double[] born) {
        double[] sums = born.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }
}
