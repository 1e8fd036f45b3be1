package dev.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Against values that can be worked out by hand or are in the literature.
final class StatisticsTest {

    @Test
    void fiveRisingValuesAreOneOrderOutOfOneHundredAndTwenty() {
        MannKendall test = MannKendall.of(new double[] {1, 2, 3, 4, 5});
        assertEquals(10, test.s());
        assertEquals(5 * 4 * 15 / 18.0, test.variance(), 1e-12);
        assertEquals(1 / 120.0, test.p(), 1e-12);
    }

    @Test
    void smallSamplesAgreeWithKendallsTable() {
        // Kendall 1970, table 1: P(S >= s) for n = 4, 8 and 10.
        assertEquals(0.375, MannKendall.of(new double[] {1, 3, 4, 2}).p(), 5e-4);
        assertEquals(0.0425, exactTail(8, 14), 5e-2);
        assertEquals(0.0143, exactTail(10, 25), 1e-3);
        assertEquals(1, MannKendall.of(new double[] {5, 4, 3, 2, 1}).p(), 1e-12);
    }

    /// P(S >= s) for a series of n values that has this s.
    private static double exactTail(int n, long s) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = i;
        }
        long pairs = n * (n - 1) / 2;
        for (int i = 0; i < n && pairs > s; i++) {
            for (int j = i; j > 0 && pairs > s; j--) {
                if (values[j - 1] < values[j]) {
                    double swap = values[j];
                    values[j] = values[j - 1];
                    values[j - 1] = swap;
                    pairs -= 2;
                }
            }
        }
        MannKendall test = MannKendall.of(values);
        assertTrue(test.s() <= s && test.s() >= s - 1, "built " + test.s());
        return test.p();
    }

    @Test
    void tiesShrinkTheVariance() {
        MannKendall test = MannKendall.of(new double[] {0, 7, 7, 7, 7, 7});
        assertEquals(5, test.s());
        assertEquals((6 * 5 * 17 - 5 * 4 * 15) / 18.0, test.variance(), 1e-12);
        assertEquals(1, MannKendall.of(new double[] {3, 3, 3, 3, 3}).p());
    }

    @Test
    void whatIsNoNumberEndsToo() {
        MannKendall test = MannKendall.of(new double[] {1, Double.NaN, 2, Double.NaN, 3});
        assertTrue(test.p() > 0, test::toString);
    }

    @Test
    void whatDoesNotTrendIsCalledATrendAsOftenAsSaid() {
        Random random = new Random(3);
        for (int n : new int[] {6, 20}) {
            int alarms = 0;
            for (int run = 0; run < 4_000; run++) {
                double[] values = random.doubles(n).toArray();
                alarms += MannKendall.of(values).p() < 0.05 ? 1 : 0;
            }
            assertTrue(alarms < 260 && alarms > 80, alarms + " of 4,000 for n = " + n);
        }
    }

    @Test
    void theNormalTailIsTheOneOfTheTables() {
        assertEquals(0.5, Normal.upperTail(0), 1e-7);
        assertEquals(0.0249979, Normal.upperTail(1.96), 1e-6);
        assertEquals(0.9750021, Normal.upperTail(-1.96), 1e-6);
        assertEquals(0.00134990, Normal.upperTail(3), 1e-7);
    }

    @Test
    void theMedianOfSlopesIgnoresAWildValue() {
        double[] times = {0, 1, 2, 3, 4, 5, 6};
        double[] values = {10, 12, 14, 900, 18, 20, 22};
        TheilSen slope = TheilSen.of(times, values, MannKendall.of(values).variance());
        assertEquals(2, slope.slope(), 1e-12);
        assertTrue(slope.low() <= 2 && slope.high() >= 2);
    }

    @Test
    void theIntervalOfTheSlopeCoversTheTruth() {
        Random random = new Random(5);
        int covered = 0;
        for (int run = 0; run < 1_000; run++) {
            double[] times = new double[15];
            double[] values = new double[15];
            for (int i = 0; i < 15; i++) {
                times[i] = i;
                values[i] = 3 * i + random.nextGaussian() * 8;
            }
            TheilSen slope = TheilSen.of(times, values, MannKendall.of(values).variance());
            covered += slope.low() <= 3 && slope.high() >= 3 ? 1 : 0;
        }
        assertTrue(covered > 920 && covered < 990, covered + " of 1,000");
    }

    @Test
    void adjustsAsInTheExampleOfBenjaminiAndHochberg() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.000
        };
        double[] q = BenjaminiHochberg.adjust(p);
        int rejected = 0;
        for (double value : q) {
            rejected += value <= 0.05 ? 1 : 0;
        }
        assertEquals(4, rejected);
        assertEquals(0.0001 * 15, q[0], 1e-12);
        assertEquals(1, q[14], 1e-12);
        assertArrayEquals(new double[] {0.02, 0.02}, BenjaminiHochberg.adjust(new double[] {0.02, 0.01}), 1e-12);
        assertEquals(0, BenjaminiHochberg.adjust(new double[0]).length);
    }

    @Test
    void survivalAgreesWithAWorkedExample() {
        // Ten blocks: two die at age 1, one at 3; censored: one at 2, two at 3, four at 4.
        double[] curve = KaplanMeier.curve(new int[] {0, 2, 0, 1}, new int[] {0, 0, 1, 2, 4});
        assertArrayEquals(new double[] {1, 0.8, 0.8, 0.8 * 6 / 7, 0.8 * 6 / 7}, curve, 1e-12);
    }
}
