package dev.plimsoll.jfr.bench;

import dev.plimsoll.testing.Jdks;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What watching costs a program that does nothing but take memory and give it back: thread CPU time per pair, in one JVM
 * per row, before, in each mode, and after. {@code own} is what the agent says of itself over what is measured from
 * outside, all threads of the process included. {@code made taken/given} are blocks in exact mode by the loop's count and by
 * the events; {@code held %} is how many of 1,000 sampled trials have an interval that holds what was made.
 */
final class TargetCost {

    /** To let the compiler come to rest after classes were woven, and each measured run, in milliseconds. */
    private static final long REST = 1_500;

    private static final long RUN = 400;
    private static final int RUNS = 3;

    private static final String HEAP = "512m";

    /**
     * What the loop costs by itself must stay the same while the agent comes and goes. Under G1 it does not: the young
     * generation grows, and a loop of 28 ns takes 34 some seconds later; once a collection has moved a pool's objects into
     * several regions its barriers cost 40 ns of 95. Both without any agent.
     */
    private static final String[] STEADY = {"-XX:+UseSerialGC", "-Xmn64m"};

    /** Adaptive mode is looked at for so long once it has settled. */
    private static final long SETTLED = 4_000;

    private final Bench bench;

    private TargetCost(Bench bench) {
        this.bench = bench;
    }

    /**
     * Prints the table.
     *
     * @param args a regular expression over {@code JDK binding}, such as {@code "25 ffm"}; all rows without
     */
    public static void main(String[] args) throws IOException {
        String wanted = Bench.wanted(args);
        TargetCost cost = new TargetCost(Bench.begin("cost"));
        System.out.printf(
                "One pair: 64 bytes, or a mapping, a stream, an object, taken and given back, 10 frames below main. Thread CPU time.%n%n");
        System.out.printf(
                "%-4s%-11s%9s%18s%18s%9s%8s%6s%18s%9s%17s%8s%n",
                "JDK",
                "binding",
                "base ns",
                "512k",
                "adaptive",
                "core %",
                "own",
                "",
                "exact",
                "after",
                "made taken/given",
                "held %");
        int missed = 0;
        for (int jdk : List.of(17, 25)) {
            if (Jdks.find(jdk).isEmpty()) {
                System.out.println("There is no JDK " + jdk + " here: its rows are left out.");
                continue;
            }
            for (CostLoop loop : CostLoop.ALL) {
                if (jdk >= loop.from() && (jdk + " " + loop.binding()).matches(wanted)) {
                    missed += cost.row(loop, jdk);
                }
            }
        }
        if (AsyncProfiler.isHere()) {
            System.out.printf("%nasync-profiler 4.6, nativemem=512k,nofree, the same loop:%n");
            for (int jdk : List.of(17, 25)) {
                if (Jdks.find(jdk).isPresent() && (jdk + " unsafe").matches(wanted)) {
                    cost.other(CostLoop.ALL.get(0), jdk);
                }
            }
        }
        System.out.printf(
                "%n%s%n", missed == 0 ? "All within the goals." : missed + " figures beyond the goals, marked *.");
    }

    private int row(CostLoop loop, int jdk) throws IOException {
        try (CostTarget target = CostTarget.start(loop, jdk, bench, HEAP, STEADY)) {
            target.run(REST);
            double base = target.quickest(RUNS, RUN).nanosPerPair();
            double fixed;
            try (CostAgent watching = CostAgent.attach(target.pid(), bench.agent(), "524288", loop.rules())) {
                target.run(REST);
                fixed = target.quickest(RUNS, RUN).nanosPerPair();
            }
            double adaptive;
            double core;
            double own;
            try (CostAgent watching = CostAgent.attach(target.pid(), bench.agent(), "adaptive", loop.rules())) {
                target.run(2_000);
                CostTarget.Run settled = target.run(SETTLED);
                adaptive = settled.nanosPerPair();
                core = 100 * (settled.processNanos() - settled.pairs() * base) / settled.nanos();
                own = watching.costPercent((int) (SETTLED / 1_000) - 1);
            }
            double exact;
            try (CostAgent watching = CostAgent.attach(target.pid(), bench.agent(), "every-block", loop.rules())) {
                // Some hundred thousand stacks are saved up.
                target.run(SETTLED);
                exact = target.quickest(RUNS, RUN).nanosPerPair();
            }
            target.run(REST);
            double after = target.quickest(RUNS, RUN).nanosPerPair();
            LedgerTruth truth = new LedgerTruth(target, bench.agent(), loop);
            String told = truth.exact();
            double held = truth.heldPercent();
            boolean fixedOver = fixed - base > Math.max(8, 0.1 * base);
            boolean adaptiveOver = core > 1 && adaptive - base > 8;
            boolean heldOff = held < 93 || held > 97;
            boolean exactOver = exact - base > 1_000;
            System.out.printf(
                    Locale.ROOT,
                    "%-4d%-11s%9.1f%s%s%9.2f%8.2f%6s%s%9s%17s%7.1f%s%n",
                    jdk,
                    loop.binding(),
                    base,
                    figure(base, fixed, fixedOver),
                    figure(base, adaptive, adaptiveOver),
                    core,
                    own,
                    String.format(Locale.ROOT, "%.0f%%", 100 * own / core),
                    figure(base, exact, exactOver),
                    String.format(Locale.ROOT, "x%.2f", after / base),
                    told,
                    held,
                    heldOff ? "*" : " ");
            return (fixedOver ? 1 : 0)
                    + (adaptiveOver ? 1 : 0)
                    + (exactOver ? 1 : 0)
                    + (heldOff ? 1 : 0)
                    + (told.endsWith("*") ? 1 : 0);
        }
    }

    private static String figure(double base, double nanos, boolean over) {
        return String.format(Locale.ROOT, "%+9.1f x%-6.2f%s", nanos - base, nanos / base, over ? "*" : " ");
    }

    private void other(CostLoop loop, int jdk) throws IOException {
        try (CostTarget target = CostTarget.start(loop, jdk, bench, HEAP, STEADY)) {
            target.run(REST);
            double base = target.quickest(RUNS, RUN).nanosPerPair();
            double nanos;
            try (AsyncProfiler watching = AsyncProfiler.start(target.pid(), bench.scratch(), "512k")) {
                target.run(REST);
                nanos = target.quickest(RUNS, RUN).nanosPerPair();
            }
            System.out.printf(Locale.ROOT, "%-4d%-11s%9.1f%s%n", jdk, loop.binding(), base, figure(base, nanos, false));
        }
    }
}
