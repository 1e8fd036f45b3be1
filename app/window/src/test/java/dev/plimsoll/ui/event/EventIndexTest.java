package dev.plimsoll.ui.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawField.Kind;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.event.EventIndex.Wanted;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIndexTest {

    private static final List<RawField> FIELDS =
            List.of(new RawField("startTime", "Start", Kind.TIME), new RawField("number", "Number", Kind.NUMBER));

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final RawRows.Maker maker = new RawRows.Maker("acme.Tick", FIELDS, new StackTable());
    private final SplittableRandom random = new SplittableRandom(17);
    private long made;

    /// Whatever is asked for, a look that goes on from the one before comes to what a look at everything comes to.
    @ParameterizedTest
    @ValueSource(strings = {"", "number<5003", "number!=7", "nowhere"})
    void growsToWhatALookAtEverythingFinds(String filter) {
        for (Wanted wanted : List.of(
                Wanted.FIRST.with(filter),
                Wanted.FIRST.with(filter).with(Optional.of(new TimeRange(1_000, 700_000))),
                Wanted.FIRST.with(filter).by(1, true))) {
            add(3_001);
            RawRows rows = maker.soFar(null);
            EventIndex index = EventIndex.of(rows, wanted, () -> false);
            for (int look = 0; look < 12; look++) {
                add(look % 3 == 0 ? 0 : 1_709 * look);
                RawRows older = rows;
                long first = maker.dropped();
                if (look == 8) {
                    maker.dropOldest();
                    assertTrue(maker.dropped() > first);
                }
                rows = maker.soFar(null);
                index = EventIndex.grown(index, older, rows, wanted, () -> false);
                assertArrayEquals(
                        order(EventIndex.of(rows, wanted, () -> false)).toArray(),
                        order(index).toArray(),
                        "look " + look);
            }
        }
    }

    /// A second of a busy target at a million rows.
    @Test
    void allButTheEndIsShared() {
        add(1_000_000);
        RawRows older = maker.soFar(null);
        EventIndex before = EventIndex.of(older, Wanted.FIRST, () -> false);
        add(25_000);
        RawRows rows = maker.soFar(null);
        long then = THREADS.getCurrentThreadAllocatedBytes();
        EventIndex index = EventIndex.grown(before, older, rows, Wanted.FIRST, () -> false);
        long took = THREADS.getCurrentThreadAllocatedBytes() - then;
        assertEquals(1_025_000, index.size());
        assertTrue(took < 2_000_000, took + " bytes");
    }

    static IntStream order(EventIndex index) {
        return IntStream.range(0, index.size()).map(index::row);
    }

    @Test
    void whatIsOfAnotherReadingIsLookedAtAnew() {
        add(101);
        RawRows older = maker.soFar(null);
        EventIndex before = EventIndex.of(older, Wanted.FIRST, () -> false);
        RawRows.Maker other = new RawRows.Maker("acme.Tick", FIELDS, new StackTable());
        other.add(0, 5);
        other.add(1, 5);
        assertEquals(
                1,
                EventIndex.grown(before, older, other.soFar(null), Wanted.FIRST, () -> false)
                        .size());
    }

    /// Threads write their events in turns: each is in order, all together only nearly.
    private void add(int count) {
        for (int i = 0; i < count; i++) {
            maker.add(0, made * 10 + random.nextInt(900));
            maker.add(1, made++ % 10_007);
        }
    }
}
