package dev.plimsoll.jfr.weave;

import com.sun.tools.attach.VirtualMachine;
import dev.plimsoll.testing.Jdks;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A program of {@code src/test/programs} in a JVM of its own with a library from Maven Central on its class path, and the
 * agent attached to it while it runs, every block followed unless told. The program prints {@code ready} and reads a line;
 * prints what it did as {@code key value}, then {@code done}, and reads another line before it ends.
 */
final class Watched {

    private static final Path LIBRARIES = Path.of("target", "libs");
    private static final Path PROGRAMS = Path.of("src", "test", "programs");

    private final Path directory;
    private final @Nullable Path rules;
    private final String interval;
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final Map<String, Long> told = new HashMap<>();
    private final List<String> coverage = new ArrayList<>();

    private Watched(Path directory, Process process, @Nullable Path rules, String interval) {
        this.directory = directory;
        this.rules = rules;
        this.interval = interval;
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Runs a program, attaches before it begins, and takes the agent out again when it is done and the recording holds what
     * is waited for.
     *
     * @param program its class, and arguments after a space each
     * @param library a folder of {@code target/libs}, or an empty string
     */
    static Watched run(
            Path directory, int jdk, String program, String library, Predicate<Recorded> until, String... vmOptions)
            throws IOException, InterruptedException {
        return run(directory, jdk, program, library, null, until, vmOptions);
    }

    /** Runs a program of which one block in so many bytes is followed. */
    static Watched sampled(Path directory, int jdk, String program, String library, int interval)
            throws IOException, InterruptedException {
        return run(directory, jdk, program, library, null, Integer.toString(interval), r -> true);
    }

    /** @param rules as the desk hands them to the agent, or null */
    static Watched run(
            Path directory,
            int jdk,
            String program,
            String library,
            @Nullable String rules,
            Predicate<Recorded> until,
            String... vmOptions)
            throws IOException, InterruptedException {
        return run(directory, jdk, program, library, rules, "exact", until, vmOptions);
    }

    private static Watched run(
            Path directory,
            int jdk,
            String program,
            String library,
            @Nullable String rules,
            String interval,
            Predicate<Recorded> until,
            String... vmOptions)
            throws IOException, InterruptedException {
        Path classes = compile(directory, jdk, program.split(" ")[0], library);
        List<String> command = new ArrayList<>();
        command.add(Jdks.java(jdk).toString());
        command.add("-Xmx256m");
        command.addAll(List.of(vmOptions));
        if (jdk >= 21) {
            command.add("-XX:+EnableDynamicAgentLoading");
        }
        command.addAll(List.of("-cp", classes + File.pathSeparator + classPath(library)));
        command.addAll(List.of(program.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory.resolve("stderr.txt").toFile())
                .start();
        Watched watched = new Watched(
                directory,
                process,
                rules == null ? null : Files.writeString(directory.resolve("rules"), rules),
                interval);
        try {
            watched.session(until);
        } finally {
            process.destroyForcibly();
        }
        return watched;
    }

    /** What the program said of itself. */
    long told(String key) {
        Long value = told.get(key);
        if (value == null) {
            throw new AssertionError("the program did not tell " + key + " but " + told);
        }
        return value;
    }

    /** The agent's lines on what it watches when the probes were in. */
    List<String> coverage() {
        return coverage;
    }

    Recorded recorded() throws IOException {
        return Recorded.read(directory.resolve("recording.jfr"));
    }

    private void session(Predicate<Recorded> until) throws IOException, InterruptedException {
        expect("ready");
        Path socket = Files.createTempDirectory("pl").resolve("s");
        try (ServerSocketChannel desk = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            desk.bind(UnixDomainSocketAddress.of(socket));
            attach("channel=" + socket + ",interval=" + interval + (rules == null ? "" : ",rules=" + rules));
            try (SocketChannel channel = desk.accept();
                    BufferedReader agent = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
                for (String line = agent.readLine(); !"ready".equals(line); line = agent.readLine()) {
                    if (line == null || line.startsWith("refused")) {
                        throw new AssertionError("the agent said " + line + "; " + stderr());
                    }
                    coverage.add(line);
                }
                tell("go");
                expect("done");
                await(channel, agent, until);
                ask(channel, agent, "stop", "ok stop");
                dump(channel, agent, "recording.jfr");
                ask(channel, agent, "detach", "detached");
            }
        } finally {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
        }
        tell("end");
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("the program did not end well; " + stderr());
        }
    }

    private void await(SocketChannel channel, BufferedReader agent, Predicate<Recorded> until) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        for (int i = 0; !until.test(dump(channel, agent, "part-" + i + ".jfr")); i++) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the recording in " + directory + " never held what was waited for");
            }
        }
    }

    private Recorded dump(SocketChannel channel, BufferedReader agent, String name) throws IOException {
        Path file = directory.resolve(name);
        ask(channel, agent, "dump " + file, "ok dump");
        return Recorded.read(file);
    }

    private void attach(String options) throws IOException {
        try {
            VirtualMachine vm = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                vm.loadAgent(System.getProperty("plimsoll.agent"), options);
            } finally {
                vm.detach();
            }
        } catch (com.sun.tools.attach.AttachNotSupportedException
                | com.sun.tools.attach.AgentLoadException
                | com.sun.tools.attach.AgentInitializationException e) {
            throw new IOException(stderr(), e);
        }
    }

    private static void ask(SocketChannel channel, BufferedReader agent, String line, String expected)
            throws IOException {
        channel.write(StandardCharsets.UTF_8.encode(line + "\n"));
        String answer = agent.readLine();
        if (answer == null || !answer.startsWith(expected) || answer.contains("restored=false")) {
            throw new AssertionError("the agent answered " + answer + " to " + line);
        }
    }

    private void tell(String line) throws IOException {
        in.write(line);
        in.newLine();
        in.flush();
    }

    private void expect(String word) throws IOException {
        for (String line = out.readLine(); !word.equals(line); line = out.readLine()) {
            if (line == null) {
                throw new AssertionError("the program ended; " + stderr());
            }
            String[] parts = line.split(" ");
            if (parts.length == 2 && parts[1].matches("-?\\d+")) {
                told.put(parts[0], Long.valueOf(parts[1]));
            }
        }
    }

    private String stderr() throws IOException {
        return Files.readString(directory.resolve("stderr.txt"));
    }

    private static Path compile(Path directory, int jdk, String program, String library) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "--release",
                        Integer.toString(jdk),
                        "-sourcepath",
                        PROGRAMS.toString(),
                        "-cp",
                        classPath(library),
                        "-d",
                        classes.toString(),
                        PROGRAMS.resolve(program + ".java").toString());
        if (failed != 0) {
            throw new AssertionError(program + " does not compile");
        }
        return classes;
    }

    private static String classPath(String library) throws IOException {
        if (library.isEmpty()) {
            return "";
        }
        try (Stream<Path> jars = Files.list(LIBRARIES.resolve(library))) {
            return String.join(
                    File.pathSeparator,
                    jars.map(jar -> jar.toAbsolutePath().toString()).sorted().toList());
        }
    }
}
