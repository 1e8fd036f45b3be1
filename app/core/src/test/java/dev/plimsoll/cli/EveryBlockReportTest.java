package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plimsoll.target.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tight loop of which every block is recorded: what the binding holds is exact, each line an estimate.
final class EveryBlockReportTest {

    private static final int ROUNDS = 1_200_000;
    private static final int KEPT = ROUNDS / 400;
    private static final int BYTES = 72;

    private static final String LOOP = """
            import java.lang.foreign.*;
            import java.util.*;

            public class TightLoop {
                private static final List<MemorySegment> KEPT = new ArrayList<>();

                public static void main(String[] args) throws Exception {
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    System.out.println("up");
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        for (int i = 1; i <= Integer.parseInt(line); i++) {
                            churn();
                            if (i % 400 == 0) {
                                keep();
                            }
                        }
                        System.out.println("done");
                    }
                }

                private static void churn() {
                    try (Arena arena = Arena.ofConfined()) {
                        arena.allocate(72);
                    }
                }

                private static void keep() {
                    KEPT.add(Arena.global().allocate(72));
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theBindingIsExactAndLinesLieInTheirIntervals() throws Exception {
        Path file = folder.resolve("a.jfr");
        try (ChildJvm child = ChildJvm.start(25, LOOP)) {
            Process record = RecordAndReportTest.record(child, file, "--exact");
            child.say("" + ROUNDS);
            assertEquals("done", child.line());
            Cli.Result result = RecordAndReportTest.interrupt(record);
            assertEquals(0, result.code(), result.err());
        }

        JsonObject report = RecordAndReportTest.report(file);
        JsonObject health = report.getAsJsonObject("health");
        assertEquals(0, health.get("eventsLost").getAsLong());
        assertTrue(health.get("stackIntervalBytes").getAsLong() > 0, "some stacks were left out: " + health);
        assertTrue(health.get("words").toString().contains("--every-stack takes every stack"), health::toString);

        JsonObject sums = RecordAndReportTest.named(report.getAsJsonArray("bindings"), "ffm");
        assertTrue(sums.get("exact").getAsBoolean(), sums::toString);
        assertEquals(KEPT, sums.get("liveBlocks").getAsLong());
        assertEquals((long) KEPT * BYTES, sums.get("liveBytes").getAsLong());
        assertEquals((long) KEPT * BYTES, sums.get("liveBytesHigh").getAsLong());
        assertEquals((long) ROUNDS * BYTES, sums.get("freedBytes").getAsLong());

        JsonObject keeps = line(report.getAsJsonArray("sites"), "TightLoop.keep:");
        // Twice the half of the 95 % interval: one run in ten thousand is outside of it.
        long half =
                keeps.get("liveBytesHigh").getAsLong() - keeps.get("liveBytes").getAsLong();
        assertEquals((double) KEPT * BYTES, keeps.get("liveBytes").getAsLong(), 2.0 * half);
        assertTrue(half > 0 && half < KEPT * BYTES / 2, keeps::toString);
        JsonObject churns = line(report.getAsJsonArray("sites"), "TightLoop.churn:");
        assertEquals(ROUNDS, churns.get("allocations").getAsLong(), ROUNDS / 50.0);
        for (JsonElement site : report.getAsJsonArray("sites")) {
            assertTrue(site.getAsJsonObject().get("allocations").getAsLong() > 0, site::toString);
            assertTrue(site.getAsJsonObject().get("frame").isJsonPrimitive(), site::toString);
        }
    }

    private static JsonObject line(JsonArray sites, String frame) {
        for (JsonElement site : sites) {
            if (site.getAsJsonObject().get("frame").getAsString().startsWith(frame)) {
                return site.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + frame + " in " + sites);
    }
}
