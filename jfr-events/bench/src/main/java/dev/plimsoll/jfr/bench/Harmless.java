package dev.plimsoll.jfr.bench;

import dev.plimsoll.testing.Jdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether a library's own tests end as they do without the agent: those of Netty's buffers, from Maven Central, in a JVM
 * of their own without it, and in one with it where every block is recorded. What ends otherwise is named.
 */
final class Harmless {

    private static final CostLoop SUITE = new CostLoop("netty", "Suite", "../../../bench/target/suite", 17, 64, 1);

    /** Some tests take most of a gigabyte at once. */
    private static final String HEAP = "3g";

    private final Bench bench;

    private Harmless(Bench bench) {
        this.bench = bench;
    }

    /**
     * Prints a line for each JDK, and exits 1 when a test ended otherwise.
     *
     * @param args a regular expression over the JDK's number; all without
     */
    public static void main(String[] args) throws IOException {
        String wanted = Bench.wanted(args);
        Harmless harmless = new Harmless(Bench.begin("harmless"));
        int otherwise = 0;
        for (int jdk : List.of(17, 25)) {
            if (Jdks.find(jdk).isPresent() && Integer.toString(jdk).matches(wanted)) {
                otherwise += harmless.compare(jdk);
            }
        }
        if (otherwise > 0) {
            System.exit(1);
        }
    }

    private int compare(int jdk) throws IOException {
        Map<String, String> without = run(jdk, false);
        Map<String, String> with = run(jdk, true);
        TreeSet<String> all = new TreeSet<>(without.keySet());
        all.addAll(with.keySet());
        int otherwise = 0;
        for (String test : all) {
            String before = without.getOrDefault(test, "did not run");
            String after = with.getOrDefault(test, "did not run");
            if (!before.equals(after)) {
                otherwise++;
                System.out.println(test + ": without " + before + ", with " + after);
            }
        }
        System.out.printf(
                "%d: without %s, with %s, %d ended otherwise%n", jdk, summary(without), summary(with), otherwise);
        return otherwise;
    }

    private Map<String, String> run(int jdk, boolean watched) throws IOException {
        Path results = bench.scratch().resolve("results-" + jdk + "-" + watched);
        try (CostTarget target = CostTarget.start(SUITE, jdk, bench, HEAP)) {
            String order = "io.netty.buffer " + results;
            if (watched) {
                try (CostAgent watching = CostAgent.attach(target.pid(), bench.agent(), "exact")) {
                    target.order(order);
                    System.out.println(jdk + ": the agent at the end: " + watching.health());
                }
            } else {
                target.order(order);
            }
        }
        Map<String, String> read = new TreeMap<>();
        for (String line : Files.readAllLines(results)) {
            int tab = line.indexOf('\t');
            read.put(line.substring(0, tab), line.substring(tab + 1).strip());
        }
        return read;
    }

    private static String summary(Map<String, String> results) {
        long good = results.values().stream().filter("SUCCESSFUL"::equals).count();
        long aborted =
                results.values().stream().filter(r -> r.startsWith("ABORTED")).count();
        return good + " passed, " + aborted + " left out, " + (results.size() - good - aborted) + " failed";
    }
}
