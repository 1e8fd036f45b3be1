package dev.plimsoll.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opentest4j.TestAbortedException;

/**
 * The JDKs of this machine by feature release, for tests that start targets. Looked for in this order: the system property
 * {@code plimsoll.jdk17} (or {@code plimsoll.jdk25}), the JVM that runs the test, {@code JAVA_HOME}, and the folders where the
 * systems and the usual installers put JDKs.
 */
public final class Jdks {
    /** Starts the reason of every test that was left out for want of a JDK. */
    static final String LEFT_OUT = "left out: ";

    private static final Map<Integer, Path> FOUND = discover();

    private Jdks() {}

    /** The home of a JDK of this feature release; aborts the calling test (never fails it) when there is none. */
    public static Path home(int feature) {
        return find(feature)
                .orElseThrow(() -> new TestAbortedException(LEFT_OUT + "no JDK " + feature
                        + " on this machine; install one or give -Dplimsoll.jdk" + feature + "=HOME"));
    }

    /** The {@code java} command of that JDK; aborts the calling test when there is none. */
    public static Path java(int feature) {
        return home(feature).resolve("bin").resolve(windows() ? "java.exe" : "java");
    }

    /** As {@link #home}, empty when there is none. */
    public static Optional<Path> find(int feature) {
        String given = System.getProperty("plimsoll.jdk" + feature);
        return given == null ? Optional.ofNullable(FOUND.get(feature)) : Optional.of(Path.of(given));
    }

    private static Map<Integer, Path> discover() {
        List<Path> candidates = new ArrayList<>();
        candidates.add(Path.of(System.getProperty("java.home")));
        String javaHome = System.getenv("JAVA_HOME");
        if (javaHome != null && !javaHome.isBlank()) {
            candidates.add(Path.of(javaHome));
        }
        Path user = Path.of(System.getProperty("user.home"));
        for (Path folder : List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/opt"),
                user.resolve(".jdks"),
                user.resolve(".sdkman/candidates/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                Path.of("C:/Program Files/Java"),
                Path.of("C:/Program Files/Eclipse Adoptium"))) {
            candidates.addAll(children(folder));
        }
        Map<Integer, Path> found = new TreeMap<>();
        for (Path candidate : candidates) {
            Path bundle = candidate.resolve("Contents/Home");
            Path home = Files.isDirectory(bundle) ? bundle : candidate;
            if (Files.isRegularFile(home.resolve("bin").resolve(windows() ? "javac.exe" : "javac"))) {
                feature(home).ifPresent(feature -> found.putIfAbsent(feature, home));
            }
        }
        return found;
    }

    private static Optional<Integer> feature(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(release).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("^JAVA_VERSION=\"?(\\d+).*", "$1"))
                    .map(Integer::valueOf)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path folder) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                entries.forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        found.sort(null);
        return found;
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
