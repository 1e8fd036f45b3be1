package dev.plimsoll.jfr.probe.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The controller against a model of a program: no clock, no thread. */
class PaceTest {

    private static final long TICK = 100_000_000;
    private static final long COST = 1_500;
    private static final int BLOCK = 64;
    private static final int STRATUM = Pace.stratum(Binding.UNSAFE, BLOCK);

    @Test
    void aSlowProgramStaysExact() {
        Pace pace = new Pace();
        for (int tick = 0; tick < 600; tick++) {
            run(pace, 50);
            assertEquals(0, pace.interval());
        }
    }

    @Test
    void aTightLoopSettlesWithinTwoSecondsAndCostsWhatItMay() {
        Pace pace = new Pace();
        long burst = 0;
        for (int tick = 0; tick < 20; tick++) {
            burst += run(pace, 1_000_000);
        }
        assertTrue(burst <= Pace.SAVINGS + 20 * TICK * Pace.SHARE + 40 * Pace.GRANT, "burst of " + burst + " ns");
        long settled = 0;
        for (int tick = 0; tick < 300; tick++) {
            settled += run(pace, 1_000_000);
        }
        assertTrue(settled <= 300 * TICK * 0.007, "costs " + 100.0 * settled / (300 * TICK) + " %");
        assertTrue(settled >= 300 * TICK * 0.001, "takes too few samples: " + 100.0 * settled / (300 * TICK) + " %");
    }

    /** Stacks have an allowance of their own, and so many are saved up that a test of some thousand blocks has them all. */
    @Test
    void stacksOfATightLoopCostTheirShare() {
        Pace pace = Pace.ofStacks();
        for (int block = 0; block < 100_000; block++) {
            take(pace, 1, BLOCK);
        }
        assertEquals(0, pace.interval());
        for (int tick = 0; tick < 20; tick++) {
            run(pace, 1_000_000);
        }
        long settled = 0;
        for (int tick = 0; tick < 300; tick++) {
            settled += run(pace, 1_000_000);
        }
        assertTrue(settled <= 300 * TICK * 0.17, "costs " + 100.0 * settled / (300 * TICK) + " %");
        assertTrue(settled >= 300 * TICK * 0.03, "takes too few stacks: " + 100.0 * settled / (300 * TICK) + " %");
    }

    @Test
    void comesBackToEveryBlockWhenTheProgramIsQuiet() {
        Pace pace = new Pace();
        for (int tick = 0; tick < 50; tick++) {
            run(pace, 1_000_000);
        }
        assertTrue(pace.interval() > 0);
        for (int tick = 0; tick < 100; tick++) {
            run(pace, 20);
        }
        assertEquals(0, pace.interval());
    }

    /** Whatever a program takes most must not hide what it takes now and then, be that larger or smaller. */
    @Test
    void whatIsRareStaysExactBesideWhatIsFast() {
        Pace pace = new Pace();
        for (int tick = 0; tick < 200; tick++) {
            take(pace, 2, 96);
            take(pace, 2, 1 << 16);
            run(pace, 10_000);
        }
        assertTrue(pace.rate(STRATUM) < 1.0 / (10 * BLOCK), "R is " + 1 / pace.rate(STRATUM));
        assertEquals(Double.POSITIVE_INFINITY, pace.rate(Pace.stratum(Binding.UNSAFE, 96)));
        assertEquals(Double.POSITIVE_INFINITY, pace.rate(Pace.stratum(Binding.UNSAFE, 1 << 16)));
    }

    @Test
    void manySizesSettleTogether() {
        Pace pace = new Pace();
        long settled = 0;
        for (int tick = 0; tick < 300; tick++) {
            long paid = 0;
            for (int bytes = 1; bytes <= 500; bytes++) {
                paid += take(pace, 20, 100 + bytes);
            }
            pace.tick(TICK, 0);
            settled += tick < 20 ? 0 : paid;
        }
        assertTrue(settled <= 280 * TICK * 0.007, "costs " + 100.0 * settled / (280 * TICK) + " %");
    }

    @Test
    void risesBeforeTheTableIsFull() {
        Pace pace = new Pace();
        double fill = 0;
        for (int tick = 0; tick < 3_000 && fill < 1; tick++) {
            fill += 0.002 * -Math.expm1(-BLOCK * pace.rate(STRATUM));
            pace.tick(TICK, fill);
        }
        assertTrue(fill < 0.95, "table filled to " + fill);
    }

    @Test
    void aFixedIntervalStaysWhateverItCosts() {
        Pace pace = new Pace();
        pace.fixed(4_096);
        for (int tick = 0; tick < 50; tick++) {
            run(pace, 1_000_000);
            assertEquals(4_096, pace.interval());
        }
        pace.fixed(0);
        run(pace, 100_000);
        assertEquals(0, pace.interval());
        assertEquals(Pace.EXACT, pace.mode());
    }

    @Test
    void companyIsKeptWhereSamplingAdaptsAndTheTableHasRoom() {
        Pace pace = new Pace();
        assertEquals(0, pace.company());
        pace.watchFor(true);
        assertEquals(Pace.COMPANY, pace.company());
        pace.watchFor(false);
        assertEquals(0, pace.company());
        for (int tick = 0; tick < 10; tick++) {
            pace.tick(TICK, 0.4);
        }
        pace.watchFor(true);
        assertEquals(0, pace.company());
        pace.fixed(4_096);
        pace.watchFor(true);
        assertEquals(0, pace.company());
    }

    @Test
    void whileAFewStayItLooksHarderAndPaysThatBack() {
        Pace pace = new Pace();
        ticks(pace, 300);
        double before = ticks(pace, 100);
        pace.watchFor(true);
        double borrowing = ticks(pace, 100);
        assertTrue(borrowing >= 2 * before, "took " + before + " ns, then " + borrowing);
        assertTrue(borrowing <= 1.75 * 100 * TICK * (Pace.SHARE + Pace.BORROWED), "took " + borrowing + " ns");
        double after = ticks(pace, 100);
        assertTrue(after <= 1.2 * before, "goes on with " + after + " ns after " + before);
        double all = borrowing + after + ticks(pace, 1_200);
        assertTrue(all <= 1_400 * TICK * 0.007, "costs " + 100.0 * all / (1_400 * TICK) + " %");
    }

    @Test
    void borrowsAgainOnceAllIsPaidBack() {
        Pace pace = new Pace();
        ticks(pace, 300);
        pace.watchFor(true);
        double first = ticks(pace, 100);
        double second = ticks(pace, 100);
        pace.watchFor(false);
        ticks(pace, 1_200);
        pace.watchFor(true);
        double again = ticks(pace, 100);
        assertTrue(again >= 2 * second && again <= 1.3 * first, "took " + first + ", " + second + ", then " + again);
    }

    private static double ticks(Pace pace, int count) {
        double paid = 0;
        for (int tick = 0; tick < count; tick++) {
            paid += run(pace, 1_000_000);
        }
        return paid;
    }

    /** One tick of a program with so many blocks; returns what its samples took. */
    private static long run(Pace pace, int blocks) {
        long paid = take(pace, blocks, BLOCK);
        pace.tick(TICK, 0);
        return paid;
    }

    private static long take(Pace pace, int blocks, long bytes) {
        int stratum = Pace.stratum(Binding.UNSAFE, bytes);
        long paid = 0;
        double due = 0;
        for (int i = 0; i < blocks; i++) {
            due += -Math.expm1(-bytes * pace.rate(stratum));
            if (due >= 1) {
                due -= 1;
                paid += COST;
                pace.pay(COST, stratum, bytes);
            }
        }
        return paid;
    }
}
