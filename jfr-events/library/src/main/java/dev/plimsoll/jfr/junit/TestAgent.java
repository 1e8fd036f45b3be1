package dev.plimsoll.jfr.junit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jdk.jfr.FlightRecorder;

/**
 * The agent in the test's own JVM. A JVM may not attach to itself, so a process of the same JDK does it. With {@code -javaagent} it is
 * there already.
 */
final class TestAgent {

    /** The name of the agent's recording: it runs exactly while the agent watches. */
    private static final String RECORDING = "Plimsoll";

    private static final String JAR = "/META-INF/plimsoll/plimsoll-agent.jar";

    private TestAgent() {}

    /**
     * Returns once the probes are in.
     *
     * @throws IllegalStateException when they cannot be put in: a sentence says why
     */
    static synchronized void load() throws IOException, InterruptedException {
        if (watches()) {
            return;
        }
        Path jar = jar();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        own().toString(),
                        AttachMain.class.getName(),
                        Long.toString(ProcessHandle.current().pid()),
                        jar.toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !watches()) {
            throw new IllegalStateException("The native budget's agent cannot be loaded into this JVM (" + words.strip()
                    + "); run the tests with -javaagent:" + jar + "=interval=exact.");
        }
    }

    private static boolean watches() {
        return FlightRecorder.getFlightRecorder().getRecordings().stream()
                .anyMatch(recording -> recording.getName().equals(RECORDING));
    }

    /** What {@code plimsoll.agent} names, or the one in this library, unpacked. */
    private static Path jar() throws IOException {
        String given = System.getProperty("plimsoll.agent");
        if (given != null) {
            return Path.of(given);
        }
        try (InputStream in = TestAgent.class.getResourceAsStream(JAR)) {
            if (in == null) {
                throw new IllegalStateException("The library holds no agent; give its jar with -Dplimsoll.agent=FILE.");
            }
            Path jar = Files.createTempFile("plimsoll-agent-", ".jar");
            Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
            jar.toFile().deleteOnExit();
            return jar;
        }
    }

    private static Path own() {
        try {
            return Path.of(TestAgent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
