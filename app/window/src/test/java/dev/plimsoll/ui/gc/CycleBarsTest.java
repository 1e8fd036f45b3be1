package dev.plimsoll.ui.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.kit.TimeScale;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CycleBarsTest {

    private static final long MILLI = 1_000_000;

    @Test
    void cyclesThatAreCloseStandSideBySide() {
        List<CycleBars.Bar> bars = bars(0, 1_000, 2_000, 2_017, 3_000, 4_000);
        assertApart(bars);
        assertEquals(22, bars.getFirst().wide());
        assertTrue(bars.get(2).wide() >= 10 && bars.get(2).wide() < 11, bars.get(2)::toString);
        assertTrue(bars.get(2).middle() < bars.get(3).middle(), "in their order");
        assertEquals(
                bars.get(1).middle() + 106.5,
                (bars.get(2).middle() + bars.get(3).middle()) / 2,
                1);
    }

    @Test
    void aCrowdSharesWhatItCovers() {
        long[] starts = new long[400];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = 10L * i;
        }
        List<CycleBars.Bar> bars = bars(starts);
        assertApart(bars);
        assertEquals(400, bars.size());
        assertTrue(bars.stream().allMatch(bar -> bar.wide() > 0.9));
    }

    private static List<CycleBars.Bar> bars(long... startMillis) {
        Cycle like = SampleSnapshots.rich().timeline().cycles().getFirst();
        List<Cycle> cycles = new ArrayList<>();
        for (long start : startMillis) {
            cycles.add(at(like, start * MILLI));
        }
        return CycleBars.of(cycles, new TimeScale(0, 4_700 * MILLI, 500), 67);
    }

    private static void assertApart(List<CycleBars.Bar> bars) {
        for (int i = 1; i < bars.size(); i++) {
            CycleBars.Bar before = bars.get(i - 1);
            assertTrue(before.x() + before.wide() <= bars.get(i).x() + 1e-9, before + " lies on " + bars.get(i));
        }
    }

    private static Cycle at(Cycle like, long start) {
        return new Cycle(
                like.gcId(),
                like.name(),
                like.cause(),
                like.young(),
                start,
                like.duration(),
                like.sumOfPauses(),
                like.longestPause(),
                like.references(),
                like.heapUsedBefore(),
                like.heapUsedAfter(),
                like.ownerDiedBytes(),
                like.freedBytes(),
                like.stuckBytes(),
                like.leakedBytes(),
                like.cleaning(),
                like.caller());
    }
}
