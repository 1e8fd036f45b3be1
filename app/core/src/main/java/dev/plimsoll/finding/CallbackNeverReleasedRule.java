package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One line registers callbacks again and again, and hardly any is released: created minus destroyed rises
/// without end. Proven when the owners of live ones were collected two or more GC cycles ago. A set that is
/// registered once at the start does not rise.
final class CallbackNeverReleasedRule implements Rule {

    static final String ID = "callback-never-released";

    private static final int CYCLES = 2;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether callbacks pile up";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.CALLBACKS, Needs.TIME);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (SiteHistory site : evidence.history().callbacks()) {
            OwnerCollectedRule.Orphans orphans = OwnerCollectedRule.Orphans.of(site, evidence);
            Trend rising = evidence.trends(true).stream()
                    .filter(trend -> trend.site().equals(site))
                    .filter(trend -> isLeak(evidence.growth(trend, true)))
                    .findFirst()
                    .orElse(null);
            if (orphans.any() || rising != null) {
                findings.add(finding(site, orphans, evidence));
            }
        }
        return findings;
    }

    private static boolean isLeak(Growth growth) {
        return growth.ripe() && growth.leaks();
    }

    private static Finding finding(SiteHistory site, OwnerCollectedRule.Orphans orphans, Evidence evidence) {
        long span = evidence.now() - site.firstBirth();
        Estimate live = new Estimate(site.alive(), 0);
        Callback newest = evidence.newestCallback(site);
        int stack = newest == null ? 0 : newest.stack();
        List<EvidenceLine> lines = new ArrayList<>();
        lines.add(EvidenceLine.of(Figures.count(site.born()) + " registered, "
                        + Figures.count(site.born() - site.alive())
                        + " released, " + Figures.count(site.alive()) + " live, in " + Figures.duration(span) + ": "
                        + Figures.rate(site.alive(), span) + " are added and stay.")
                .at(newest == null ? new Door.None() : new Door.Callback(newest.handle()))
                .drawn(site.levels().blocks()));
        if (orphans.any()) {
            lines.add(EvidenceLine.of("The owners of "
                            + Figures.count(orphans.blocks().value()) + " live ones were collected, up to "
                            + Figures.count(orphans.cyclesOld(), "GC cycle")
                            + " ago: they cannot release them any more.")
                    .at(evidence.cycleBefore(evidence.now() - orphans.age())));
        }
        if (newest != null) {
            lines.add(EvidenceLine.of("Each lives as long as its "
                            + (newest.lifetime().isEmpty() ? "owner" : newest.lifetime() + " arena")
                            + " and keeps its target"
                            + (newest.targetClass() == null ? "" : ", " + newest.targetClass() + ",") + " reachable.")
                    .at(Door.flame(site.binding(), stack)));
        }
        boolean proven = orphans.cyclesOld() >= CYCLES;
        Frame frame = site.frame();
        return new Finding(
                ID,
                proven ? Verdict.LEAK_PROVEN : Verdict.LEAK_LIKELY,
                Evidence.name(site) + " registers callbacks and releases "
                        + (site.born() == site.alive() ? "none" : Figures.count(site.born() - site.alive()))
                        + " of " + Figures.count(site.born()) + ": " + Figures.count(site.alive()) + " are live.",
                site.binding(),
                Estimate.ZERO,
                live,
                frame,
                stack,
                lines,
                Advice.whoRegisters(site.kind()));
    }
}
