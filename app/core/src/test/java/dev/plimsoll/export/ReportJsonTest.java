package dev.plimsoll.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plimsoll.finding.EvidenceLine;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.session.Health;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.ReferenceCounts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportJsonTest {

    private static final String UPLOAD = "app.Main.main:3;app.Cache.upload:41;java.nio.ByteBuffer.allocateDirect:9";
    private static final String OTHER = "app.Worker.run:8;app.Cache.upload:41;java.nio.ByteBuffer.allocateDirect:9";
    private static final String LOAD = "app.Main.main:3;app.Mesh.load:7;java.nio.ByteBuffer.allocateDirect:9";

    @Test
    void hasTheKeysOfSchemaOneInTheirOrder() {
        JsonObject report = report(new Story());
        assertEquals(
                List.of(
                        "schema",
                        "summary",
                        "recording",
                        "bindings",
                        "sites",
                        "sitesOmitted",
                        "callbacks",
                        "gc",
                        "memory",
                        "findings",
                        "health",
                        "suppressed",
                        "unknown",
                        "coverage"),
                List.copyOf(report.keySet()));
        assertEquals(1, report.get("schema").getAsInt());
        assertEquals(
                List.of("file", "start", "durationSeconds", "jvm", "pid", "events", "truncated"),
                List.copyOf(report.getAsJsonObject("recording").keySet()));
        assertEquals(
                List.of("collector", "cycles", "pauseMillisTotal", "pauseMillisMax", "joined"),
                List.copyOf(report.getAsJsonObject("gc").keySet()));
        assertEquals(
                List.of(
                        "eventsLost",
                        "orphanFrees",
                        "agentErrors",
                        "overheadPercent",
                        "liveTableSize",
                        "liveTableCapacity",
                        "blocksNotFollowed",
                        "ownersNotWatched",
                        "misuses",
                        "strict",
                        "stackIntervalBytes",
                        "words",
                        "nativeCalls"),
                List.copyOf(report.getAsJsonObject("health").keySet()));
    }

    @Test
    void saysNullForWhatNobodyMeasured() {
        Story story = new Story();
        story.health = Health.UNKNOWN;
        JsonObject memory = report(story).getAsJsonObject("memory");
        assertTrue(memory.get("rssBytes").isJsonNull());
        assertTrue(memory.get("unexplainedBytes").isJsonNull());
        assertEquals(0, memory.get("nativeLiveBytes").getAsLong());
        assertTrue(
                report(story).getAsJsonObject("health").get("overheadPercent").isJsonNull());
    }

    @Test
    void groupsSitesByLineAndPutsTheLargestLiveFirst() {
        Story story = new Story()
                .allocate(0x10, 97, 1, "direct", LOAD)
                .allocate(0x20, 101, 1, "direct", UPLOAD)
                .allocate(0x30, 103, 1, "direct", OTHER)
                .allocate(0x40, 107, 1, "direct", OTHER)
                .free(0x10, "direct");
        JsonArray sites = report(story).getAsJsonArray("sites");
        assertEquals(2, sites.size());
        JsonObject upload = sites.get(0).getAsJsonObject();
        assertEquals("app.Cache.upload:41", upload.get("frame").getAsString());
        assertEquals(101 + 103 + 107, upload.get("liveBytes").getAsLong());
        assertEquals(3, upload.get("liveBlocks").getAsLong());
        assertEquals("app.Worker.run:8", upload.getAsJsonArray("stack").get(2).getAsString());
        JsonObject load = sites.get(1).getAsJsonObject();
        assertEquals(0, load.get("liveBytes").getAsLong());
        assertEquals(97, load.get("allocatedBytes").getAsLong());
    }

    @Test
    void namesTheOutermostFrameOfAStackThatWasCut() {
        Story story = new Story()
                .allocate(0x10, 97, 1, "direct", "...;java.util.Optional.map:2;java.nio.ByteBuffer.allocateDirect:9");
        JsonObject site = report(story).getAsJsonArray("sites").get(0).getAsJsonObject();
        assertEquals("java.util.Optional.map:2", site.get("frame").getAsString());
        assertTrue(site.get("frameTruncated").getAsBoolean());
    }

    @Test
    void countsEstimatesAsSuchAndLossesAsInexact() {
        Story story = new Story().allocate(0x10, 1_000, 64, "ffm", UPLOAD).allocate(0x20, 31, 1, "direct", UPLOAD);
        JsonArray bindings = report(story).getAsJsonArray("bindings");
        JsonObject direct = bindings.get(0).getAsJsonObject();
        JsonObject ffm = bindings.get(1).getAsJsonObject();
        assertTrue(direct.get("exact").getAsBoolean());
        assertFalse(ffm.get("exact").getAsBoolean());
        assertEquals(64_000, ffm.get("liveBytes").getAsLong());
        assertEquals(0, ffm.get("liveBytesLow").getAsLong());
        assertEquals(
                64_000 + Math.round(1.96 * Math.sqrt(1e6 * 64 * 63)),
                ffm.get("liveBytesHigh").getAsLong());
        story.health = new Health(1, "exact", 0.1, 0, 5, 0, 0, Double.NaN, false);
        assertFalse(report(story)
                .getAsJsonArray("bindings")
                .get(0)
                .getAsJsonObject()
                .get("exact")
                .getAsBoolean());
    }

    @Test
    void countsCallbacksPauseAndMemory() {
        Story story = new Story()
                .register(0x1, "app.Order.compare", UPLOAD)
                .register(0x2, "app.Order.compare", UPLOAD)
                .allocate(0x10, 4_096, 1, "direct", LOAD);
        story.cycles.add(cycle(1, 2_500_000, 1_500_000));
        story.cycles.add(cycle(2, 1_250_000, 1_250_000));
        story.rss = Story.series(50_000, 100_000);
        story.heapCommitted = Story.series(60_000);
        JsonObject report = report(story);
        JsonObject callbacks = report.getAsJsonObject("callbacks");
        assertEquals(2, callbacks.get("live").getAsLong());
        JsonObject site = callbacks.getAsJsonArray("sites").get(0).getAsJsonObject();
        assertTrue(site.get("invocations").isJsonNull(), "nobody counts them");
        assertEquals("app.Order.compare", site.get("targetClass").getAsString());
        assertEquals("app.Cache.upload:41", site.get("frame").getAsString());
        JsonObject gc = report.getAsJsonObject("gc");
        assertEquals(3.75, gc.get("pauseMillisTotal").getAsDouble());
        assertEquals(1.5, gc.get("pauseMillisMax").getAsDouble());
        JsonObject memory = report.getAsJsonObject("memory");
        assertEquals(100_000 - 60_000 - 4_096, memory.get("unexplainedBytes").getAsLong());
    }

    @Test
    void saysHowOftenCallbacksAreInvokedAndWhenLast() {
        Story story = new Story()
                .register(0x1, "app.Order.compare", UPLOAD)
                .register(0x2, "app.Order.compare", UPLOAD)
                .invoked(0x1, 17)
                .invoked(0x2, 4);
        JsonObject callbacks = report(story).getAsJsonObject("callbacks");
        JsonObject site = callbacks.getAsJsonArray("sites").get(0).getAsJsonObject();
        assertEquals(21, site.get("invocations").getAsLong());
        assertEquals(
                story.ledger.snapshot().callbacks().get(1).lastInvoked(),
                ChronoUnit.NANOS.between(
                        Instant.EPOCH, Instant.parse(site.get("lastInvoked").getAsString())));
    }

    @Test
    void writesFindingsWordForWord() {
        Story story = new Story();
        int stack = story.stack(UPLOAD);
        story.findings.add(new Finding(
                "owner-collected",
                Verdict.LEAK_PROVEN,
                "It leaks \"much\".",
                "ffm",
                new Estimate(97, 0),
                new Estimate(3, 0),
                story.stacks.get(stack).site(),
                stack,
                EvidenceLine.of(List.of("line one")),
                "Close it."));
        JsonObject finding = report(story).getAsJsonArray("findings").get(0).getAsJsonObject();
        assertEquals(
                List.of(
                        "rule",
                        "verdict",
                        "severity",
                        "binding",
                        "bytes",
                        "blocks",
                        "frame",
                        "stack",
                        "evidence",
                        "advice",
                        "sentence",
                        "otherStack"),
                List.copyOf(finding.keySet()));
        assertEquals("leak, proven", finding.get("verdict").getAsString());
        assertEquals("critical", finding.get("severity").getAsString());
        assertEquals("app.Cache.upload:41", finding.get("frame").getAsString());
        assertEquals(3, finding.getAsJsonArray("stack").size());
    }

    private static Cycle cycle(long gcId, long pauses, long longest) {
        return new Cycle(
                gcId,
                "G1New",
                "Pause",
                true,
                Story.START,
                5_000_000,
                pauses,
                longest,
                ReferenceCounts.NONE,
                -1,
                -1,
                0,
                0,
                0,
                0,
                Cycle.Cleaning.NONE,
                0);
    }

    private static JsonObject report(Story story) {
        return JsonParser.parseString(new ReportJson().text(story.snapshot())).getAsJsonObject();
    }
}
