package dev.plimsoll.bench;

import dev.plimsoll.sample.SixMillion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `SpeedTable FILE MILLIONS HEAP RUNS READERS COLLECTOR`: writes the recording unless it is there, lets every reader
/// read it in
/// turns, and prints the median of each; then how long the state at a moment takes, see [MomentRun].
public final class SpeedTable {

    private final String collector;
    private final String heap;

    private SpeedTable(String collector, String heap) {
        this.collector = collector;
        this.heap = heap;
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        SpeedTable table = new SpeedTable(args[5], args[2]);
        int runs = Integer.parseInt(args[3]);
        List<String> readers = List.of(args[4].split(","));
        if (Files.notExists(file)) {
            System.out.println("writing " + file + " ...");
            table.child(SixMillion.class.getName(), file.toString(), args[1], "full");
        }
        Map<String, List<Result>> results = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            for (String reader : readers) {
                results.computeIfAbsent(reader, name -> new ArrayList<>())
                        .add(Result.parse(table.child(ReaderRun.class.getName(), reader, file.toString())));
            }
        }
        table.print(file, runs, results);
        table.lines(MomentRun.class.getName(), file.toString()).forEach(System.out::println);
    }

    private void print(Path file, int runs, Map<String, List<Result>> results) throws IOException {
        System.out.printf(
                "%n%,d bytes, -Xmx%s -XX:+Use%sGC, %d processors, median of %d%n%n",
                Files.size(file), heap, collector, cpus(), runs);
        System.out.printf(
                "%-14s %9s %9s %8s %8s %9s %9s%n",
                "reader", "events", "wall s", "ratio", "cpu s", "heap MB", "first ms");
        double base = median(results.getOrDefault(
                        "JfrReader", results.values().iterator().next()))
                .seconds();
        results.forEach((reader, runsOf) -> {
            Result r = median(runsOf);
            System.out.printf(
                    "%-14s %,9d %9.2f %8.2f %8.2f %9d %9s%n",
                    reader,
                    r.events(),
                    r.seconds(),
                    r.seconds() / base,
                    r.cpuSeconds(),
                    r.peakHeap() >> 20,
                    r.firstMillis() < 0 ? "-" : "" + r.firstMillis());
        });
        System.out.println();
    }

    private static int cpus() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static Result median(List<Result> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(Result::seconds))
                .toList()
                .get(runs.size() / 2);
    }

    /// The last line that the child printed.
    private String child(String main, String... args) throws IOException, InterruptedException {
        return lines(main, args).getLast();
    }

    private List<String> lines(String main, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+Use" + collector + "GC",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (BufferedReader out = process.inputReader()) {
            lines = out.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + lines);
        }
        return lines;
    }
}
