package dev.plimsoll.comparison;

import dev.plimsoll.comparison.Pairs.Line;
import dev.plimsoll.comparison.Pairs.Pair;
import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Findings;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.CallbackSite;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.Overlap;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.Sites;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes one comparison.
final class Comparer {

    private final Snapshot before;
    private final Snapshot after;
    private final Scaling scaling;
    private final BooleanSupplier cancelled;
    private final Map<Metric, Double> factors = new EnumMap<>(Metric.class);
    private final Overlap overlap;

    Comparer(Snapshot before, Snapshot after, Scaling scaling, BooleanSupplier cancelled) {
        this.before = before;
        this.after = after;
        this.scaling = scaling;
        this.cancelled = cancelled;
        overlap = Overlap.of(before.ledger(), after.ledger(), cancelled);
    }

    Comparison compare() {
        List<FindingChange> findings = findings();
        List<SiteChange> sites = sites();
        Change live = change(
                Metric.LIVE_BYTES,
                before.ledger().liveBytes(),
                after.ledger().liveBytes(),
                overlap.all().bytes());
        return new Comparison(
                before,
                after,
                scaling,
                live,
                bindings(),
                sites,
                callbacks(),
                findings,
                Summary.of(live, sites, findings));
    }

    /// @param covariance of the two as they were recorded
    private Change change(Metric metric, Estimate earlier, Estimate later, double covariance) {
        double factor = factors.computeIfAbsent(metric, m -> scaling.factor(before, after, m));
        return new Change(earlier, factor == 1 ? later : later.times(factor), factor * covariance);
    }

    private void look() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private List<BindingChange> bindings() {
        List<BindingChange> changes = new ArrayList<>();
        for (Pair<BindingSums> pair :
                Pairs.of(before.ledger().bindings(), after.ledger().bindings(), List.of(BindingSums::binding))) {
            BindingSums a = pair.before();
            BindingSums b = pair.after();
            Function<Function<BindingSums, Estimate>, Estimate> earlier = f -> a == null ? Estimate.ZERO : f.apply(a);
            Function<Function<BindingSums, Estimate>, Estimate> later = f -> b == null ? Estimate.ZERO : f.apply(b);
            Function<BindingSums, Estimate> bytes = sums -> new Estimate(sums.allocatedBytes(), 0);
            Function<BindingSums, Estimate> blocks = sums -> new Estimate(sums.allocations(), 0);
            String binding = (b != null ? b : Objects.requireNonNull(a)).binding();
            Overlap.Variances shared = overlap.binding(binding);
            changes.add(new BindingChange(
                    binding,
                    change(
                            Metric.LIVE_BYTES,
                            earlier.apply(BindingSums::liveBytes),
                            later.apply(BindingSums::liveBytes),
                            shared.bytes()),
                    change(
                            Metric.LIVE_BLOCKS,
                            earlier.apply(BindingSums::liveBlocks),
                            later.apply(BindingSums::liveBlocks),
                            shared.blocks()),
                    change(Metric.ALLOCATED_BYTES, earlier.apply(bytes), later.apply(bytes), 0),
                    change(Metric.ALLOCATIONS, earlier.apply(blocks), later.apply(blocks), 0)));
        }
        changes.sort(Comparator.comparingDouble(one -> -Math.abs(one.liveBytes().difference())));
        return List.copyOf(changes);
    }

    private List<SiteChange> sites() {
        look();
        List<Site> earlier = Sites.of(before.ledger(), before.stacks());
        look();
        List<Site> later = Sites.of(after.ledger(), after.stacks());
        look();
        Map<Line, Verdict> verdictsBefore = verdicts(before);
        Map<Line, Verdict> verdictsAfter = verdicts(after);
        Map<Line, Overlap.Variances> shared = shared();
        List<SiteChange> changes = new ArrayList<>();
        for (Pair<Site> pair : Pairs.of(
                earlier, later, List.of(Comparer::line, site -> line(site).method()))) {
            StackTotals a = pair.before() == null ? null : pair.before().totals();
            StackTotals b = pair.after() == null ? null : pair.after().totals();
            Overlap.Variances live = pair.before() == null || pair.after() == null
                    ? Overlap.Variances.NONE
                    : shared.getOrDefault(line(pair.after()), Overlap.Variances.NONE);
            changes.add(new SiteChange(
                    pair.before(),
                    pair.after(),
                    change(
                            Metric.LIVE_BYTES,
                            figure(a, StackTotals::liveBytes),
                            figure(b, StackTotals::liveBytes),
                            live.bytes()),
                    change(
                            Metric.LIVE_BLOCKS,
                            figure(a, StackTotals::liveBlocks),
                            figure(b, StackTotals::liveBlocks),
                            live.blocks()),
                    grown(Metric.ALLOCATED_BYTES, a, b, StackTotals::allocatedBytes),
                    grown(Metric.ALLOCATIONS, a, b, StackTotals::allocations),
                    grown(Metric.FREED_BYTES, a, b, StackTotals::freedBytes),
                    pair.before() == null ? null : verdictsBefore.get(line(pair.before())),
                    pair.after() == null ? null : verdictsAfter.get(line(pair.after()))));
        }
        changes.sort(Comparator.comparingDouble(
                        (SiteChange one) -> -Math.abs(one.liveBytes().difference()))
                .thenComparingDouble(one -> -Math.abs(one.allocatedBytes().difference()))
                .thenComparingDouble(one -> -Math.abs(one.liveBlocks().difference())));
        return List.copyOf(changes);
    }

    private static Estimate figure(@Nullable StackTotals totals, Function<StackTotals, Estimate> figure) {
        return totals == null ? Estimate.ZERO : figure.apply(totals);
    }

    private Change grown(
            Metric metric, @Nullable StackTotals a, @Nullable StackTotals b, Function<StackTotals, Estimate> figure) {
        Estimate earlier = figure(a, figure);
        Estimate later = figure(b, figure);
        return change(metric, earlier, later, overlap.grown(earlier, later));
    }

    /// By line of code. Both states have the same stacks when they share a block.
    private Map<Line, Overlap.Variances> shared() {
        Map<Line, Overlap.Variances> shared = new HashMap<>();
        for (SiteKey key : overlap.stacks()) {
            Line line = new Line(key.binding(), after.stacks().get(key.stack()).site());
            shared.merge(line, overlap.live(key), Overlap.Variances::plus);
        }
        return shared;
    }

    private List<CallbackChange> callbacks() {
        List<CallbackChange> changes = new ArrayList<>();
        for (Pair<CallbackSite> pair : Pairs.of(
                Sites.ofCallbacks(before.ledger(), before.stacks()),
                Sites.ofCallbacks(after.ledger(), after.stacks()),
                List.<Function<CallbackSite, Object>>of(
                        site -> new Line(site.binding(), site.frame()),
                        site -> new Line(site.binding(), site.frame()).method()))) {
            CallbackSite a = pair.before();
            CallbackSite b = pair.after();
            Change live = change(
                    Metric.CALLBACKS,
                    new Estimate(a == null ? 0 : a.live(), 0),
                    new Estimate(b == null ? 0 : b.live(), 0),
                    0);
            changes.add(new CallbackChange(a, b, live));
        }
        changes.sort(Comparator.comparingDouble(one -> -Math.abs(one.live().difference())));
        return List.copyOf(changes);
    }

    /// Which blocks a finding counts it does not say, so the two figures are taken to be independent: of two moments of
    /// one recording the interval is then too wide, never too narrow.
    ///
    /// A finding of another rule at the same line is the same trouble with another name, where both count the same:
    /// blocks, callbacks, or what was done wrong. That a line does something too often is not said where it leaks,
    /// so a line that began to leak does not show twice, nor one that ceased to.
    private List<FindingChange> findings() {
        List<Function<Finding, Object>> keys = List.of(
                finding -> List.of(finding.rule(), place(finding)),
                finding -> List.of(finding.rule(), place(finding).method()),
                finding -> finding.frame() == null
                        ? finding
                        : List.of(
                                place(finding).method(),
                                countsCallbacks(finding),
                                finding.verdict() == Verdict.MISUSE));
        Holdings earlier = new Holdings(before);
        Holdings later = new Holdings(after);
        List<FindingChange> changes = new ArrayList<>();
        for (Pair<Finding> pair : Pairs.of(before.findings(), after.findings(), keys)) {
            Finding a = pair.before();
            Finding b = pair.after();
            if ((b == null && Findings.saysLessThan(Objects.requireNonNull(a), after.findings()))
                    || (a == null && Findings.saysLessThan(Objects.requireNonNull(b), before.findings()))) {
                continue;
            }
            Holdings.Held heldBefore = a != null ? Holdings.Held.by(a) : earlier.at(Objects.requireNonNull(b));
            Holdings.Held heldAfter = b != null ? Holdings.Held.by(b) : later.at(Objects.requireNonNull(a));
            changes.add(new FindingChange(
                    a,
                    b,
                    change(Metric.LIVE_BYTES, heldBefore.bytes(), heldAfter.bytes(), 0),
                    change(Metric.LIVE_BLOCKS, heldBefore.blocks(), heldAfter.blocks(), 0)));
        }
        changes.sort(Comparator.comparingInt(Comparer::rank));
        return List.copyOf(changes);
    }

    private static int rank(FindingChange change) {
        return switch (change.state()) {
            case NEW -> 0;
            case GREW, UNCHANGED, SHRANK -> 1;
            case UNJUDGED -> 2;
            case GONE -> 3;
        };
    }

    private static boolean countsCallbacks(Finding finding) {
        return finding.rule().startsWith("callback");
    }

    private static Line line(Site site) {
        return new Line(site.binding(), site.frame());
    }

    private static Line place(Finding finding) {
        return new Line(finding.binding(), finding.frame());
    }

    /// Findings come gravest first, so the first at a line is its gravest.
    private static Map<Line, Verdict> verdicts(Snapshot snapshot) {
        Map<Line, Verdict> verdicts = new HashMap<>();
        for (Finding finding : snapshot.findings()) {
            Frame frame = finding.frame();
            if (frame != null) {
                verdicts.putIfAbsent(place(finding), finding.verdict());
            }
        }
        return verdicts;
    }
}
