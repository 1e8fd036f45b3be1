package dev.plimsoll.jfr.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.agent.Desk.Recorded;
import dev.plimsoll.jfr.event.v1.EventNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done against the rules is told once, at the call that does it; what is not, never. */
class MisuseTest {

    private static final int KILLS = 3;

    private static final String STRICT = "exact,strict=true";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void strictRefusesASecondFreeAndAFreeInsideABlock(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.attach(child.pid(), STRICT)) {
            assertEquals(
                    "refused plimsoll --strict: double free of ADDRESS through unsafe after freeTwice",
                    child.order("double-free 10007"));
            assertEquals("refused 2", child.order("free-inside 20011"));
            Recorded recorded = desk.stop();

            List<RecordedEvent> misuses = recorded.of(EventNames.MISUSE);
            assertEquals(
                    List.of("double free unsafe", "free inside a block unsafe", "free inside a block unsafe"),
                    words(misuses));
            RecordedEvent twice = misuses.get(0);
            assertTrue(
                    frames(twice).contains("NioTarget.freeTwice"),
                    () -> frames(twice).toString());
            assertTrue(
                    twice.getString(EventNames.FIELD_EARLIER_STACK).contains("NioTarget.freeTwice("), twice::toString);
            Instant earlier = twice.getInstant(EventNames.FIELD_EARLIER);
            assertTrue(!earlier.isAfter(twice.getStartTime()), twice::toString);
            assertTrue(earlier.isAfter(twice.getStartTime().minusSeconds(60)), twice::toString);
            // What was refused did not happen and is in no sum.
            assertEquals(
                    recorded.of(EventNames.NATIVE_ALLOCATION).stream()
                            .filter(e -> sized(e, 10_007) || sized(e, 20_011))
                            .count(),
                    2);
            assertHealthy(recorded, 3);
            desk.detach();
        }
    }

    @Test
    void strictRefusesWhatHandlesDo() throws Exception {
        try (Child child = Child.start(25, directory);
                Desk desk = Desk.attach(child.pid(), STRICT)) {
            assertEquals("refused", child.order("free-twice 3001"));
            assertEquals("refused", child.order("wrong-allocator 5003"));
            assertEquals("refused", child.order("free-under-call"));
            Recorded recorded = desk.stop();
            assertEquals(
                    List.of("double free ffm", "wrong allocator ffm", "released while in use unsafe"),
                    words(recorded.of(EventNames.MISUSE)));
            assertHealthy(recorded, 3);
        }
    }

    /** The target waits a moment for its misuse to be in the files, whatever keeps the recorder. */
    @Test
    void aRecorderThatHangsDoesNotHoldTheTarget() throws Exception {
        try (Child child = Child.start(25, directory, "--add-exports=jdk.jfr/jdk.jfr.internal=ALL-UNNAMED");
                Desk desk = Desk.attach(child.pid(), "exact")) {
            child.orderOk("hold-recorder 8000");
            assertEquals("done", child.order("free-under-call"));
            assertEquals("in time", child.order("let-recorder-go"));
            assertHealthy(desk.stop(), 1);
        }
    }

    @Test
    void arenasThatThrowAreToldAndAFreeUnderACallGoesOn() throws Exception {
        try (Child child = Child.start(25, directory);
                Desk desk = Desk.attach(child.pid(), "exact")) {
            assertEquals("refused refused", child.order("close-twice"));
            assertEquals("refused refused", child.order("use-after-close 0 7"));
            assertEquals("done", child.order("free-under-call"));
            assertEquals("refused", child.order("close-under-call"));
            Recorded recorded = desk.stop();
            List<String> words = words(recorded.of(EventNames.MISUSE));
            assertEquals(2, words.stream().filter("second close ffm"::equals).count(), words::toString);
            assertEquals(8, words.stream().filter("use after close ffm"::equals).count(), words::toString);
            assertEquals(
                    List.of("released while in use unsafe", "released while in use ffm"),
                    words.subList(10, words.size()));
            assertHealthy(recorded, 12);
        }
    }

    /**
     * Most often the C library ends the process there; the event is in the recorder's files by then. A kill that falls into
     * a later flush, on a machine that is very busy, leaves files that cannot be read: then it is tried again.
     */
    @ParameterizedTest
    @CsvSource({"17,exact", "25,exact", "25,adaptive"})
    void aSecondFreeThatMayKillTheProcessIsToldBefore(int feature, String interval) throws Exception {
        List<RecordedEvent> misuses = List.of();
        for (int kill = 0; kill < KILLS && misuses.isEmpty(); kill++) {
            misuses = afterDoubleFree(feature, interval);
        }
        assertEquals(List.of("double free unsafe"), words(misuses));
        assertTrue(frames(misuses.get(0)).contains("NioTarget.freeTwice"));
    }

    private List<RecordedEvent> afterDoubleFree(int feature, String interval) throws Exception {
        Child child = Child.start(feature, directory);
        try (Desk desk = Desk.attach(child.pid(), interval)) {
            child.order("double-free 40009");
            child.kill();
            return left(desk.directory());
        } finally {
            child.kill();
        }
    }

    /** Everything that the other tests do, an address that comes again by unseen ways, blocks older than the attach. */
    @ParameterizedTest
    @CsvSource({"17,exact", "17,4096", "25,exact", "25,4096", "25,adaptive"})
    void aHealthyProgramHasNone(int feature, String interval) throws Exception {
        try (Child child = Child.start(feature, directory)) {
            child.orderOk("unsafe-keep 1013 500");
            child.orderOk("direct-keep 2027 50");
            try (Desk desk = Desk.attach(child.pid(), interval)) {
                child.orderOk("unsafe-free-kept");
                child.orderOk("unsafe-free 211 200000");
                child.orderOk("direct-clean 4001 20000");
                child.orderOk("direct-drop 8009 5000");
                child.orderOk("realloc-cases 100003");
                child.orderOk("threads 107 100");
                if (feature >= 22) {
                    child.orderOk("confined 4001 20000");
                    child.orderOk("virtual 1063 500");
                    child.orderOk("malloc 9001");
                    child.orderOk("callbacks 0 50");
                    child.orderOk("reuse 0 5000");
                    child.orderOk("auto 6007 100");
                }
                child.orderOk("gc");
                assertHealthy(desk.stop(), 0);
                desk.detach();
            }
        }
    }

    private static void assertHealthy(Recorded recorded, long misuses) {
        List<RecordedEvent> all = recorded.of(EventNames.AGENT_HEALTH);
        RecordedEvent health = all.get(all.size() - 1);
        assertEquals(
                misuses,
                recorded.of(EventNames.MISUSE).size(),
                () -> words(recorded.of(EventNames.MISUSE)).toString());
        assertEquals(misuses, health.getLong(EventNames.FIELD_MISUSES));
        assertEquals(0, health.getLong(EventNames.FIELD_ERRORS));
    }

    private static List<String> words(List<RecordedEvent> misuses) {
        return misuses.stream()
                .sorted(java.util.Comparator.comparing(RecordedEvent::getStartTime))
                .map(e -> e.getString(EventNames.FIELD_KIND) + " " + e.getString(EventNames.FIELD_BINDING))
                .toList();
    }

    private static List<String> frames(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                .map(f ->
                        f.getMethod().getType().getName() + "." + f.getMethod().getName())
                .toList();
    }

    private static boolean sized(RecordedEvent event, long bytes) {
        return event.getLong(EventNames.FIELD_BYTES) == bytes;
    }

    /** The misuses in the chunks that a dead process left, up to where they end. */
    private static List<RecordedEvent> left(Path directory) throws IOException {
        List<RecordedEvent> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path chunk : files.filter(f -> f.toString().endsWith(".jfr")).toList()) {
                try (RecordingFile file = new RecordingFile(chunk)) {
                    while (file.hasMoreEvents()) {
                        RecordedEvent event = file.readEvent();
                        if (event.getEventType().getName().equals(EventNames.MISUSE)) {
                            found.add(event);
                        }
                    }
                } catch (IOException unfinished) {
                    assertTrue(String.valueOf(unfinished.getMessage()).contains("locked"), unfinished::toString);
                }
            }
        }
        return found;
    }
}
