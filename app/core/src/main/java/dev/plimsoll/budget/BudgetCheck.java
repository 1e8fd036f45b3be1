package dev.plimsoll.budget;

import dev.plimsoll.budget.Outcome.Line;
import dev.plimsoll.budget.Outcome.State;
import dev.plimsoll.finding.Figures;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.CallbackSite;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.ledger.Sites;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds a whole recording against a budget. An estimate is over only when its whole 95 % interval is, and kept only
/// when none of it is over; what lies between cannot be told. Pure.
public final class BudgetCheck {

    private static final int MOST_LINES = 5;

    private final Budget budget;
    private final Snapshot snapshot;
    private final List<Site> sites;
    private final List<CallbackSite> callbacks;

    private BudgetCheck(Budget budget, Snapshot snapshot) {
        this.budget = budget;
        this.snapshot = snapshot;
        this.sites = Sites.of(snapshot.ledger(), snapshot.stacks());
        this.callbacks = Sites.ofCallbacks(snapshot.ledger(), snapshot.stacks());
    }

    /// One outcome per limit, in the order of the file.
    public static List<Outcome> of(Budget budget, Snapshot snapshot) {
        BudgetCheck check = new BudgetCheck(budget, snapshot);
        return budget.limits().stream().map(check::outcome).toList();
    }

    private Outcome outcome(Limit limit) {
        String unseen = unseen(limit.scope());
        Outcome outcome = unseen != null
                ? unknown(limit, unseen)
                : switch (limit.measure()) {
                    case LIVE_BYTES -> liveBytes(limit);
                    case LIVE_CALLBACKS -> liveCallbacks(limit);
                    case BLOCKS_PER_OPERATION -> blocksPerOperation(limit);
                    case LEAKS -> leaks(limit);
                };
        return spelt(doubted(outcome));
    }

    /// Why nothing can be said about it at all, or null.
    private @Nullable String unseen(Scope scope) {
        boolean watched = snapshot.health().interval() > 0
                || !snapshot.ledger().stacks().isEmpty()
                || snapshot.ledger().callbacksRegistered() > 0;
        if (!watched) {
            return "nothing of Plimsoll is in the recording; record with `plimsoll record`";
        }
        return scope instanceof Scope.Binding binding ? unseen(binding.name()) : null;
    }

    /// A misspelt name would limit nothing, and be kept for ever.
    private @Nullable String unseen(String binding) {
        List<String> known =
                snapshot.coverage().stream().map(coverage -> coverage.binding()).toList();
        boolean counted = snapshot.ledger().bindings().stream()
                .anyMatch(sums -> sums.binding().equals(binding));
        if (!known.isEmpty() && !known.contains(binding) && !counted) {
            return "no binding " + binding + " was watched; those that were are "
                    + known.stream().distinct().sorted().collect(Collectors.joining(", "));
        }
        return snapshot.coverage().stream()
                .filter(coverage -> coverage.state().equals("failed"))
                .filter(coverage -> coverage.binding().equals(binding))
                .findFirst()
                .map(coverage -> coverage.binding() + " was not watched: " + coverage.detail())
                .orElse(null);
    }

    /// Lost events may be allocations or frees: then neither answer can be trusted. What a recording that breaks off
    /// shows is true, but not all.
    private Outcome doubted(Outcome outcome) {
        if (snapshot.health().eventsLost() > 0 && outcome.state() != State.UNKNOWN) {
            return unknown(outcome.limit(), outcome.sentence() + ", but events were lost; record again");
        }
        if (snapshot.health().truncated() && outcome.state() == State.KEPT) {
            return unknown(outcome.limit(), outcome.sentence() + ", but the recording breaks off; record again");
        }
        return outcome;
    }

    /// A package that takes no native memory keeps its limit rightly, so that its name may be misspelt is only said.
    private Outcome spelt(Outcome outcome) {
        if (outcome.state() != State.KEPT
                || !(outcome.limit().scope() instanceof Scope.Package its)
                || isOnAnyStack(its)) {
            return outcome;
        }
        String sentence = outcome.sentence() + "; no recorded stack passes " + its.name() + ", is it spelt so?";
        return new Outcome(outcome.limit(), State.KEPT, sentence, List.of());
    }

    private boolean isOnAnyStack(Scope.Package its) {
        return snapshot.stacks().all().stream()
                .flatMap(stack -> stack.frames().stream())
                .anyMatch(frame -> its.holds("", frame));
    }

    private Outcome liveBytes(Limit limit) {
        List<Site> held = held(limit.scope());
        Estimate live = total(limit.scope(), BindingSums::liveBytes, StackTotals::liveBytes);
        String words = "live " + Figures.bytes(live) + ", allowed " + Figures.bytes(limit.most());
        return judged(
                limit,
                live,
                words,
                lines(held, site -> site.totals().liveBytes().value(), Figures::bytes));
    }

    private Outcome liveCallbacks(Limit limit) {
        List<CallbackSite> held = callbacks.stream()
                .filter(site -> limit.scope().holds(site.binding(), site.frame()))
                .toList();
        long live = held.stream().mapToLong(CallbackSite::live).sum();
        String words = "live " + Figures.count(live, "callback") + ", allowed " + Figures.count(limit.most());
        List<Line> lines = held.stream()
                .limit(MOST_LINES)
                .map(site -> new Line(site.frame(), Figures.count(site.live(), "callback")))
                .toList();
        return judged(limit, new Estimate(live, 0), words, lines);
    }

    private Outcome blocksPerOperation(Limit limit) {
        if (budget.operations().isEmpty()) {
            return unknown(
                    limit, "the number of operations is not known; give --operations, or operations in the budget");
        }
        double operations = budget.operations().getAsLong();
        List<Site> held = held(limit.scope());
        Estimate blocks = total(limit.scope(), sums -> new Estimate(sums.allocations(), 0), StackTotals::allocations);
        Estimate each = new Estimate(blocks.value() / operations, blocks.variance() / operations / operations);
        String words =
                String.format(Locale.ROOT, "%.3f blocks per operation, allowed %.3f", each.value(), limit.most());
        return judged(
                limit,
                each,
                words,
                lines(held, site -> site.totals().allocations().value(), count -> Figures.count(count, "block")));
    }

    private Outcome leaks(Limit limit) {
        List<Finding> leaks = snapshot.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.LEAK_PROVEN || finding.verdict() == Verdict.LEAK_LIKELY)
                .filter(finding -> limit.scope().holds(finding.binding(), finding.frame()))
                .toList();
        String words = Figures.count(leaks.size(), "leak") + ", allowed " + Figures.count(limit.most());
        List<Line> lines = leaks.stream()
                .map(leak -> new Line(leak.frame(), leak.verdict().words() + ": " + size(leak)))
                .toList();
        return judged(limit, new Estimate(leaks.size(), 0), words, lines);
    }

    private static String size(Finding leak) {
        String blocks = Figures.count(leak.blocks().value()) + " live";
        return leak.bytes().value() > 0
                ? blocks + ", " + Figures.bytes(leak.bytes().value())
                : blocks;
    }

    private static Outcome judged(Limit limit, Estimate measured, String words, List<Line> lines) {
        if (measured.low() > limit.most()) {
            return new Outcome(limit, State.OVER, words, lines);
        }
        return measured.high() <= limit.most()
                ? new Outcome(limit, State.KEPT, words, List.of())
                : unknown(limit, words + ", within the error of sampling; record with --every-stack");
    }

    private static Outcome unknown(Limit limit, String why) {
        return new Outcome(limit, State.UNKNOWN, why, List.of());
    }

    private List<Site> held(Scope scope) {
        return sites.stream()
                .filter(site -> scope.holds(site.binding(), site.frame()))
                .toList();
    }

    /// Of a package the sum of its lines; else the bindings' own sums, which are exact where the agent counted.
    private Estimate total(
            Scope scope, Function<BindingSums, Estimate> ofBinding, Function<StackTotals, Estimate> ofLine) {
        var parts = scope instanceof Scope.Package
                ? held(scope).stream().map(site -> ofLine.apply(site.totals()))
                : snapshot.ledger().bindings().stream()
                        .filter(sums -> scope.holds(sums.binding(), null))
                        .map(ofBinding);
        return parts.reduce(Estimate.ZERO, Estimate::plus);
    }

    private static List<Line> lines(List<Site> sites, Function<Site, Double> figure, Function<Double, String> words) {
        List<Line> lines = new ArrayList<>();
        sites.stream()
                .filter(site -> figure.apply(site) > 0)
                .sorted(Comparator.comparing(figure).reversed())
                .limit(MOST_LINES)
                .forEach(site -> lines.add(new Line(site.frame(), words.apply(figure.apply(site)))));
        return lines;
    }
}
