package dev.plimsoll.finding;

import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;
import dev.plimsoll.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A binding that is sampled takes more blocks than it gives back, by its own exact counters. Where one block in
/// thousands stays, hardly any of those is sampled; but the counters know that something stays, and the few recorded
/// blocks that grew old tell where, when they are about as many as sampling should have caught.
final class CountedGrowthRule implements Rule {

    static final String ID = "counted-growth";

    /// Blocks: fewer may be a pool that fills.
    private static final double WORTH_A_WORD = 30;

    /// A line has this share of what grew old, or nobody can tell.
    private static final double MOST = 0.6;

    /// So many must go on being born; fewer may by chance all be early ones.
    private static final int MANY = 8;

    private static final double CHANCE = 0.01;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether a few of many blocks stay";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.ALLOCATIONS, Needs.TIME);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (BindingSums sums : evidence.input().ledger().bindings()) {
            if (sums.countersExact() && !sums.freedBytes().exact()) {
                Rise rise = Rise.of(
                        evidence.input().timeline().gauge(Timeline.NET + sums.binding()),
                        evidence.history().ends(),
                        evidence.input().timeline().start());
                if (rise.steady()
                        && rise.rise() >= WORTH_A_WORD
                        && !rise.isBeginning()
                        && evidence.span() >= Growth.LONG_ENOUGH
                        && rise.span() >= Growth.LONG_ENOUGH * 3 / 4) {
                    findings.add(judge(sums, rise, evidence));
                }
            }
        }
        return findings;
    }

    private static Finding judge(BindingSums sums, Rise rise, Evidence evidence) {
        SiteHistory best = null;
        long all = 0;
        long most = 0;
        long recorded = 0;
        for (SiteHistory site : evidence.history().blocks()) {
            if (site.binding().equals(sums.binding())) {
                long old = grownOld(site);
                recorded += site.born();
                all += old;
                if (old > most) {
                    most = old;
                    best = site;
                }
            }
        }
        double expected = rise.rise() * recorded / Math.max(1, sums.allocations());
        if (best != null
                && most >= MOST * all
                && (fits(most, expected) || standsFor(best, rise.rise()))
                && (most < MANY || stillBorn(best))) {
            return finding(best, most, rise, evidence);
        }
        return nameless(sums.binding(), expected, rise, evidence);
    }

    /// Whether what the line's recorded blocks stand for is about `blocks`, give or take the sampling's error and
    /// a factor of 2. The interval may have changed meanwhile: this can be right where the count is not.
    private static boolean standsFor(SiteHistory site, double blocks) {
        int end = site.cohorts().alive().length - 2;
        Estimate bytes = site.cohorts().bytesBefore(end);
        double size = bytes.value() / Math.max(1, site.cohorts().blocksBefore(end));
        return !bytes.exact() && bytes.low() / 2 <= blocks * size && blocks * size <= bytes.high() * 2;
    }

    /// Whether a Poisson count of this mean is as far from it as `count` more often than once in a hundred times.
    private static boolean fits(long count, double mean) {
        double term = Math.exp(-mean);
        double below = 0;
        for (long k = 0; k < count; k++) {
            below += term;
            term *= mean / (k + 1);
        }
        return 1 - below > CHANCE && below + term > CHANCE;
    }

    /// Recorded live blocks that are neither of the first epoch nor of the last ones.
    private static long grownOld(SiteHistory site) {
        int[] alive = site.cohorts().alive();
        long old = 0;
        for (int birth = 1; birth < alive.length - 2; birth++) {
            old += alive[birth];
        }
        return old;
    }

    /// Whether one of those was born in the later half.
    private static boolean stillBorn(SiteHistory site) {
        int[] alive = site.cohorts().alive();
        for (int birth = alive.length / 3; birth < alive.length - 2; birth++) {
            if (alive[birth] > 0) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(SiteHistory site, long recorded, Rise rise, Evidence evidence) {
        double blocks = site.cohorts().blocksBefore(Integer.MAX_VALUE);
        // Where all are only followed, and none stands for others, the size of one of them must do.
        double size = blocks == 0
                ? site.levels().largest()
                : site.cohorts().bytesBefore(Integer.MAX_VALUE).value() / blocks;
        // As uncertain as the few blocks whose mean size it is.
        Estimate live = new Estimate(rise.rise() * size, Math.pow(rise.rise() * size, 2) / Math.max(1, recorded));
        int stack = evidence.holdingStack(site);
        return new Finding(
                ID,
                Verdict.LEAK_LIKELY,
                Evidence.name(site) + " does not give back some of its many blocks: "
                        + Figures.count(rise.rise()) + " more " + site.binding()
                        + " blocks were taken than given back in "
                        + Figures.duration(rise.span()) + ".",
                site.binding(),
                live,
                new Estimate(rise.rise(), 0),
                site.frame(),
                stack,
                List.of(
                        counted(rise)
                                .at(evidence.since(evidence.now() - rise.span(), Door.site(site.binding(), stack))),
                        EvidenceLine.of(Figures.count(recorded, "recorded block") + " of this line grew old, of "
                                        + Figures.count(site.born())
                                        + " that were recorded; no other line of the binding has as many.")
                                .at(Door.blocks(site.binding(), stack)),
                        EvidenceLine.of(
                                "Blocks are sampled, and few that stay are among the samples: --every-stack names all of them.")),
                Advice.whoKeeps(site));
    }

    /// What is certain, without the line that nobody can tell yet.
    private static Finding nameless(String binding, double expected, Rise rise, Evidence evidence) {
        return new Finding(
                ID,
                Verdict.LEAK_LIKELY,
                "Somewhere " + Figures.count(rise.rise()) + " more " + binding
                        + " blocks were taken than given back in " + Figures.duration(rise.span())
                        + "; which line does it cannot be said yet.",
                binding,
                Estimate.ZERO,
                new Estimate(rise.rise(), 0),
                null,
                0,
                List.of(
                        counted(rise).at(evidence.since(evidence.now() - rise.span(), null)),
                        EvidenceLine.of(String.format(
                                Locale.ROOT,
                                "Blocks are sampled: of those that stay about %.1f should have been recorded, which is too few to tell them from others.",
                                expected))),
                "Record every block for a while, or watch for longer.\nplimsoll record PID --every-stack -d 30s -o exact.jfr");
    }

    private static EvidenceLine counted(Rise rise) {
        return EvidenceLine.of(String.format(
                Locale.ROOT,
                "By the binding's own counters the blocks that are out rise by %.1f a second, 95 %% interval %.1f to %.1f, over %d epochs; by chance with a probability of %s (Mann-Kendall).",
                rise.perSecond().slope(),
                rise.perSecond().low(),
                rise.perSecond().high(),
                rise.epochs(),
                Figures.probability(rise.p())));
    }
}
