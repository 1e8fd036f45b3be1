package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.timeline.Cycle;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A recording with more cycles than the ledger keeps: how often somebody looks makes no difference to any of them.
class ManyCyclesTest {

    private static final int CYCLES = 1_000;

    private static List<Cycle> cycles(int between) {
        Logbook logbook = Logbook.forgetting(Subjects.of(Path.of("many.jfr")));
        for (int i = 1; i <= CYCLES; i++) {
            long time = 1_000L * i;
            long address = 16L * i;
            logbook.enter(List.of(
                    new NativeEvent.Allocation(time, address, 100 + i, 1, "direct", "buffer", null, 0),
                    new NativeEvent.GcCycle(time + 10, i, "G1New", "test", 20, 1, 1),
                    new NativeEvent.Free(time + 500, address, "direct", FreeCause.CLEANER)));
            if (i % between == 0) {
                logbook.take(new Phase.Playback());
            }
        }
        return logbook.take(new Phase.Playback()).timeline().cycles();
    }

    @Test
    void everyCycleHasItsDeaths() {
        List<Cycle> cycles = cycles(CYCLES);
        assertEquals(CYCLES, cycles.size());
        for (Cycle cycle : cycles) {
            assertEquals(100 + cycle.gcId(), cycle.ownerDiedBytes(), "cycle " + cycle.gcId());
        }
        assertEquals(cycles(10), cycles);
    }
}
