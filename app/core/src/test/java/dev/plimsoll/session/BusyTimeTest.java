package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.timeline.Timeline;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BusyTimeTest {

    private static final long SECOND = 1_000_000_000L;

    private final Timeline timeline = new Timeline();

    @Test
    void theStretchThatMadeMostIsFoundAmongTwo() {
        long[] ffm = {7, 1_007, 2_007, 2_010, 2_010, 4_011, 6_012, 6_013};
        for (int i = 0; i < ffm.length; i++) {
            totals((i + 1) * SECOND, "ffm", ffm[i], 7);
            totals((i + 1) * SECOND + 2_000, "direct", 13L * (i + 1), 0);
        }
        assertEquals(
                Optional.of(new BusyTime(5 * SECOND, 7 * SECOND, 4_002 + 26)),
                BusyTime.busiest(timeline.snapshot(), 500));
        assertEquals(Optional.empty(), BusyTime.busiest(timeline.snapshot(), 2_014), "that is the fastest");
    }

    @Test
    void theRateIsThatOfTheLastTenSeconds() {
        assertEquals(OptionalDouble.empty(), BusyTime.lately(timeline.snapshot()));
        totals(SECOND, "ffm", 70_001, 0);
        assertEquals(OptionalDouble.empty(), BusyTime.lately(timeline.snapshot()), "no time has gone by");
        totals(2 * SECOND, "ffm", 140_002, 0);
        assertEquals(OptionalDouble.of(70_001), BusyTime.lately(timeline.snapshot()));
        for (int second = 3; second <= 40; second++) {
            totals(second * SECOND, "ffm", 140_002 + 7L * (second - 2), 0);
        }
        assertEquals(OptionalDouble.of(7), BusyTime.lately(timeline.snapshot()), "the busy start is over");
    }

    @Test
    void withoutCountersThereIsNone() {
        assertEquals(Optional.empty(), BusyTime.busiest(timeline.snapshot(), 0));
        totals(SECOND, "ffm", 1_000_003, 0);
        assertEquals(Optional.empty(), BusyTime.busiest(timeline.snapshot(), 0), "no time has gone by");
    }

    private void totals(long time, String binding, long allocations, long frees) {
        timeline.record(new NativeEvent.BindingTotals(time, binding, 4_096, allocations, frees));
    }
}
