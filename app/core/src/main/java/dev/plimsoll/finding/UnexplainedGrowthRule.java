package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.timeline.MemoryBook;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What no part of the account book explains grows. Resident memory is a symptom and no evidence, so this only says
/// that a deeper look is worth it.
final class UnexplainedGrowthRule implements Rule {

    static final String ID = "unexplained-growth";

    private static final long SECOND = 1_000_000_000L;

    /// The JVM itself grows while its code warms up.
    private static final long WARM = 30 * SECOND;

    private static final double WORTH_BYTES = 8 << 20;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether memory grows that nobody explains";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.RESIDENT);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        MemoryBook book = evidence.book();
        long from = evidence.input().timeline().start() + WARM;
        Rise rise = Rise.of(book.unexplained(), evidence.history().ends(), from);
        double resident = book.rss();
        if (!rise.steady() || rise.span() < WARM || rise.rise() < Math.max(WORTH_BYTES, 0.05 * resident)) {
            return List.of();
        }
        Door stretch = evidence.since(evidence.now() - rise.span(), null);
        return List.of(new Finding(
                        ID,
                        Verdict.LEAK_LIKELY,
                        "Memory that nothing here explains grows by "
                                + Figures.bytes(rise.perSecond().slope()) + " a second.",
                        "",
                        new Estimate(rise.rise(), 0),
                        Estimate.ZERO,
                        null,
                        0,
                        List.of(
                                EvidenceLine.of(String.format(
                                                Locale.ROOT,
                                                "It rose by %s over %s: %s a second, 95 %% interval %s to %s.",
                                                Figures.bytes(rise.rise()),
                                                Figures.duration(rise.span()),
                                                Figures.bytes(rise.perSecond().slope()),
                                                Figures.bytes(rise.perSecond().low()),
                                                Figures.bytes(rise.perSecond().high())))
                                        .at(stretch),
                                EvidenceLine.of("By chance it would with a probability of "
                                        + Figures.probability(rise.p()) + " (Mann-Kendall)."),
                                EvidenceLine.of("Heap, metaspace, code and all watched bindings are taken off before.")
                                        .at(new Door.AccountBook())),
                        """
                        Start the program with native memory tracking and record again: then the JVM's own parts are named.
                        java -XX:NativeMemoryTracking=summary ...""")
                .asGraveAs(Severity.NOTICE));
    }
}
