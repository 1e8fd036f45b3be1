package dev.plimsoll.jfr.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.agent.Desk.Recorded;
import dev.plimsoll.jfr.event.v1.EventNames;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every block of a program is one event with the size that was asked for; sizes are odd and used once. */
class ExactTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void directBuffersAndUnsafeBlocks(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.attach(child.pid(), "exact")) {
            child.orderOk("direct-keep 10007 17");
            child.orderOk("direct-clean 20011 5");
            child.orderOk("direct-drop 30011 7");
            child.orderOk("unsafe-keep 1009 11");
            child.orderOk("unsafe-free 2003 13");
            child.orderOk("direct-keep 0 3");
            awaitCleaned(child, desk, 30_011, 7);
            Recorded recorded = desk.stop();

            assertEquals(List.of(17L, 1.0, "direct", "buffer", "java.nio.DirectByteBuffer"), blocks(recorded, 10_007));
            assertEquals(List.of(5L, 1.0, "direct", "buffer", "java.nio.DirectByteBuffer"), blocks(recorded, 20_011));
            assertEquals(List.of(7L, 1.0, "direct", "buffer", "java.nio.DirectByteBuffer"), blocks(recorded, 30_011));
            assertEquals(List.of(11L, 1.0, "unsafe", "raw", ""), blocks(recorded, 1_009));
            assertEquals(List.of(13L, 1.0, "unsafe", "raw", ""), blocks(recorded, 2_003));
            assertEquals(List.of(3L, 1.0, "direct", "buffer", "java.nio.DirectByteBuffer"), blocks(recorded, 0));
            assertEquals(Map.of(), freesOf(recorded, 10_007));
            assertEquals(Map.of("explicit", 5L), freesOf(recorded, 20_011));
            assertEquals(Map.of("cleaner", 7L), freesOf(recorded, 30_011));
            assertEquals(Map.of(), freesOf(recorded, 1_009));
            assertEquals(Map.of("explicit", 13L), freesOf(recorded, 2_003));
            assertTotalsAgree(recorded, "direct");
            assertTotalsAgree(recorded, "unsafe");
            assertStacksBeginNear(recorded, 10_007, "java.nio.DirectByteBuffer", "NioTarget.obey");
            assertStacksBeginNear(recorded, 1_009, "jdk.internal.misc.Unsafe", "NioTarget.obey");
            assertHealthy(recorded);
            desk.detach();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void everyCaseOfAReallocation(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.attach(child.pid(), "exact")) {
            child.orderOk("realloc-cases 100003");
            Recorded recorded = desk.stop();

            assertEquals(2L, blocks(recorded, 100_003).get(0), "from nothing, and shrunk");
            assertEquals(1L, blocks(recorded, 200_006).get(0));
            assertEquals(1L, blocks(recorded, 300_009).get(0));
            assertEquals(1L, blocks(recorded, 500_015).get(0));
            // The failed one keeps its block; the one to nothing is a plain free.
            assertEquals(Map.of("realloc", 1L, "explicit", 1L), freesOf(recorded, 100_003));
            assertEquals(Map.of("realloc", 1L), freesOf(recorded, 200_006));
            assertEquals(Map.of("realloc", 1L), freesOf(recorded, 300_009));
            assertEquals(Map.of(), freesOf(recorded, 500_015));
            assertTotalsAgree(recorded, "unsafe");
            assertHealthy(recorded);
        }
    }

    @Test
    void arenasAndCallsOfMalloc() throws Exception {
        try (Child child = Child.start(25, directory);
                Desk desk = Desk.attach(child.pid(), "exact")) {
            child.orderOk("confined 4001 9");
            child.orderOk("shared 5003 3");
            child.orderOk("auto 6007 5");
            child.orderOk("global 7001");
            child.orderOk("malloc 9001");
            awaitCleaned(child, desk, 6_007, 5);
            Recorded recorded = desk.stop();

            assertEquals(
                    List.of(18L, 1.0, "ffm", "confined", "jdk.internal.foreign.ConfinedSession"),
                    blocks(recorded, 4_001));
            assertEquals(
                    List.of(3L, 1.0, "ffm", "shared", "jdk.internal.foreign.SharedSession"), blocks(recorded, 5_003));
            assertEquals(
                    List.of(5L, 1.0, "ffm", "auto", "jdk.internal.foreign.ImplicitSession"), blocks(recorded, 6_007));
            assertEquals(
                    List.of(1L, 1.0, "ffm", "global", "jdk.internal.foreign.GlobalSession"), blocks(recorded, 7_001));
            assertEquals(Map.of("arena", 18L), freesOf(recorded, 4_001));
            assertEquals(Map.of("arena", 3L), freesOf(recorded, 5_003));
            assertEquals(Map.of("cleaner", 5L), freesOf(recorded, 6_007));
            assertEquals(Map.of(), freesOf(recorded, 7_001));

            assertEquals(List.of(1L, 1.0, "ffm", "malloc", ""), blocks(recorded, 9_001));
            assertEquals(Map.of("realloc", 1L), freesOf(recorded, 9_001));
            assertEquals(Map.of("explicit", 1L), freesOf(recorded, 2 * 9_001));
            assertEquals(Map.of("explicit", 1L), freesOf(recorded, 3 * 9_001));
            assertEquals(Map.of("explicit", 1L), freesOf(recorded, 5 * 9_001));
            assertEquals(1L, blocks(recorded, 7 * 9_001).get(0), "calloc");
            assertEquals(1L, blocks(recorded, 64 * 9_001).get(0), "aligned_alloc");
            assertTotalsAgree(recorded, "ffm");
            assertStacksBeginNear(recorded, 4_001, "jdk.internal.foreign.SegmentFactories", "FfmTarget.obey");
            assertEquals(1L, last(recorded, EventNames.AGENT_HEALTH).getLong(EventNames.FIELD_PROBLEMS), "malloc(int)");
            desk.detach();
        }
    }

    @Test
    void callbacksAreCountedCalledAndReleased() throws Exception {
        try (Child child = Child.start(25, directory);
                Desk desk = Desk.attach(child.pid(), "512000")) {
            assertEquals("refused", child.order("refused-callback"));
            assertEquals("refused", child.order("failing-callback"));
            child.orderOk("callbacks 0 11");
            Recorded recorded = desk.stop();

            List<RecordedEvent> registered = recorded.of(EventNames.CALLBACK_REGISTERED);
            List<RecordedEvent> released = recorded.of(EventNames.CALLBACK_RELEASED);
            assertEquals(12, registered.size());
            assertEquals(11, released.size());
            for (RecordedEvent event : registered) {
                assertEquals("FfmTarget.compare", event.getString(EventNames.FIELD_TARGET_CLASS));
                assertEquals("ffm", event.getString(EventNames.FIELD_BINDING));
            }
            assertEquals("shared", registered.get(11).getString(EventNames.FIELD_LIFETIME));
            Map<Long, Long> calls = new TreeMap<>();
            for (RecordedEvent event : recorded.of(EventNames.CALLBACK_ACTIVITY)) {
                calls.merge(
                        event.getLong(EventNames.FIELD_HANDLE), event.getLong(EventNames.FIELD_INVOCATIONS), Math::max);
            }
            assertFalse(calls.isEmpty());
            assertEquals(0, last(recorded, EventNames.AGENT_HEALTH).getLong(EventNames.FIELD_ERRORS));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aThousandThreadsLoseNoCount(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.attach(child.pid(), "65536")) {
            for (int round = 0; round < 4; round++) {
                child.orderOk("threads 107 250");
            }
            Recorded recorded = desk.stop();
            RecordedEvent totals = totals(recorded, "unsafe");
            long others = recorded.of(EventNames.NATIVE_ALLOCATION).stream()
                    .filter(e -> e.getString(EventNames.FIELD_BINDING).equals("unsafe"))
                    .filter(e -> e.getLong(EventNames.FIELD_BYTES) != 107)
                    .count();
            assertTrue(totals.getLong(EventNames.FIELD_ALLOCATIONS) >= 100_000, totals::toString);
            assertTrue(totals.getLong(EventNames.FIELD_ALLOCATIONS) <= 100_100 + others, totals::toString);
            assertHealthy(recorded);
        }
    }

    @Test
    void virtualThreadsLoseNothing() throws Exception {
        try (Child child = Child.start(25, directory);
                Desk desk = Desk.attach(child.pid(), "exact")) {
            child.orderOk("virtual 1063 3000");
            Recorded recorded = desk.stop();
            assertEquals(
                    List.of(6_000L, 1.0, "ffm", "shared", "jdk.internal.foreign.SharedSession"),
                    blocks(recorded, 1_063));
            assertEquals(Map.of("arena", 6_000L), freesOf(recorded, 1_063));
            assertHealthy(recorded);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aStackThatRunsOverKeepsTheCountRight(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.attach(child.pid(), "exact")) {
            String answer = child.order("deep 3001");
            long taken = Long.parseLong(answer.replace("taken ", ""));
            child.orderOk("direct-keep 70001 2");
            Recorded recorded = desk.stop();
            long seen = (Long) blocks(recorded, 3_001).get(0);
            long errors = last(recorded, EventNames.AGENT_HEALTH).getLong(EventNames.FIELD_ERRORS);
            assertTrue(taken > 100, answer);
            // Where no stack was left for the probe the block is an error and not an event, and never the program's.
            assertTrue(seen <= taken + 1 && seen + errors >= taken, seen + " of " + taken + ", errors " + errors);
            assertEquals(2L, blocks(recorded, 70_001).get(0));
        }
    }

    /** Collects until the Cleaners have given back so many blocks of this size. */
    private static void awaitCleaned(Child child, Desk desk, long bytes, long blocks) throws Exception {
        long deadline = System.nanoTime() + 20_000_000_000L;
        Recorded recorded;
        do {
            child.orderOk("gc");
            recorded = desk.peek();
        } while (freesOf(recorded, bytes).getOrDefault("cleaner", 0L) < blocks && System.nanoTime() < deadline);
    }

    /** How many events there are of this size, and what they all say. */
    private static List<Object> blocks(Recorded recorded, long bytes) {
        Set<List<Object>> kinds = new HashSet<>();
        long count = 0;
        Set<Long> live = new HashSet<>();
        for (RecordedEvent event : recorded.of(EventNames.NATIVE_ALLOCATION)) {
            if (event.getLong(EventNames.FIELD_BYTES) == bytes) {
                count++;
                live.add(event.getLong(EventNames.FIELD_ADDRESS));
                String owner = event.getString(EventNames.FIELD_OWNER_CLASS);
                kinds.add(List.of(
                        event.getDouble(EventNames.FIELD_WEIGHT),
                        event.getString(EventNames.FIELD_BINDING),
                        event.getString(EventNames.FIELD_KIND),
                        owner == null ? "" : owner));
            }
        }
        assertEquals(1, kinds.size(), () -> "events of " + bytes + " bytes say " + kinds);
        List<Object> all = new java.util.ArrayList<>(List.of(count));
        all.addAll(kinds.iterator().next());
        return all;
    }

    /** The frees of blocks of this size, by cause. */
    private static Map<String, Long> freesOf(Recorded recorded, long bytes) {
        Map<Long, Long> live = new TreeMap<>();
        Map<String, Long> causes = new TreeMap<>();
        recorded.all().stream()
                .sorted(java.util.Comparator.comparing(RecordedEvent::getStartTime))
                .forEach(event -> {
                    String name = event.getEventType().getName();
                    if (name.equals(EventNames.NATIVE_ALLOCATION)) {
                        Long before = live.put(
                                event.getLong(EventNames.FIELD_ADDRESS), event.getLong(EventNames.FIELD_BYTES));
                        assertEquals(null, before, "two events for one block");
                    } else if (name.equals(EventNames.NATIVE_FREE)) {
                        Long size = live.remove(event.getLong(EventNames.FIELD_ADDRESS));
                        assertTrue(size != null, "a free of a block that has no event");
                        if (size == bytes) {
                            causes.merge(event.getString(EventNames.FIELD_CAUSE), 1L, Long::sum);
                        }
                    }
                });
        return causes;
    }

    private static void assertTotalsAgree(Recorded recorded, String binding) {
        long bytes = 0;
        long allocations = 0;
        for (RecordedEvent event : recorded.of(EventNames.NATIVE_ALLOCATION)) {
            if (event.getString(EventNames.FIELD_BINDING).equals(binding)) {
                bytes += event.getLong(EventNames.FIELD_BYTES);
                allocations++;
            }
        }
        RecordedEvent totals = totals(recorded, binding);
        assertEquals(bytes, totals.getLong(EventNames.FIELD_ALLOCATED_BYTES), binding);
        assertEquals(allocations, totals.getLong(EventNames.FIELD_ALLOCATIONS), binding);
    }

    private static RecordedEvent totals(Recorded recorded, String binding) {
        List<RecordedEvent> totals = recorded.of(EventNames.BINDING_TOTALS).stream()
                .filter(e -> e.getString(EventNames.FIELD_BINDING).equals(binding))
                .sorted(java.util.Comparator.comparing(RecordedEvent::getStartTime))
                .toList();
        return totals.get(totals.size() - 1);
    }

    private static RecordedEvent last(Recorded recorded, String name) {
        return recorded.of(name).stream()
                .max(java.util.Comparator.comparing(RecordedEvent::getStartTime))
                .orElseThrow();
    }

    /** Below our own frames: the binding's, then soon the program's. */
    private static void assertStacksBeginNear(Recorded recorded, long bytes, String first, String caller) {
        for (RecordedEvent event : recorded.of(EventNames.NATIVE_ALLOCATION)) {
            if (event.getLong(EventNames.FIELD_BYTES) == bytes) {
                List<String> frames = event.getStackTrace().getFrames().stream()
                        .filter(RecordedFrame::isJavaFrame)
                        .map(f -> f.getMethod().getType().getName() + "."
                                + f.getMethod().getName())
                        .filter(f -> !f.startsWith("dev.plimsoll.jfr."))
                        .toList();
                assertTrue(frames.get(0).startsWith(first + "."), frames::toString);
                assertTrue(frames.indexOf(caller) > 0 && frames.indexOf(caller) < 8, frames::toString);
            }
        }
    }

    private static void assertHealthy(Recorded recorded) {
        RecordedEvent health = last(recorded, EventNames.AGENT_HEALTH);
        assertEquals(0, health.getLong(EventNames.FIELD_ERRORS));
        assertEquals(0, health.getLong(EventNames.FIELD_PROBLEMS));
        assertEquals(0, health.getLong(EventNames.FIELD_DROPPED));
    }
}
