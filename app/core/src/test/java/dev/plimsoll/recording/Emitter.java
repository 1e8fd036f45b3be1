package dev.plimsoll.recording;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.testing.Jdks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A child JVM that runs `targets/Emitter.java`.
final class Emitter implements AutoCloseable {

    /// What it counted itself.
    record Count(long blocks, long bytes) {}

    final Process process;
    final Path repository;
    private final PrintWriter commands;
    private final BufferedReader answers;

    private Emitter(Process process) throws IOException {
        this.process = process;
        commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
        repository = Path.of(answer("repository"));
    }

    /// Starts it on a JDK of this release, with its recorder's files below `dir`.
    static Emitter start(int jdk, Path dir, boolean flush) throws IOException, URISyntaxException {
        List<String> command = new ArrayList<>(List.of(
                Jdks.java(jdk).toString(),
                "--add-exports=jdk.jfr/jdk.jfr.internal=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + dir,
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                Path.of(NativeAllocation.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString(),
                Path.of(Emitter.class.getResource("/targets/Emitter.java").toURI())
                        .toString()));
        if (flush) {
            command.add("flush");
        }
        return new Emitter(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// Has it done without waiting.
    void begin(String command) {
        commands.println(command);
    }

    /// Does it and returns what the child has in all when it is done.
    Count run(String command) throws IOException {
        commands.println(command);
        String[] words = answer(command.split(" ")[0]).split(" ");
        return new Count(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }

    void exit() throws InterruptedException {
        commands.println("exit");
        process.waitFor();
    }

    private String answer(String to) throws IOException {
        String line = answers.readLine();
        if (line == null || !line.startsWith(to + " ")) {
            throw new IOException("The child said " + line + " to " + to + ".");
        }
        return line.substring(to.length() + 1);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
