package dev.plimsoll.jfr.bench;

import dev.plimsoll.testing.Jdks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What watching does to a program that goes on for long: a hundred million operations with fifty thousand live blocks, a
 * thousand threads, a server on Netty, virtual threads, a million buffers with their owners, fifty times attached and
 * detached. Each is run without the agent and with it, in one JVM.
 */
final class Endurance {

    private static final CostLoop LOOP = new CostLoop("unsafe", "Endure", "", 17, 64, 1);

    private static final CostLoop ECHO = new CostLoop("netty", "Echo", "netty42", 17, 1_024, 1);

    private static final int MESSAGES = 400_000;
    private static final int OPERATIONS = 100_000_000;
    private static final int THREADS = 1_000;
    private static final int VIRTUAL = 10_000;
    private static final int PAIRS = 2_000;
    private static final int BUFFERS = 1_000_000;
    private static final int TURNS = 5;

    private final Bench bench;

    private Endurance(Bench bench) {
        this.bench = bench;
    }

    /**
     * Prints the figures.
     *
     * @param args a regular expression over {@code JDK part}, as in {@code "25 (churn|threads)"}; all without
     */
    public static void main(String[] args) throws IOException {
        String wanted = Bench.wanted(args);
        Endurance endurance = new Endurance(Bench.begin("endurance"));
        for (int jdk : List.of(17, 25)) {
            for (String part : List.of("echo", "churn", "threads", "virtual", "buffers", "rounds")) {
                boolean can = Jdks.find(jdk).isPresent() && (jdk >= 21 || !part.equals("virtual"));
                if (can && (jdk + " " + part).matches(wanted)) {
                    endurance.part(part, jdk);
                }
            }
        }
    }

    private void part(String part, int jdk) throws IOException {
        if (part.equals("rounds")) {
            new Rounds(bench, LOOP, jdk).print();
            return;
        }
        try (CostTarget target = CostTarget.start(part.equals("echo") ? ECHO : LOOP, jdk, bench)) {
            switch (part) {
                case "echo" -> echo(target, jdk);
                case "churn" ->
                    compare(target, jdk, "churn " + OPERATIONS, "ns/100 per operation, first and last tenth");
                case "threads" -> compare(target, jdk, "threads " + THREADS + " " + PAIRS, "ns per pair, all threads");
                case "virtual" -> compare(target, jdk, "virtual " + VIRTUAL + " " + PAIRS, "ns per pair, all threads");
                case "buffers" -> compare(target, jdk, "buffers " + BUFFERS, "ms of a collection: held, dying");
                default -> throw new IllegalArgumentException(part);
            }
        }
    }

    private void compare(CostTarget target, int jdk, String order, String unit) throws IOException {
        target.order(order);
        String without = target.order(order);
        try (CostAgent watching = CostAgent.attach(target.pid(), bench.agent(), "adaptive")) {
            target.order(order);
            String with = target.order(order);
            System.out.printf(
                    "%d %-22s %-46s without %-12s with %-12s %s%n", jdk, order, unit, without, with, watching.health());
        }
    }

    /** Without and with by turns, for what the machine does else changes: nanoseconds of all threads for each message. */
    private void echo(CostTarget target, int jdk) throws IOException {
        String order = "echo " + MESSAGES;
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            // Classes that got their probes, or their bytes back, are compiled anew.
            target.order(order);
            double without = Double.parseDouble(target.order(order));
            try (CostAgent watching = CostAgent.attach(target.pid(), bench.agent(), "adaptive")) {
                target.order(order);
                double with = Double.parseDouble(target.order(order));
                ratios.add(with / without);
                System.out.printf(
                        Locale.ROOT,
                        "%d %-22s ns of all threads per message: without %.0f with %.0f, x%.3f, says itself %.2f %%%n",
                        jdk,
                        order,
                        without,
                        with,
                        with / without,
                        watching.costPercent(3));
            }
        }
        ratios.sort(null);
        System.out.printf(Locale.ROOT, "%d echo, median of %d: x%.3f%n", jdk, TURNS, ratios.get(TURNS / 2));
    }
}
