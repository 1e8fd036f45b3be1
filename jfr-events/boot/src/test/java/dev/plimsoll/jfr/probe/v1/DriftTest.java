package dev.plimsoll.jfr.probe.v1;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DriftTest {

    private static final int SECOND = 50_000;

    private final Drift drift = new Drift();
    private final Totals sums = new Totals();

    @Test
    void oneBlockInTenThousandIsFoundInSixSeconds() {
        for (int second = 1; second <= 5; second++) {
            assertFalse(second(SECOND, SECOND - 5), "in second " + second);
        }
        assertTrue(second(SECOND, SECOND - 5));
    }

    @Test
    void aQueueThatIsSometimesFullIsNone() {
        int waiting = 0;
        for (int second = 1; second <= 60; second++) {
            int next = second % 3 == 0 ? 0 : 97 * second % 211;
            assertFalse(second(SECOND, SECOND - next + waiting), "in second " + second);
            waiting = next;
        }
    }

    @Test
    void whereAllStayPlainSamplingSeesThem() {
        for (int second = 1; second <= 9; second++) {
            assertFalse(second(SECOND, 0));
        }
    }

    @Test
    void whatComesToRestIsLeftAlone() {
        for (int second = 1; second <= 9; second++) {
            second(SECOND, SECOND - 5);
        }
        for (int second = 1; second <= 6; second++) {
            second(SECOND, SECOND);
        }
        assertFalse(second(SECOND, SECOND));
    }

    private boolean second(int taken, int freed) {
        sums.allocations[Binding.UNSAFE] += taken;
        sums.frees[Binding.UNSAFE] += freed;
        return drift.second(sums);
    }
}
