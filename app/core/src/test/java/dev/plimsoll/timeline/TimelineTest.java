package dev.plimsoll.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline timeline = new Timeline();

    @Test
    void aSeriesNeverOutgrowsItsPointsAndKeepsItsPeaks() {
        Random random = new Random(11);
        double highest = 0;
        double lowest = Double.MAX_VALUE;
        for (int i = 1; i <= 1_000_000; i++) {
            double value = 1_000 + random.nextInt(100);
            if (i == 123_457) {
                value = 99_991;
            } else if (i == 777_777) {
                value = 3;
            }
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
            timeline.nativeLive(i, "ffm", value);
            if (i % 99_991 == 0) {
                assertTrue(timeline.snapshot().nativeLive().getFirst().size() <= SeriesWriter.POINTS);
            }
        }
        Series series = timeline.snapshot().nativeLive().getFirst();
        assertTrue(series.size() > SeriesWriter.POINTS / 3);
        assertEquals(highest, Arrays.stream(series.values()).max().orElseThrow());
        assertEquals(lowest, Arrays.stream(series.values()).min().orElseThrow());
        assertEquals(1_000_000, series.times()[series.size() - 1]);
        for (int i = 1; i < series.size(); i++) {
            assertTrue(series.times()[i - 1] < series.times()[i]);
        }
    }

    @Test
    void aFlatLineCostsTwoPoints() {
        for (int i = 1; i <= 10_000; i++) {
            timeline.nativeLive(i, "ffm", 5);
        }
        timeline.nativeLive(20_000, "ffm", 7);
        Series series = timeline.snapshot().nativeLive().getFirst();
        assertEquals(3, series.size());
        assertEquals(5, series.at(19_999));
        assertEquals(7, series.at(20_000));
    }

    @Test
    void aCycleIsPutTogetherInWhateverOrderItsEventsCome() {
        timeline.record(new NativeEvent.HeapSummary(8, 4, true, 900, 1_000));
        timeline.record(new NativeEvent.HeapSummary(9, 4, false, 700, 1_000));
        timeline.record(new NativeEvent.GcReferences(9, 4, "Phantom reference", 12));
        timeline.record(new NativeEvent.GcReferences(9, 4, "Weak reference", 99));
        assertTrue(timeline.snapshot().cycles().isEmpty());
        timeline.record(new NativeEvent.GcCycle(20, 5, "G1Old", "System.gc()", 6, 3, 2));
        timeline.record(new NativeEvent.GcCycle(5, 4, "G1New", "G1 Evacuation Pause", 5, 4, 4));
        timeline.record(new NativeEvent.SystemGc(19, 8, 42));
        timeline.ownerDeaths(4, 100, 60, 40, 30, new Cycle.Cleaning(3, 38));
        TimelineSnapshot snapshot = timeline.snapshot();
        Cycle young = snapshot.cycles().getFirst();
        ReferenceCounts counts = new ReferenceCounts(-1, 99, -1, 12);
        assertEquals(
                new Cycle(
                        4,
                        "G1New",
                        "G1 Evacuation Pause",
                        true,
                        5,
                        5,
                        4,
                        4,
                        counts,
                        900,
                        700,
                        100,
                        60,
                        40,
                        30,
                        new Cycle.Cleaning(3, 38),
                        0),
                young);
        assertEquals(42, snapshot.cycles().get(1).caller());
        assertEquals(10, young.waitingBytes());
        assertFalse(snapshot.cycles().get(1).references().recorded());
        assertFalse(snapshot.cycles().get(1).young());
        assertEquals(-1, snapshot.cycles().get(1).heapUsedAfter());
        assertEquals(5, snapshot.start());
        assertEquals(26, snapshot.end());
        timeline.ownerDeaths(5, 1, 0, 1, 1, Cycle.Cleaning.NONE);
        assertSame(young, timeline.snapshot().cycles().getFirst());
    }

    @Test
    void whatDidNotChangeIsTheSameObject() {
        timeline.record(new NativeEvent.ResidentMemory(3, 4_099));
        timeline.record(new NativeEvent.Gauge(4, "directBytes", 77));
        timeline.record(new NativeEvent.GcCycle(5, 4, "G1New", "test", 5, 4, 4));
        TimelineSnapshot one = timeline.snapshot();
        timeline.callbacks(6, 2);
        TimelineSnapshot two = timeline.snapshot();
        assertSame(one.rss(), two.rss());
        assertSame(one.cycles(), two.cycles());
        assertEquals(4_099, two.rss().last());
        assertEquals(77, two.gauge("directBytes").last());
        assertEquals(0, two.gauge("unheard of").size());
        assertEquals(2, two.callbacks().last());
    }

    @Test
    void theMemoryLimitIsNoSeries() {
        assertEquals(-1, timeline.snapshot().memoryLimit());
        timeline.record(new NativeEvent.Gauge(4, Timeline.MEMORY_LIMIT, 1L << 30));
        assertEquals(1L << 30, timeline.snapshot().memoryLimit());
        assertTrue(timeline.snapshot().gauges().isEmpty());
    }
}
