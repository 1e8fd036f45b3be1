package dev.plimsoll.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The renderer that leaks, in a JVM of its own that ends with this one.
final class DemoProcess implements AutoCloseable {

    /// A small heap, so that a GC cycle comes every two seconds; owners that grow old after one of them; and a limit on
    /// direct memory that makes the JVM collect when nobody else does.
    private static final List<String> OPTIONS =
            List.of("-Xmx128m", "-Xmn16m", "-XX:+UseG1GC", "-XX:MaxTenuringThreshold=1", "-XX:MaxDirectMemorySize=72m");

    private final Process process;

    private DemoProcess(Process process) {
        this.process = process;
    }

    /// Starts it and waits until it draws.
    ///
    /// @throws CommandException when it does not come up
    static DemoProcess start(DemoScenario scenario) throws CommandException {
        Path jar = Path.of(System.getProperty("plimsoll.demo", "plimsoll-demo.jar"));
        if (!Files.isReadable(jar)) {
            throw new CommandException("The demo " + jar + " is missing; build it with `./mvnw package`.");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", jar.toString(), scenario.toString()));
        command.addAll(List.of("--parent", Long.toString(ProcessHandle.current().pid())));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            DemoProcess demo = new DemoProcess(process);
            demo.awaitFirstLine(command);
            return demo;
        } catch (IOException e) {
            throw new CommandException("The demo cannot be started (" + e.getMessage() + ").", e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    private void awaitFirstLine(List<String> command) throws IOException, CommandException {
        BufferedReader lines = process.inputReader();
        if (lines.readLine() == null) {
            throw new CommandException("The demo ended at once; `" + String.join(" ", command) + "` shows why.");
        }
        Thread.ofPlatform().daemon().name("plimsoll-demo-output").start(() -> {
            try {
                lines.transferTo(Writer.nullWriter());
            } catch (IOException e) {
                // It was ended while its last words were being read.
                return;
            }
        });
    }

    /// Ends it and returns once it is gone.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
