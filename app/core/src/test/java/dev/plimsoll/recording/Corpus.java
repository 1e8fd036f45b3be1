package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.sample.Odd;
import dev.plimsoll.testing.Jdks;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Recordings of odd values, each written by a JVM of its own.
///
/// @param jdk feature release of that JVM
/// @param configuration `none`, or which of the JDK's events are in it too
/// @param flags of that JVM
record Corpus(int jdk, String configuration, int seed, int events, int threads, int chunks, List<String> flags) {

    static final List<Corpus> ALL = List.of(
            new Corpus(17, "none", 1, 3_000, 1, 1, List.of()),
            new Corpus(25, "none", 2, 3_000, 1, 1, List.of()),
            new Corpus(17, "default", 3, 3_000, 7, 3, List.of()),
            new Corpus(25, "default", 4, 3_000, 7, 3, List.of("-XX:+UseZGC")),
            new Corpus(17, "profile", 5, 4_000, 3, 2, List.of("-XX:FlightRecorderOptions:stackdepth=200")),
            new Corpus(25, "profile", 6, 4_000, 3, 2, List.of("-XX:+UseSerialGC")),
            new Corpus(25, "none", 7, 8_000, 40, 5, List.of("-XX:FlightRecorderOptions:stackdepth=7")));

    /// Writes the recording into a folder; aborts the test when there is no such JDK.
    Path write(Path folder) throws Exception {
        Path file = folder.resolve("odd-" + seed + ".jfr");
        List<String> command = new ArrayList<>();
        command.add(Jdks.java(jdk).toString());
        command.addAll(flags);
        command.addAll(List.of(
                "-Xmx256m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                home(Odd.class) + File.pathSeparator + home(NativeAllocation.class),
                Odd.class.getName(),
                file.toString(),
                configuration,
                Integer.toString(seed),
                Integer.toString(events),
                Integer.toString(threads),
                Integer.toString(chunks)));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, process.waitFor(), command.toString());
        return file;
    }

    private static Path home(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
