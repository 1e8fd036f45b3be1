package dev.plimsoll.target;

import dev.plimsoll.testing.Jdks;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// A program of the test's own in a JVM of its own: compiled from source, started, and up when it has printed its first
/// line.
public final class ChildJvm implements AutoCloseable {

    /// Waits for lines on its stdin and says each back, until it is closed.
    public static final String IDLE =
            """
            public class Idle {
                public static void main(String[] args) throws Exception {
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    System.out.println("up");
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        System.out.println(line);
                    }
                }
            }
            """;

    private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

    private final Process process;
    private final Path classes;
    private final BufferedReader out;

    private ChildJvm(Process process, Path classes) {
        this.process = process;
        this.classes = classes;
        this.out = process.inputReader();
    }

    public static ChildJvm start(int jdk, String source, String... options) throws IOException {
        return start(List.of(Jdks.java(jdk).toString()), jdk, source, options);
    }

    /// With a library.
    public static ChildJvm with(List<Path> jars, int jdk, String source, String... options) throws IOException {
        return start(List.of(Jdks.java(jdk).toString()), jars, jdk, source, options);
    }

    /// @param java the command up to the JVM's options
    public static ChildJvm start(List<String> java, int release, String source, String... options)
            throws IOException {
        return start(java, List.of(), release, source, options);
    }

    private static ChildJvm start(List<String> java, List<Path> jars, int release, String source, String... options)
            throws IOException {
        Path classes = Files.createTempDirectory("plimsoll-child-");
        String library = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        String name = compile(source, release, classes, library);
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classes + File.pathSeparator + library, name));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(classes.resolve("stderr").toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        ChildJvm child = new ChildJvm(builder.start(), classes);
        if (child.line() == null) {
            String words = Files.readString(classes.resolve("stderr"));
            child.close();
            throw new IOException("the child did not come up: " + words);
        }
        return child;
    }

    private static String compile(String source, int release, Path classes, String library) throws IOException {
        Matcher matcher = CLASS.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no public class in " + source);
        }
        Path file = Files.writeString(classes.resolve(matcher.group(1) + ".java"), source);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "--release",
                        "" + release,
                        "-cp",
                        library,
                        "-d",
                        classes.toString(),
                        file.toString());
        if (result != 0) {
            throw new IllegalArgumentException("the source does not compile: " + source);
        }
        // The program may run as another user.
        classes.toFile().setReadable(true, false);
        classes.toFile().setExecutable(true, false);
        return matcher.group(1);
    }

    public long pid() {
        return process.pid();
    }

    /// The next line of its stdout, or null at its end.
    public String line() throws IOException {
        return out.readLine();
    }

    public void say(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    public String stderr() throws IOException {
        return Files.readString(classes.resolve("stderr"));
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Closes its stdin, which ends the program as it would end by itself; returns once it is gone.
    public void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the child did not end");
        }
    }

    /// As `kill -9`; returns once the process is gone.
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
