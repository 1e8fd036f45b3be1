package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.target.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that writes to memory that it has freed, the log it leaves, and the line in the answer.
final class CrashTest {

    private static final String CRASHER = """
            import java.lang.reflect.Field;
            import sun.misc.Unsafe;

            public class Crasher {
                private static Unsafe unsafe;

                public static void main(String[] args) throws Exception {
                    Field field = Unsafe.class.getDeclaredField("theUnsafe");
                    field.setAccessible(true);
                    unsafe = (Unsafe) field.get(null);
                    System.out.println("up");
                    System.in.read();
                    long picture = load();
                    System.out.println("loaded");
                    System.in.read();
                    unsafe.freeMemory(picture);
                    unsafe.putLong(picture + 4_097, 7);
                }

                // So large that the C library gives it back to the system at once.
                private static long load() {
                    return unsafe.allocateMemory(73_400_321); // here
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aWriteToFreedMemoryIsToldOn25() throws Exception {
        writeToFreedMemoryIsTold(25);
    }

    @Test
    void aWriteToFreedMemoryIsToldOn17() throws Exception {
        writeToFreedMemoryIsTold(17);
    }

    private void writeToFreedMemoryIsTold(int jdk) throws Exception {
        Path file = folder.resolve("crash.jfr");
        Path log = folder.resolve("hs_err.log");
        try (ChildJvm child = ChildJvm.start(jdk, CRASHER, "-XX:ErrorFile=" + log, "-XX:-CreateCoredumpOnCrash")) {
            Process record = RecordAndReportTest.record(child, file, "--exact");
            child.say("");
            assertEquals("loaded", child.line());
            child.say("");
            assertEquals(0, Cli.finish(record).code());
            // The dying JVM leaves its recording where it was started, too.
            Files.deleteIfExists(Path.of("hs_err_pid" + child.pid() + ".jfr"));
        }
        Cli.Result told = Cli.here("crash", log.toString(), "--recording", file.toString());
        assertEquals(0, told.code(), told.err());
        assertTrue(told.out().startsWith("SIGSEGV (SEGV_MAPERR) at address 0x"), told.out());
        assertTrue(
                told.out().contains("lies 4,097 bytes inside a block of 70.0 MiB (unsafe) that was freed"), told.out());
        assertTrue(told.out().contains("Crasher.load:" + line()), told.out());
        Path other = Files.writeString(
                folder.resolve("other.log"), Files.readString(log).replaceAll("pid=\\d+", "pid=999999999"));
        Cli.Result alone = Cli.here("crash", other.toString());
        assertEquals(0, alone.code(), alone.err());
        assertTrue(alone.out().contains("give --recording FILE"), alone.out());
    }

    /// The desk does not come to save anything: what the target's recorder had flushed is found by the log's PID.
    @Test
    void whatADeadProcessLeftBehindIsRecoveredFirst() throws Exception {
        Path log = folder.resolve("hs_err.log");
        long pid;
        try (ChildJvm child = ChildJvm.start(25, CRASHER, "-XX:ErrorFile=" + log, "-XX:-CreateCoredumpOnCrash")) {
            pid = child.pid();
            Process record = RecordAndReportTest.record(child, folder.resolve("never.jfr"), "--exact");
            child.say("");
            assertEquals("loaded", child.line());
            RecordAndReportTest.awaitWritten(child);
            signal("STOP", record.pid());
            child.say("");
            ProcessHandle.of(pid).ifPresent(crashing -> crashing.onExit().join());
            signal("KILL", record.pid());
            record.waitFor();
            Files.deleteIfExists(Path.of("hs_err_pid" + pid + ".jfr"));
        }
        Cli.Result told = Cli.here("crash", log.toString());
        assertEquals(0, told.code(), told.err());
        assertTrue(told.err().contains("left behind"), told.err());
        assertTrue(told.out().contains("Crasher.load:" + line()), told.out());
    }

    private static void signal(String name, long pid) throws Exception {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, "" + pid).start().waitFor());
    }

    private static long line() {
        return 1 + CRASHER.lines().takeWhile(line -> !line.endsWith("// here")).count();
    }

    @Test
    void whatIsNoLogIsSaidInOneSentence() throws Exception {
        Cli.Result none = Cli.here("crash", folder.resolve("none.log").toString());
        assertEquals(2, none.code());
        assertTrue(none.err().contains("There is no file"), none.err());
        Path other = Files.writeString(folder.resolve("other.log"), "nothing\n");
        Cli.Result wrong = Cli.here("crash", other.toString());
        assertEquals(2, wrong.code());
        assertEquals(1, wrong.err().lines().count(), wrong.err());
        assertTrue(wrong.err().contains("is no fatal error log"), wrong.err());
    }
}
