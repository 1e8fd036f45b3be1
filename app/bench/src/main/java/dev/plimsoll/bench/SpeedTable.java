package dev.plimsoll.bench;

import dev.plimsoll.sample.SixMillion;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `SpeedTable FILE MILLIONS HEAP RUNS READERS COLLECTOR CACHED`: writes the recording unless it is there, lets every
/// reader read it in turns, and prints the median of each; then the same for those readers that are to have a start-up
/// cache, as Plimsoll's packages have one, each made by one reading; then how long the state at a moment takes, see
/// [MomentRun].
public final class SpeedTable {

    private final String collector;
    private final String heap;
    private final String jars = jars();

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
            table.lines(List.of(), SixMillion.class.getName(), file.toString(), args[1], "full");
        }
        table.print(file, runs, table.turns(file, runs, readers, reader -> List.of()), "");
        List<String> cached =
                Stream.of(args[6].split(",")).filter(readers::contains).toList();
        if (!cached.isEmpty()) {
            table.print(file, runs, table.turnsWithCaches(file, runs, cached), ", each with a start-up cache");
        }
        table.lines(List.of(), MomentRun.class.getName(), file.toString()).forEach(System.out::println);
    }

    private Map<String, List<Result>> turns(
            Path file, int runs, List<String> readers, Function<String, List<String>> options)
            throws IOException, InterruptedException {
        Map<String, List<Result>> results = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            for (String reader : readers) {
                results.computeIfAbsent(reader, name -> new ArrayList<>())
                        .add(read(options.apply(reader), reader, file));
            }
        }
        return results;
    }

    private Map<String, List<Result>> turnsWithCaches(Path file, int runs, List<String> readers)
            throws IOException, InterruptedException {
        Path caches = Files.createTempDirectory("plimsoll-caches-");
        try {
            for (String reader : readers) {
                train(caches.resolve(reader), reader, file);
            }
            return turns(file, runs, readers, reader -> List.of("-XX:AOTCache=" + caches.resolve(reader)));
        } finally {
            for (String reader : readers) {
                Files.deleteIfExists(caches.resolve(reader));
            }
            Files.delete(caches);
        }
    }

    /// The JVM that makes a cache has much to say about it.
    private void train(Path cache, String reader, Path file) throws IOException, InterruptedException {
        List<String> command =
                command(List.of("-XX:AOTCacheOutput=" + cache), ReaderRun.class.getName(), reader, file.toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0 || Files.notExists(cache)) {
            throw new IllegalStateException(String.join(" ", command) + " left no cache");
        }
    }

    private Result read(List<String> options, String reader, Path file) throws IOException, InterruptedException {
        return Result.parse(lines(options, ReaderRun.class.getName(), reader, file.toString())
                .getLast());
    }

    private void print(Path file, int runs, Map<String, List<Result>> results, String how) throws IOException {
        System.out.printf(
                "%n%,d bytes, -Xmx%s -XX:+Use%sGC, %d processors, median of %d%s%n%n",
                Files.size(file), heap, collector, cpus(), runs, how);
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

    /// What a child printed.
    private List<String> lines(List<String> options, String main, String... args)
            throws IOException, InterruptedException {
        List<String> command = command(options, main, args);
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

    private List<String> command(List<String> options, String main, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+Use" + collector + "GC"));
        command.addAll(options);
        command.addAll(List.of("-cp", jars, main));
        command.addAll(List.of(args));
        return command;
    }

    /// The class path; classes that lie about in a folder, which are the bench's own, cannot be kept in a cache.
    private static String jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(path -> Files.isDirectory(path) ? packed(path).toString() : path.toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path packed(Path classes) {
        Path jar = classes.resolveSibling("bench-own.jar");
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        if (tool.run(System.out, System.err, "-cf", jar.toString(), "-C", classes.toString(), ".") != 0) {
            throw new IllegalStateException("Cannot pack " + classes + ".");
        }
        return jar;
    }
}
