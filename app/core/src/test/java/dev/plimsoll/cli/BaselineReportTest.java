package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two real recordings of two runs: what grew, what went, and that the report's own keys stay.
final class BaselineReportTest {

    @TempDir
    private Path folder;

    private Path before = Path.of("");
    private Path after = Path.of("");

    @BeforeEach
    void record() throws IOException {
        before = recording("before.jfr", () -> {
            upload(1_000_003);
            upload(17);
            decode(7_919);
        });
        after = recording("after.jfr", () -> {
            upload(24_007);
            decode(7_919);
            pool(40_961);
        });
    }

    @Test
    void programsGetEveryDifferenceUnderOneNewKey() {
        JsonObject alone = json("report", after.toString(), "--json");
        JsonObject report = json("report", after.toString(), "--json", "--baseline", before.toString());

        JsonObject comparison = report.remove("comparison").getAsJsonObject();
        assertEquals(alone, report, "everything else is as without a baseline");
        assertEquals(
                before.toString(),
                comparison.getAsJsonObject("baseline").get("file").getAsString());
        JsonObject live = comparison.getAsJsonObject("liveBytes");
        assertEquals(1_000_003 + 17 + 7_919, live.get("baseline").getAsLong());
        assertEquals(24_007 + 7_919 + 40_961, live.get("value").getAsLong());
        assertEquals(0, live.get("margin").getAsLong());
        assertTrue(live.get("differs").getAsBoolean());
        JsonArray sites = comparison.getAsJsonArray("sites");
        assertEquals(3, sites.size());
        JsonObject gone = site(sites, "upload");
        assertEquals(
                24_007 - 1_000_020,
                gone.getAsJsonObject("liveBytes").get("difference").getAsLong());
        assertEquals(-1, gone.getAsJsonObject("liveBlocks").get("difference").getAsLong());
        assertEquals("new", site(sites, "pool").get("state").getAsString());
        assertFalse(site(sites, "decode")
                .getAsJsonObject("liveBytes")
                .get("differs")
                .getAsBoolean());
        assertEquals(gone, sites.get(0), "the biggest change comes first");
    }

    @Test
    void peopleGetTheAnswerFirst() {
        Cli.Result result = Cli.here("report", after.toString(), "--baseline", before.toString());
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("Compared with " + before), result.out());
        assertTrue(
                result.out().contains("913.1 KiB less native memory is live: 71.2 KiB after 984.3 KiB."), result.out());
        assertTrue(result.out().contains("2 of 3 lines differ by more than the error"), result.out());
        assertTrue(result.out().contains(".pool:"), result.out());
        assertTrue(result.out().contains("(new)"), result.out());
    }

    @Test
    void handlesThatWereSampledAreToldWithTheirError() throws IOException {
        Path one = recording("one.jfr", () -> open(1, 2.5));
        Path many = recording("many.jfr", () -> {
            for (int i = 1; i <= 200; i++) {
                open(i, 2.5);
            }
        });
        String words = Cli.here("report", many.toString(), "--baseline", one.toString())
                .out();
        assertTrue(words.contains("BaselineReportTest.open:"), words);
        assertTrue(words.contains("1 of 1 line differ by more than the error"), words);
        assertTrue(words.contains("+498 ± 54"), words);
    }

    @Test
    void twoMomentsOfOneRecording() throws IOException {
        Path file = recording("long.jfr", () -> {
            upload(1_009);
            pass(600);
            pool(40_961);
        });
        JsonObject early = json("report", file.toString(), "--json", "--to", "300ms");
        assertEquals(1, early.getAsJsonArray("sites").size());
        assertEquals(
                1_009, early.getAsJsonObject("memory").get("nativeLiveBytes").getAsLong());
        assertFalse(early.has("comparison"));

        JsonObject grown = json("report", file.toString(), "--json", "--from", "300ms");
        JsonObject live = grown.getAsJsonObject("comparison").getAsJsonObject("liveBytes");
        assertEquals(40_961, live.get("difference").getAsLong());
        assertEquals(1_009, live.get("baseline").getAsLong());

        assertTrue(line("report", file.toString(), "--to", "2h").contains("--to is behind the end of " + file));
        assertTrue(line("report", file.toString(), "--from", "500ms", "--to", "300ms")
                .contains("turn them around"));
        assertTrue(line("report", file.toString(), "--from", "0", "--baseline", before.toString())
                .contains("give one of them"));
        assertTrue(line("report", file.toString(), "--from", "soon").contains("'soon' is not a time"));
    }

    private static String line(String... args) {
        Cli.Result result = Cli.here(args);
        assertEquals(2, result.code());
        assertEquals("", result.out());
        return result.line();
    }

    /// Lets time pass in the recording.
    private static void pass(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    @Test
    void aBaselineThatIsNoneIsSaidBeforeAnythingIsRead() {
        Cli.Result result = Cli.here("report", after.toString(), "--baseline", "nosuch.jfr");
        assertEquals(2, result.code());
        assertEquals("", result.out());
        assertTrue(result.line().contains("There is no file nosuch.jfr"), result.err());
    }

    private static JsonObject json(String... args) {
        Cli.Result result = Cli.here(args);
        assertEquals(0, result.code(), result.err());
        return JsonParser.parseString(result.out()).getAsJsonObject();
    }

    private static JsonObject site(JsonArray sites, String method) {
        for (JsonElement site : sites) {
            if (site.getAsJsonObject().get("frame").getAsString().contains("." + method + ":")) {
                return site.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + method + " in " + sites);
    }

    private Path recording(String name, Runnable run) throws IOException {
        Path file = folder.resolve(name);
        try (Recording recording = new Recording()) {
            recording.enable(NativeAllocation.class);
            recording.start();
            run.run();
            recording.stop();
            recording.dump(file);
        }
        return file;
    }

    // Each commits by itself: the innermost frame outside the JDK is the site.

    private static void upload(long bytes) {
        allocation(bytes).commit();
    }

    private static void decode(long bytes) {
        allocation(bytes).commit();
    }

    private static void pool(long bytes) {
        allocation(bytes).commit();
    }

    private static void open(long handle, double weight) {
        NativeAllocation event = allocation(handle);
        event.bytes = 0;
        event.weight = weight;
        event.kind = "handle";
        event.commit();
    }

    private static NativeAllocation allocation(long bytes) {
        NativeAllocation event = new NativeAllocation();
        event.address = bytes;
        event.bytes = bytes;
        event.weight = 1;
        event.binding = "ffm";
        event.kind = "confined";
        return event;
    }
}
