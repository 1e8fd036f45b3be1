package dev.plimsoll.jfr.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.testing.Jdks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** A real JVM that obeys lines; its classes are compiled for it from {@code src/test/targets}. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final OutputStream orders;

    private Child(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.getOutputStream();
    }

    /** Starts NioTarget below JDK 22, FfmTarget from there on, every class verified. */
    static Child start(int feature, Path directory, String... options) throws IOException {
        return start(Jdks.java(feature), feature, directory, options);
    }

    /** The same on another {@code java}, with the classes for that release. */
    static Child start(Path java, int feature, Path directory, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xverify:all", "-Xmx256m"));
        command.addAll(List.of(options));
        if (feature >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        Path classes = compile(feature, directory);
        command.addAll(List.of("-cp", classes.toString(), feature < 22 ? "NioTarget" : "FfmTarget"));
        Child child = new Child(new ProcessBuilder(command)
                .redirectError(directory.resolve("stderr-" + feature).toFile())
                .start());
        assertEquals("up", child.answer());
        return child;
    }

    private static Path compile(int feature, Path directory) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes-" + feature));
        Path sources = Path.of("src", "test", "targets");
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-d", classes.toString()));
        if (feature < 22) {
            // Unsafe is not in the API that --release offers.
            arguments.addAll(List.of("-source", Integer.toString(feature), "-target", Integer.toString(feature)));
            arguments.addAll(List.of("--system", Jdks.home(feature).toString()));
        } else {
            arguments.add(sources.resolve("FfmTarget.java").toString());
        }
        arguments.add(sources.resolve("NioTarget.java").toString());
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        arguments.toArray(String[]::new));
        assertEquals(0, result, "the targets compile");
        return classes;
    }

    long pid() {
        return process.pid();
    }

    String order(String line) throws IOException {
        orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
        return answer();
    }

    void orderOk(String line) throws IOException {
        assertEquals("ok", order(line), line);
    }

    private String answer() throws IOException {
        return String.valueOf(answers.readLine());
    }

    /** Ends the JVM whatever it does. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends the JVM as it ends by itself: a crash would show here. */
    @Override
    public void close() throws IOException {
        orders.close();
        try {
            assertEquals(
                    0, process.onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}
