package dev.plimsoll.jfr.bench;

import dev.plimsoll.testing.Jdks;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A JVM that runs one loop when told to. */
final class CostTarget implements AutoCloseable {

    /**
     * One run.
     *
     * @param pairs blocks taken and given back
     * @param threadNanos of the loop's thread
     * @param processNanos of all threads
     * @param nanos by the clock
     */
    record Run(double pairs, double threadNanos, double processNanos, double nanos) {

        double nanosPerPair() {
            return threadNanos / pairs;
        }
    }

    private final Process process;
    private final BufferedReader answers;
    private final OutputStream orders;

    private CostTarget(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.getOutputStream();
    }

    static CostTarget start(CostLoop loop, int jdk, Bench bench) throws IOException {
        return start(loop, jdk, bench, "512m");
    }

    /**
     * @param heap the largest, as -Xmx takes it
     * @param options of the JVM, more
     */
    static CostTarget start(CostLoop loop, int jdk, Bench bench, String heap, String... options) throws IOException {
        String classPath = classPath(bench.root(), loop.library());
        Path classes = compile(loop.program(), jdk, bench, classPath);
        List<String> command = new ArrayList<>(List.of(
                Jdks.find(jdk).orElseThrow().resolve(Path.of("bin", "java")).toString(), "-Xmx" + heap));
        command.addAll(List.of(options));
        if (jdk > 17) {
            command.addAll(List.of(
                    "-XX:+EnableDynamicAgentLoading",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(List.of("-cp", classes + File.pathSeparator + classPath, "Loop", loop.program()));
        Process process = new ProcessBuilder(command)
                .redirectError(bench.scratch().resolve("stderr").toFile())
                .start();
        CostTarget target = new CostTarget(process);
        if (!"up".equals(target.answers.readLine())) {
            throw new IOException(Files.readString(bench.scratch().resolve("stderr")));
        }
        return target;
    }

    /** The folder with the classes of a program of {@code src/targets}. */
    static Path compile(String program, int jdk, Bench bench, String classPath) throws IOException {
        Path classes = Files.createDirectories(bench.scratch().resolve(program + jdk));
        Path sources = bench.root().resolve(Path.of("jfr-events", "bench", "src", "targets"));
        // What opens a driver for the tests opens it for the loops.
        Path programs = bench.root().resolve(Path.of("jfr-events", "agent", "src", "test", "programs"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        OutputStream.nullOutputStream(),
                        "-nowarn",
                        "-source",
                        Integer.toString(jdk),
                        "-target",
                        Integer.toString(jdk),
                        "-sourcepath",
                        sources + File.pathSeparator + programs,
                        "-cp",
                        classPath,
                        "-d",
                        classes.toString(),
                        sources.resolve(program + ".java").toString());
        if (failed != 0) {
            throw new IOException(program + " does not compile for JDK " + jdk + ".");
        }
        return classes;
    }

    private static String classPath(Path root, String library) throws IOException {
        if (library.isEmpty()) {
            return "";
        }
        Path folder = root.resolve(Path.of("jfr-events", "agent", "target", "libs", library));
        try (Stream<Path> jars = Files.list(folder)) {
            return String.join(
                    File.pathSeparator, jars.map(Path::toString).sorted().toList());
        }
    }

    long pid() {
        return process.pid();
    }

    /** So many pairs exactly; returns when they began and ended, in microseconds since the epoch. */
    long[] pairs(int count) throws IOException {
        String[] figures = ask("pairs " + count).split(" ");
        return new long[] {Long.parseLong(figures[0]), Long.parseLong(figures[1])};
    }

    Run run(long millis) throws IOException {
        String[] figures = ask(Long.toString(millis)).split(" ");
        return new Run(
                Double.parseDouble(figures[0]),
                Double.parseDouble(figures[1]),
                Double.parseDouble(figures[2]),
                Double.parseDouble(figures[3]));
    }

    /** What a program of its own kind does for an order; answers figures. */
    String order(String order) throws IOException {
        return ask(order);
    }

    private String ask(String order) throws IOException {
        orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
        String answer = answers.readLine();
        while (answer != null && !answer.matches("[0-9 ]+")) {
            // What a profiler has to say goes the same way.
            answer = answers.readLine();
        }
        if (answer == null) {
            throw new IOException("The loop ended.");
        }
        return answer;
    }

    /** The quickest of some runs, by its thread: what disturbs a run makes it slower. */
    Run quickest(int runs, long millis) throws IOException {
        Run best = run(millis);
        for (int i = 1; i < runs; i++) {
            Run next = run(millis);
            best = next.nanosPerPair() < best.nanosPerPair() ? next : best;
        }
        return best;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
