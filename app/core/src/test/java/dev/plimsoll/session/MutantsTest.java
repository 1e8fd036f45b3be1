package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.testing.Jdks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Twenty thousand damaged recordings: none throws, hangs, or takes more than a small heap.
class MutantsTest {

    private static final int MUTANTS = 20_000;
    private static final int JVMS = 2;

    @TempDir
    private Path folder;

    @Test
    void noDamageIsWorseThanASentence() throws Exception {
        List<String> seeds = List.of(seed(1), seed(2));
        List<Process> running = new ArrayList<>();
        for (int jvm = 0; jvm < JVMS; jvm++) {
            int from = jvm * MUTANTS / JVMS;
            List<String> args = new ArrayList<>(
                    List.of(Mutants.class.getName(), folder.toString(), "" + from, "" + (from + MUTANTS / JVMS)));
            args.addAll(seeds);
            running.add(java(System.getProperty("java.class.path"), args));
        }
        int opened = 0;
        for (Process process : running) {
            assertTrue(process.waitFor(8, TimeUnit.MINUTES), "a mutant hangs");
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.exitValue(), out);
            opened += Integer.parseInt(out.strip());
        }
        // Damage that nothing survives would test nothing but the first look.
        assertTrue(opened > MUTANTS / 3, opened + " opened");
    }

    private String seed(int chunks) throws Exception {
        Path file = folder.resolve("seed-" + chunks + ".jfr");
        Process process = new ProcessBuilder(
                        Jdks.java(25).toString(),
                        "-cp",
                        home(SmallSeed.class) + java.io.File.pathSeparator + home(NativeAllocation.class),
                        SmallSeed.class.getName(),
                        file.toString(),
                        "" + chunks)
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return file.toString();
    }

    private Process java(String classPath, List<String> args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Jdks.java(25).toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath));
        command.addAll(args);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String home(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
