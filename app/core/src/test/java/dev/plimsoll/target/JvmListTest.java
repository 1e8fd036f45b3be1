package dev.plimsoll.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.testing.Jdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real JVMs of this machine, and what is said of them before they are touched.
final class JvmListTest {

    private static final String OPENS_ITS_CLASS_PATH =
            """
            public class Reader {
                public static void main(String[] args) throws Exception {
                    ClassLoader.getSystemResources("none.such").hasMoreElements();
                    System.out.println("up");
                    System.in.read();
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aJvmIsListedWithWhatItIs(int jdk) throws Exception {
        try (ChildJvm child = ChildJvm.start(jdk, ChildJvm.IDLE, "-Dname=value with spaces", "-Xmx77m")) {
            JvmEntry entry = entry(child.pid());

            assertEquals("Idle", entry.mainClass());
            assertTrue(entry.arguments().contains("-Dname=value with spaces -Xmx77m"), entry.arguments());
            assertTrue(entry.jdk().startsWith(jdk + "."), entry.jdk());
            assertEquals(System.getProperty("user.name"), entry.user());
            assertTrue(Math.abs(System.currentTimeMillis() - entry.started()) < 600_000, "started");
            assertNull(entry.obstacle());
            assertEquals(entry, JvmList.find(child.pid()));
        }
    }

    @ParameterizedTest
    @CsvSource({"17,G1", "25,G1", "17,Serial", "25,Parallel", "17,ZGC", "25,ZGC"})
    void itsCollectorIsKnownUntouched(int jdk, String collector) throws Exception {
        String option = collector.equals("ZGC") ? "-XX:+UseZGC" : "-XX:+Use" + collector + "GC";
        try (ChildJvm child = ChildJvm.start(jdk, ChildJvm.IDLE, option, "-Xmx64m")) {
            assertEquals(collector, entry(child.pid()).facts().collector());
        }
    }

    /// As a compiler that is given our jars has them open.
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theAgentOnAClassPathIsNotLoaded(int jdk) throws Exception {
        Path agent = Path.of(System.getProperty("plimsoll.agent"));
        try (ChildJvm child = ChildJvm.with(List.of(agent), jdk, OPENS_ITS_CLASS_PATH)) {
            assertFalse(entry(child.pid()).facts().agentPresent());
        }
        try (ChildJvm child = ChildJvm.start(jdk, ChildJvm.IDLE, "-javaagent:" + agent)) {
            assertTrue(entry(child.pid()).facts().agentPresent());
        }
    }

    @Test
    void aJvmThatLeavesNoPerformanceFileIsListed() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, ChildJvm.IDLE, "-XX:-UsePerfData")) {
            assertTrue(entry(child.pid()).attachable());
            assertEquals("", entry(child.pid()).facts().collector());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-XX:+DisableAttachMechanism | was started with -XX:+DisableAttachMechanism; start it without.",
                "-XX:-EnableDynamicAgentLoading | was started with -XX:-EnableDynamicAgentLoading; start it without."
            })
    void anOptionThatForbidsItIsNamed(String option, String words) throws Exception {
        try (ChildJvm child = ChildJvm.start(25, ChildJvm.IDLE, option)) {
            assertEquals("Process " + child.pid() + " " + words, entry(child.pid()).obstacle());
        }
    }

    @Test
    void theLastOfTwoOptionsCounts() throws Exception {
        try (ChildJvm child = ChildJvm.start(
                25, ChildJvm.IDLE, "-XX:+DisableAttachMechanism", "-XX:-DisableAttachMechanism")) {
            assertNull(entry(child.pid()).obstacle());
        }
    }

    @Test
    void aStoppedJvmIsNotTouched() throws Exception {
        try (ChildJvm child = ChildJvm.start(17, ChildJvm.IDLE)) {
            run("kill", "-STOP", Long.toString(child.pid()));

            String obstacle = Objects.requireNonNull(awaitObstacle(child.pid()));

            assertTrue(obstacle.contains("kill -CONT " + child.pid()), obstacle);
        }
    }

    @Test
    void anotherUsersJvmIsListedWithItsUser() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can start a JVM as somebody else");
        List<String> java = List.of(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                Jdks.java(25).toString());
        try (ChildJvm child = ChildJvm.start(java, 25, ChildJvm.IDLE)) {
            JvmEntry entry = entry(child.pid());

            assertEquals("nobody", entry.user());
            assertEquals(
                    "Process " + child.pid() + " belongs to nobody; run Plimsoll as that user.", entry.obstacle());
        }
    }

    @Test
    void anOldJavaIsNamed(@TempDir Path folder) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(
                folder.resolve("release"), "JAVA_VERSION=\"1.8.0_392\"\nIMPLEMENTOR=\"Azul Systems, Inc.\"\n");

        JavaHome home = JavaHome.ofExecutable(bin.resolve("java")).orElseThrow();
        String obstacle = Obstacle.to(
                ProcessHandle.current().parent().orElseThrow(), "", "", JavaCommand.of(List.of("java", "A")), home);

        assertEquals("1.8.0_392 Azul", home.words());
        assertTrue(Objects.requireNonNull(obstacle).contains("runs on Java 8; Plimsoll needs Java 17"), obstacle);
    }

    @Test
    void itselfIsMarked() {
        assertTrue(Objects.requireNonNull(entry(ProcessHandle.current().pid()).obstacle()).contains("is Plimsoll itself"));
    }

    @Test
    void aProcessThatIsNoJvmIsNotListed() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            assertFalse(JvmList.now().stream().anyMatch(entry -> entry.pid() == sleep.pid()));
            TargetException failure = assertThrows(TargetException.class, () -> JvmList.find(sleep.pid()));
            assertTrue(failure.getMessage().contains("is not a JVM"), failure.getMessage());
        } finally {
            sleep.destroyForcibly();
        }
    }

    @Test
    void aProcessThatIsNotThereIsNotFound() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();

        TargetException failure = assertThrows(TargetException.class, () -> JvmList.find(gone.pid()));

        assertTrue(failure.getMessage().startsWith("There is no process " + gone.pid()), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java -cp a:b -Xmx1g pkg.Main x y | pkg.Main | x y -cp a:b -Xmx1g",
                "java -jar /opt/app/server.jar --port 1 | server.jar | --port 1",
                "java --module-path mods -m mod/pkg.Main a | pkg.Main | a --module-path mods",
                "java --add-opens java.base/java.lang=ALL-UNNAMED Main | Main | --add-opens java.base/java.lang=ALL-UNNAMED",
                "java @args Main | Main | @args",
                "java -version | '' | -version"
            })
    void aCommandLineIsTakenApart(String line, String main, String arguments) {
        JavaCommand command = JavaCommand.of(List.of(line.split(" ")));

        assertEquals(main, command.mainClass());
        assertEquals(arguments, command.arguments());
    }

    private static JvmEntry entry(long pid) {
        return JvmList.now().stream()
                .filter(entry -> entry.pid() == pid)
                .findFirst()
                .orElseThrow(() -> new AssertionError(pid + " is not listed"));
    }

    /// A stop signal takes effect a little later.
    private static String awaitObstacle(long pid) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String obstacle = entry(pid).obstacle();
        while (obstacle == null && System.nanoTime() < deadline) {
            obstacle = entry(pid).obstacle();
        }
        return obstacle;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), words);
    }
}
