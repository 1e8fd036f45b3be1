package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All rules together. Pure; takes milliseconds, and is meant to be asked about once a second.
public final class Findings {

    private static final int FEWEST_CYCLES = 3;

    /// Counters and recorded blocks are not of the same moment, and some blocks are only sampled.
    private static final double NEARLY = 0.5;

    private static final List<Rule> RULES = List.of(
            new OwnerCollectedRule(),
            new CallbackNeverReleasedRule(),
            new MisuseRule(),
            new GrowthRule(),
            new CountedGrowthRule(),
            new ThreadStacksRule(),
            new CalledAfterDeathRule(),
            new ReleasedLateRule(),
            new IdleHeapRule(),
            new RateRule(Thresholds.DEFAULT),
            new AllocatorSlackRule(),
            new UnexplainedGrowthRule(),
            new WarmUpRule());

    /// Asked only where nothing above a notice was found.
    private static final Rule IF_NOTHING_LEAKS = new SizedTooSmallRule();

    private static final Set<String> OF_CALLBACKS =
            Set.of(CallbackNeverReleasedRule.ID, RateRule.CALLBACKS, CalledAfterDeathRule.ID);

    /// They add nothing where something graver is said of the line.
    private static final Set<String> OF_RATES =
            Set.of(RateRule.ALLOCATIONS, RateRule.LARGE, RateRule.SHARED, RateRule.CALLBACKS);

    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> -finding.bytes().value())
            .thenComparing(finding -> -finding.blocks().value());

    private Findings() {}

    /// What all rules say. Of several findings about one line the gravest stays.
    public static Judgement of(FindingInput input) {
        Evidence evidence = new Evidence(input);
        Set<Needs> present = present(evidence);
        List<Finding> found = new ArrayList<>();
        List<Rule> asked = new ArrayList<>(RULES);
        for (Rule rule : RULES) {
            found.addAll(rule.judge(evidence));
        }
        if (found.stream().noneMatch(Findings::grave)) {
            found.addAll(IF_NOTHING_LEAKS.judge(evidence));
            asked.add(IF_NOTHING_LEAKS);
        }
        found.sort(GRAVEST_FIRST);
        List<Finding> findings = withCallers(onePerLine(withoutNameless(found)), evidence);
        return new Judgement(findings, summary(findings, evidence), unknown(asked, present));
    }

    /// What leaks is told with whoever called the line, where that is not the line itself.
    private static List<Finding> withCallers(List<Finding> findings, Evidence evidence) {
        Callers callers = new Callers(evidence);
        return findings.stream()
                .map(finding -> {
                    EvidenceLine more = isLeak(finding) ? callers.of(finding) : null;
                    return more == null ? finding : finding.with(more);
                })
                .toList();
    }

    private static boolean isLeak(Finding finding) {
        return finding.verdict() == Verdict.LEAK_LIKELY || finding.verdict() == Verdict.LEAK_PROVEN;
    }

    /// One sentence for all rules that miss the same.
    private static List<String> unknown(List<Rule> asked, Set<Needs> present) {
        Map<String, List<String>> questions = new LinkedHashMap<>();
        for (Rule rule : asked) {
            Set<Needs> missing = EnumSet.copyOf(rule.needs());
            missing.removeAll(present);
            if (!missing.isEmpty()) {
                String words = missing.stream().map(Needs::words).collect(Collectors.joining(" and "));
                questions.computeIfAbsent(words, key -> new ArrayList<>()).add(rule.question());
            }
        }
        List<String> sentences = new ArrayList<>();
        questions.forEach((missing, open) ->
                sentences.add("Not recorded: " + missing + ". It cannot be said " + String.join(", ", open) + "."));
        return List.copyOf(sentences);
    }

    /// Whether a finding only says that a line does something too often, where something graver is said of that line
    /// in `others`: in one list it would not stand.
    public static boolean saysLessThan(Finding finding, List<Finding> others) {
        return OF_RATES.contains(finding.rule())
                && others.stream().anyMatch(other -> grave(other) && Objects.equals(other.frame(), finding.frame()));
    }

    private static boolean grave(Finding finding) {
        return finding.severity().compareTo(Severity.WARNING) <= 0;
    }

    private static Set<Needs> present(Evidence evidence) {
        Set<Needs> present = EnumSet.noneOf(Needs.class);
        History history = evidence.history();
        if (!history.blocks().isEmpty()) {
            present.add(Needs.ALLOCATIONS);
        }
        if (!history.callbacks().isEmpty()) {
            present.add(Needs.CALLBACKS);
        }
        int cycles = evidence.cycles(0, Long.MAX_VALUE);
        if (cycles > 0) {
            present.add(Needs.GC_CYCLES);
        }
        if (evidence.input().timeline().rss().size() > 0) {
            present.add(Needs.RESIDENT);
        }
        if (evidence.input().timeline().gauge("threads").size() > 0) {
            present.add(Needs.THREADS);
        }
        if (history.epochs() >= Trend.FEWEST && evidence.span() >= Growth.LONG_ENOUGH) {
            present.add(Needs.TIME);
        }
        return present;
    }

    /// That some line of a binding leaks need not be said where lines are named that leak about as many blocks.
    private static List<Finding> withoutNameless(List<Finding> found) {
        return found.stream()
                .filter(finding -> finding.frame() != null
                        || !finding.rule().equals(CountedGrowthRule.ID)
                        || namedBlocks(finding.binding(), found)
                                < NEARLY * finding.blocks().value())
                .toList();
    }

    private static double namedBlocks(String binding, List<Finding> found) {
        return found.stream()
                .filter(finding -> finding.frame() != null && finding.binding().equals(binding) && isLeak(finding))
                .mapToDouble(finding -> finding.blocks().value())
                .sum();
    }

    /// @param sort what only one finding may be about
    private record Line(String binding, @Nullable Frame frame, String sort) {}

    private static List<Finding> onePerLine(List<Finding> sorted) {
        Set<Line> seen = new HashSet<>();
        Set<@Nullable Frame> graver = new HashSet<>();
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : sorted) {
            String sort = finding.frame() == null
                    ? finding.rule()
                    : OF_CALLBACKS.contains(finding.rule()) ? "callback" : "memory";
            boolean first = seen.add(new Line(finding.binding(), finding.frame(), sort));
            boolean rate = OF_RATES.contains(finding.rule()) && !graver.contains(finding.frame());
            if (grave(finding)) {
                graver.add(finding.frame());
            }
            if (first || rate) {
                kept.add(finding);
            }
        }
        return List.copyOf(kept);
    }

    private static String summary(List<Finding> findings, Evidence evidence) {
        List<Finding> grave = findings.stream().filter(Findings::grave).toList();
        if (!grave.isEmpty()) {
            String sentence = grave.getFirst().sentence();
            int others = grave.size() - 1;
            return others == 0
                    ? sentence
                    : sentence.substring(0, sentence.length() - 1) + "; " + Figures.count(others, "more finding")
                            + " like it.";
        }
        return healthy(findings, evidence);
    }

    /// The line that gains most of those that rise beyond doubt, or null when none does.
    private static @Nullable Trend steepest(Evidence evidence) {
        return evidence.trends(false).stream()
                .filter(Trend::rises)
                .max(Comparator.comparingDouble(trend -> trend.perSecond().slope()))
                .orElse(null);
    }

    /// The line that gains most of those that pick up speed, or null when none does.
    private static @Nullable Trend stillBeginning(Evidence evidence) {
        return evidence.trends(false).stream()
                .filter(trend -> evidence.growth(trend, false).isOpen())
                .max(Comparator.comparingDouble(trend -> trend.perSecond().slope()))
                .orElse(null);
    }

    private static String healthy(List<Finding> findings, Evidence evidence) {
        FindingInput input = evidence.input();
        int cycles = evidence.cycles(0, Long.MAX_VALUE);
        String seen = Figures.duration(evidence.span()) + " and " + Figures.count(cycles, "GC cycle");
        if (input.history().blocks().isEmpty() && input.history().callbacks().isEmpty()) {
            return "No native allocation and no callback was seen in " + seen + ".";
        }
        if (!present(evidence).contains(Needs.TIME)) {
            return "It is too early to judge after " + seen + ": that nothing grows takes 20 seconds to see.";
        }
        String live = Figures.bytes(input.ledger().liveBytes().value()) + " of native memory are live";
        if (input.watching().eventsLost() > 0) {
            return live + "; events were lost, so it cannot be said that nothing leaks.";
        }
        if (cycles < FEWEST_CYCLES) {
            Trend rising = steepest(evidence);
            if (rising != null && rising.site().freedByGc()) {
                return Evidence.name(rising.site()) + " gains " + rising.gain() + ", and in " + seen
                        + " it could not be seen whether that is a leak or waits for the GC: jcmd PID GC.run tells.";
            }
            if (rising != null) {
                return undecided(rising, evidence.growth(rising, false));
            }
            return "Nothing grows in " + seen + ", " + live
                    + ", but with fewer than " + FEWEST_CYCLES
                    + " cycles memory that lost its owner cannot show yet.";
        }
        Trend open = stillBeginning(evidence);
        if (open != null) {
            return everFaster(open);
        }
        boolean late = findings.stream().anyMatch(finding -> Objects.equals(finding.verdict(), Verdict.RELEASED_LATE));
        return "Nothing leaks in what was seen, " + seen + ": " + live + (late ? ", some of it waits for the GC" : "")
                + ", and no line keeps gaining.";
    }

    private static String everFaster(Trend open) {
        return Evidence.name(open.site()) + " gains " + open.gain()
                + ", ever faster: whether that is a beginning or a leak shows when the rate is steady.";
    }

    /// Of what somebody must give back: collections tell nothing of it.
    private static String undecided(Trend rising, Growth growth) {
        if (growth.isOpen()) {
            return everFaster(rising);
        }
        String gains = Evidence.name(rising.site()) + " gains " + rising.gain() + ", which no GC gives back";
        if (!growth.ripe()) {
            return gains + "; whether that ends by itself takes 20 seconds to see, and it was seen for "
                    + Figures.duration(growth.watched()) + ".";
        }
        return growth.survival().slowsDown()
                ? gains + ", but more and more slowly, as a cache that fills does."
                : gains + ", but not yet so that it must be a leak: watch it for longer.";
    }
}
