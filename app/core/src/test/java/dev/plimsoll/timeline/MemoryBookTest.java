package dev.plimsoll.timeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/// As a recording of the JDK alone has it: the heap is told with the first cycle, and most of it was never touched.
class MemoryBookTest {

    private static final Series NONE = series("none");

    private static Series series(String name, double... values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = 10L * (i + 1);
        }
        return new Series(name, "bytes", times, values);
    }

    private static Series late(String name, long time, double value) {
        return new Series(name, "bytes", new long[] {time}, new double[] {value});
    }

    private static TimelineSnapshot line(Series rss, Series heap, List<Series> live, Series... gauges) {
        return new TimelineSnapshot(0, 40, rss, heap, heap, live, NONE, List.of(), -1, List.of(gauges));
    }

    @Test
    void nothingIsUnexplainedBeforeTheHeapIsKnown() {
        MemoryBook book = MemoryBook.of(line(series("rss", 100, 120, 600), late("heap", 20, 500), List.of()));
        assertArrayEquals(new long[] {20, 30}, book.rest().times());
        assertArrayEquals(new double[] {-380, 100}, book.rest().values());
        assertArrayEquals(new double[] {0, 100}, book.unexplained().values());
        assertArrayEquals(new double[] {-380, 0}, book.untouched().values());
    }

    @Test
    void withoutAHeapTheRestIsAllElse() {
        MemoryBook book = MemoryBook.of(line(series("rss", 100, 120), NONE, List.of()));
        assertFalse(book.heapKnown());
        assertArrayEquals(new double[] {100, 120}, book.rest().values());
        assertEquals(0, book.unexplained().size());
    }

    @Test
    void directBuffersAreAPartWhereNobodyRecordsBlocks() {
        Series direct = series("directBytes", 30, 40);
        MemoryBook plain = MemoryBook.of(line(series("rss", 100, 120), series("heap", 50, 50), List.of(), direct));
        assertEquals(
                List.of("heap", "direct buffers"),
                plain.parts().stream().map(MemoryBook.Part::name).toList());
        assertArrayEquals(new double[] {20, 30}, plain.rest().values());
        List<Series> live = List.of(series("direct", 10, 20));
        MemoryBook ours = MemoryBook.of(line(series("rss", 100, 120), series("heap", 50, 50), live, direct));
        assertEquals(
                List.of("heap", "direct"),
                ours.parts().stream().map(MemoryBook.Part::name).toList());
    }
}
