package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plimsoll.target.ChildJvm;
import dev.plimsoll.testing.Jdks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way: a program that leaks, the agent in it, a recording, and the line in the report.
final class RecordAndReportTest {

    private static final int BLOCKS = 1_777;

    /// Leaks through FFM once it is told to: odd sizes, no two alike.
    private static final String FFM = """
            import java.lang.foreign.*;
            import java.util.*;

            public class FfmLeaker {
                private static final List<MemorySegment> KEPT = new ArrayList<>();

                public static void main(String[] args) throws Exception {
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    System.out.println("up");
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        long bytes = 0;
                        for (int i = 0; i < Integer.parseInt(line); i++) {
                            bytes += leak(49 + 14L * i);
                        }
                        System.out.println(bytes);
                    }
                }

                private static long leak(long size) {
                    KEPT.add(Arena.ofShared().allocate(size, 1)); // here
                    return size;
                }
            }
            """;

    /// The same with direct buffers, for Java 17.
    private static final String DIRECT = FFM.replace("import java.lang.foreign.*;", "import java.nio.ByteBuffer;")
            .replace("FfmLeaker", "DirectLeaker")
            .replace("MemorySegment", "ByteBuffer")
            .replace("Arena.ofShared().allocate(size, 1)", "ByteBuffer.allocateDirect((int) size)");

    @TempDir
    private Path folder;

    @Test
    void anFfmLeakIsNamedByItsLine() throws Exception {
        leakIsNamedByItsLine(25, FFM, "ffm", "FfmLeaker");
    }

    @Test
    void aDirectBufferLeakOnAnOlderJavaIsNamedByItsLine() throws Exception {
        leakIsNamedByItsLine(17, DIRECT, "direct", "DirectLeaker");
    }

    private void leakIsNamedByItsLine(int jdk, String source, String binding, String program) throws Exception {
        Path file = folder.resolve("a.jfr");
        long bytes;
        try (ChildJvm child = ChildJvm.start(jdk, source)) {
            Process record = record(child, file, "--exact");
            bytes = leak(child);
            Cli.Result result = interrupt(record);

            assertEquals(0, result.code(), result.err());
            assertEquals("", result.out());
            assertTrue(result.err().contains("wrote " + file), result.err());
            assertTrue(child.alive());
        }

        JsonObject report = report(file);
        JsonObject site = report.getAsJsonArray("sites").get(0).getAsJsonObject();
        assertEquals(program + ".leak:" + line(source), site.get("frame").getAsString());
        assertFalse(site.get("frameTruncated").getAsBoolean());
        assertEquals(BLOCKS, site.get("liveBlocks").getAsLong());
        assertEquals(bytes, site.get("liveBytes").getAsLong());
        assertEquals(BLOCKS, site.get("allocations").getAsLong());
        assertEquals(bytes, site.get("allocatedBytes").getAsLong());
        JsonObject sums = named(report.getAsJsonArray("bindings"), binding);
        assertTrue(sums.get("exact").getAsBoolean());
        assertEquals(bytes, sums.get("liveBytes").getAsLong());
        assertEquals(0, report.getAsJsonObject("health").get("eventsLost").getAsLong());
        assertFalse(report.getAsJsonObject("recording").get("truncated").getAsBoolean());

        Cli.Result text = Cli.run("report", file.toString());
        assertEquals(0, text.code(), text.err());
        assertTrue(text.out().contains(program + ".leak:" + line(source)), text.out());
        assertOnlyProgress(file, text);
    }

    @Test
    void aRecordingOfAKilledTargetIsSaved() throws Exception {
        Path file = folder.resolve("killed.jfr");
        try (ChildJvm child = ChildJvm.start(25, FFM)) {
            Process record = record(child, file, "--exact");
            leak(child);
            awaitWritten(child);
            child.kill();
            Cli.Result result = Cli.finish(record);

            assertEquals(0, result.code(), result.err());
            assertTrue(result.err().contains("Process " + child.pid() + " ended."), result.err());
        }

        JsonObject site = report(file).getAsJsonArray("sites").get(0).getAsJsonObject();
        assertEquals("FfmLeaker.leak:" + line(FFM), site.get("frame").getAsString());
    }

    @Test
    void aRecordingOfATargetThatEndsIsSaved() throws Exception {
        Path file = folder.resolve("ended.jfr");
        try (ChildJvm child = ChildJvm.start(17, DIRECT)) {
            Process record = record(child, file, "--exact");
            leak(child);
            awaitWritten(child);
            child.end();
            Cli.Result result = Cli.finish(record);

            assertEquals(0, result.code(), result.err());
            assertTrue(result.err().contains("Process " + child.pid() + " ended."), result.err());
        }

        JsonObject site = report(file).getAsJsonArray("sites").get(0).getAsJsonObject();
        assertEquals("DirectLeaker.leak:" + line(DIRECT), site.get("frame").getAsString());
    }

    @Test
    void aKilledDeskLeavesNoRecording() throws Exception {
        try (ChildJvm child = ChildJvm.start(17, ChildJvm.IDLE)) {
            Process record = record(child, folder.resolve("never.jfr"));
            assertTrue(recordings(child).contains("Plimsoll"), "a recording runs");

            record.destroyForcibly().waitFor();

            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            String running = recordings(child);
            while (running.contains("Plimsoll") && System.nanoTime() < deadline) {
                running = recordings(child);
            }
            assertFalse(running.contains("Plimsoll"), running);
            assertFalse(Files.exists(folder.resolve("never.jfr")));
        }
    }

    @Test
    void whatAKilledDeskKnewIsRecoveredFromALivingTarget() throws Exception {
        try (ChildJvm child = ChildJvm.start(17, DIRECT)) {
            Process record = record(child, folder.resolve("never.jfr"), "--exact");
            long bytes = leak(child);
            awaitWritten(child);
            record.destroyForcibly().waitFor();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (recordings(child).contains("Plimsoll")) {
                assertTrue(System.nanoTime() < deadline, "the agent did not leave");
            }
            assertRecovered(child.pid(), "DirectLeaker.leak:" + line(DIRECT), bytes);
        }
    }

    @Test
    void whatAKilledTargetLeftIsRecoveredWithoutADesk() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, FFM)) {
            Process record = record(child, folder.resolve("never.jfr"), "--exact");
            long bytes = leak(child);
            awaitWritten(child);
            record.destroyForcibly();
            child.kill();
            record.waitFor();
            assertRecovered(child.pid(), "FfmLeaker.leak:" + line(FFM), bytes);
        }
    }

    private void assertRecovered(long pid, String frame, long bytes) throws IOException, InterruptedException {
        Path file = folder.resolve("recovered.jfr");
        Cli.Result result = Cli.run("recover", "" + pid, "-o", file.toString());
        assertEquals(0, result.code(), result.err());
        JsonObject site = report(file).getAsJsonArray("sites").get(0).getAsJsonObject();
        assertEquals(frame, site.get("frame").getAsString());
        assertEquals(BLOCKS, site.get("liveBlocks").getAsLong());
        assertEquals(bytes, site.get("liveBytes").getAsLong());
    }

    @Test
    void theTimeCountsAndForceWritesOver() throws Exception {
        Path file = Files.writeString(folder.resolve("a.jfr"), "old");
        try (ChildJvm child = ChildJvm.start(25, FFM)) {
            Cli.Result result = Cli.run(
                    "record", "" + child.pid(), "-d", "500ms", "-o", file.toString(), "--force", "--interval", "1m");

            assertEquals(0, result.code(), result.err());
            assertEquals(
                    "recording " + child.pid(), result.err().lines().findFirst().orElseThrow());
            assertEquals(
                    child.pid(),
                    report(file).getAsJsonObject("recording").get("pid").getAsLong());
        }
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no half-written file stays");
        }
    }

    /// Starts `record` and returns once the probes are in.
    static Process record(ChildJvm child, Path file, String... options) throws IOException {
        String[] args = new String[6 + options.length];
        System.arraycopy(new String[] {"record", "" + child.pid(), "-d", "1h", "-o", file.toString()}, 0, args, 0, 6);
        System.arraycopy(options, 0, args, 6, options.length);
        Process process = new Cli().start(args);
        BufferedReader err = process.errorReader();
        assertEquals("recording " + child.pid(), err.readLine());
        return process;
    }

    private static long leak(ChildJvm child) throws IOException {
        child.say("" + BLOCKS);
        return Long.parseLong(child.line());
    }

    /// Waits until the recorder has written what happened before: each flush puts the time up to which a chunk is
    /// whole into its head (nanoseconds of the start at 32, of the length at 40; JFR's chunk header version 2).
    static void awaitWritten(ChildJvm child) throws IOException {
        Instant now = Instant.now();
        Path recordings = Path.of(
                System.getProperty("java.io.tmpdir"),
                "plimsoll-" + System.getProperty("user.name"),
                "jfr-" + child.pid());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!writtenUpTo(recordings).isAfter(now)) {
            assertTrue(System.nanoTime() < deadline, "nothing was flushed");
        }
    }

    private static Instant writtenUpTo(Path recordings) throws IOException {
        try (Stream<Path> files = Files.walk(recordings)) {
            Instant latest = Instant.EPOCH;
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jfr")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    byte[] head = in.readNBytes(48);
                    if (head.length == 48) {
                        ByteBuffer buffer = ByteBuffer.wrap(head);
                        long nanos = buffer.getLong(32) + buffer.getLong(40);
                        Instant written = Instant.ofEpochSecond(0, nanos);
                        latest = written.isAfter(latest) ? written : latest;
                    }
                }
            }
            return latest;
        }
    }

    static Cli.Result interrupt(Process record) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "" + record.pid()).start().waitFor();
        return Cli.finish(record);
    }

    private static String recordings(ChildJvm child) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Jdks.home(17).resolve("bin/jcmd").toString(), "" + child.pid(), "JFR.check")
                .redirectErrorStream(true)
                .start();
        String words = new String(jcmd.getInputStream().readAllBytes());
        assertEquals(0, jcmd.waitFor(), words);
        return words;
    }

    static JsonObject report(Path file) throws IOException, InterruptedException {
        Cli.Result result = Cli.run("report", file.toString(), "--json");
        assertEquals(0, result.code(), result.err());
        assertOnlyProgress(file, result);
        return JsonParser.parseString(result.out()).getAsJsonObject();
    }

    /// On a busy machine reading may take long enough for a word about it.
    private static void assertOnlyProgress(Path file, Cli.Result result) {
        assertTrue(
                result.err().isEmpty() || result.err().equals("reading " + file + System.lineSeparator()),
                result.err());
    }

    static JsonObject named(JsonArray array, String name) {
        for (JsonElement element : array) {
            if (element.getAsJsonObject().get("name").getAsString().equals(name)) {
                return element.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + name + " in " + array);
    }

    private static int line(String source) {
        return 1
                + (int) source.substring(0, source.indexOf("// here"))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
