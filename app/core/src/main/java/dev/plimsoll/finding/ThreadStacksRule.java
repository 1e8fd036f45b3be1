package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import dev.plimsoll.ledger.Estimate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Threads are started and do not end: each has a stack of its own outside the heap.
final class ThreadStacksRule implements Rule {

    static final String ID = "thread-stacks";

    private static final int FEWEST = 20;

    /// A line that starts this share of all threads is named.
    private static final double MOST = 0.5;

    /// What a thread that waits has touched of its stack and its buffers, bytes: a guess, and said to be one.
    private static final double TOUCHED = 96 << 10;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether threads pile up";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.THREADS, Needs.TIME);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        Rise rise = Rise.of(
                evidence.input().timeline().gauge("threads"),
                evidence.history().ends(),
                evidence.input().timeline().start());
        if (!rise.steady()
                || rise.isBeginning()
                || rise.rise() < FEWEST
                || evidence.span() < Growth.LONG_ENOUGH
                || rise.span() < Growth.LONG_ENOUGH * 3 / 4) {
            return List.of();
        }
        int stack = starter(evidence);
        Frame frame = stack == 0 ? null : evidence.input().stacks().get(stack).site();
        double threads = rise.rise();
        return List.of(new Finding(
                ID,
                Verdict.LEAK_LIKELY,
                (frame == null ? "The program" : frame.label()) + " starts threads that do not end: "
                        + Figures.count(threads) + " more than " + Figures.duration(rise.span()) + " ago.",
                "",
                Estimate.ZERO,
                new Estimate(threads, 0),
                frame,
                stack,
                List.of(
                        EvidenceLine.of(Figures.rate(rise.perSecond().slope(), 1e9)
                                        + " are added and stay; by chance with a probability of "
                                        + Figures.probability(rise.p()) + " (Mann-Kendall).")
                                .at(evidence.since(evidence.now() - rise.span(), null)),
                        EvidenceLine.of(Figures.count(evidence.input()
                                                .timeline()
                                                .gauge("threads")
                                                .last())
                                        + " threads are alive. Each reserves its stack, 1 MiB unless told otherwise; about "
                                        + Figures.bytes(TOUCHED * threads) + " of that may be touched.")
                                .at(new Door.AccountBook())),
                """
                Let the threads end, or take them from a pool with a bound.
                try (ExecutorService pool = Executors.newFixedThreadPool(8)) { ... }"""));
    }

    /// A stack of the line that started most threads, 0 when no line started half of them.
    private static int starter(Evidence evidence) {
        Map<Integer, Long> starts = evidence.history().threadStarts();
        Map<@Nullable Frame, Long> lines = new HashMap<>();
        long all = 0;
        for (Map.Entry<Integer, Long> start : starts.entrySet()) {
            Stack stack = evidence.input().stacks().get(start.getKey());
            lines.merge(stack.site(), start.getValue(), Long::sum);
            all += start.getValue();
        }
        int best = 0;
        for (int stack : starts.keySet()) {
            Frame site = evidence.input().stacks().get(stack).site();
            if (site != null && lines.getOrDefault(site, 0L) >= MOST * all) {
                best = stack;
            }
        }
        return best;
    }
}
