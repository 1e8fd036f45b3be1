package dev.plimsoll.cli;

import dev.plimsoll.testing.Jdks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Plimsoll in a process of its own, as its launcher starts it but without the window.
final class Cli {

    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new java.util.HashMap<>();
    private Path folder = Path.of(".");

    /// What it said and how it ended.
    record Result(int code, String out, String err) {

        /// The only line on stderr, but for what a busy machine says while it reads.
        String line() {
            List<String> lines =
                    err.lines().filter(line -> !line.startsWith("reading ")).toList();
            if (lines.size() != 1) {
                throw new AssertionError("not one line on stderr: " + err);
            }
            return lines.getFirst().strip();
        }
    }

    Cli option(String option) {
        options.add(option);
        return this;
    }

    Cli environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Cli in(Path workingFolder) {
        folder = workingFolder;
        return this;
    }

    /// In this process, for what ends before anything is started.
    static Result here(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int code = Main.run(terminal, args);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Result run(String... args) throws IOException, InterruptedException {
        return new Cli().call(args);
    }

    Result call(String... args) throws IOException, InterruptedException {
        return finish(start(args));
    }

    static Result finish(Process process) throws InterruptedException {
        CompletableFuture<String> out = read(process.getInputStream());
        CompletableFuture<String> err = read(process.getErrorStream());
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after 180 s; it said: " + err.join());
        }
        return new Result(process.exitValue(), out.join(), err.join());
    }

    /// Runs `record` on the process that runs it: what a shell becomes keeps the shell's process id.
    Result recordItself() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" record $$ -o a.jfr", "sh"));
        command.addAll(command());
        return finish(start(command));
    }

    Process start(String... args) throws IOException {
        List<String> command = command();
        command.addAll(List.of(args));
        return start(command);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Jdks.java(25).toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--add-exports=jdk.jfr/jdk.jfr.internal.util=ALL-UNNAMED",
                "--add-exports=jdk.attach/sun.tools.attach=ALL-UNNAMED",
                "-Dplimsoll.agent=" + System.getProperty("plimsoll.agent"),
                "-Dplimsoll.demo=" + System.getProperty("plimsoll.demo")));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.plimsoll.cli.Main"));
        return command;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "JAVA_TOOL_OPTIONS", "PLIMSOLL_TRACE"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
