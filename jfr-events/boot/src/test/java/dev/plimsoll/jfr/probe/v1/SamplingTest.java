package dev.plimsoll.jfr.probe.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimator is unbiased and its interval honest, at every R and with R changing in mid-run. */
class SamplingTest {

    private static final int SEEDS = 1_000;

    /** What one seed gives: estimates of bytes and blocks, and the estimated variance of the bytes. */
    private record Estimate(double bytes, double blocks, double variance) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 4 << 10, 64 << 10})
    void estimatesAreUnbiasedAndTheirIntervalsHold(long interval) {
        judge(mixed(20_000), block -> interval);
    }

    @Test
    void estimatesStayUnbiasedWhenTheIntervalChangesInMidRun() {
        judge(mixed(20_000), block -> block < 5_000 ? 0 : block < 12_000 ? 3_000 : 40_000);
    }

    @Test
    void everyBlockIsTakenWithWeightOneWhenExact() {
        ThreadState state = state(7);
        for (long size : mixed(1_000)) {
            assertEquals(1, state.sample(size, Double.POSITIVE_INFINITY));
        }
        assertEquals(1, state.sample(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void largeBlocksAreAlwaysTakenAndLeaveTheCountdownAlone() {
        ThreadState with = state(11);
        ThreadState without = state(11);
        for (long size : mixed(10_000)) {
            assertEquals(1, with.sample(4_711, 0.001));
            if (size <= 4_600) {
                assertEquals(without.sample(size, 0.001), with.sample(size, 0.001));
            }
        }
    }

    @Test
    void nothingWeighsAsMuchAsOneByte() {
        ThreadState state = state(13);
        double blocks = 0;
        for (int i = 0; i < 1_000_000; i++) {
            blocks += state.sample(0, 0.01);
        }
        assertEquals(1_000_000, blocks, 30_000);
    }

    /** What is followed for company stands for nothing, so who is sampled, and for how much, is the same without it. */
    @Test
    void companyChangesNoSample() {
        ThreadState alone = state(17);
        ThreadState accompanied = state(17);
        int companions = 0;
        int samples = 0;
        try {
            for (long size : mixed(50_000)) {
                Probe.PACE.adaptive();
                double weight = alone.sample(size, 1.0 / 200_000);
                Probe.PACE.watchFor(true);
                double with = accompanied.sample(size, 1.0 / 200_000);
                if (weight == 0) {
                    assertTrue(with == 0 || with == ThreadState.COMPANION, "followed as " + with);
                    companions += with == 0 ? 0 : 1;
                } else {
                    assertEquals(weight, with);
                    samples++;
                }
            }
        } finally {
            Probe.PACE.adaptive();
        }
        assertTrue(samples > 50, samples + " samples");
        assertTrue(
                companions > samples * Pace.COMPANY / 2 && companions <= samples * Pace.COMPANY,
                companions + " with " + samples);
    }

    private interface IntervalOfBlock {
        long at(int block);
    }

    private static void judge(long[] sizes, IntervalOfBlock interval) {
        double trueBytes = 0;
        for (long size : sizes) {
            trueBytes += size;
        }
        double sumBytes = 0;
        double squaresBytes = 0;
        double sumBlocks = 0;
        double squaresBlocks = 0;
        int covered = 0;
        boolean exact = true;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Estimate e = run(sizes, interval, seed);
            sumBytes += e.bytes - trueBytes;
            squaresBytes += Math.pow(e.bytes - trueBytes, 2);
            sumBlocks += e.blocks - sizes.length;
            squaresBlocks += Math.pow(e.blocks - sizes.length, 2);
            exact &= e.variance == 0;
            if (Math.abs(e.bytes - trueBytes) <= 1.96 * Math.sqrt(e.variance) + 1e-9 * trueBytes) {
                covered++;
            }
        }
        // Of the mean over the seeds: 3 standard errors, for the seeds are fixed and there are eight such judgements.
        assertTrue(
                Math.abs(sumBytes) <= 3 * Math.sqrt(squaresBytes) + 1e-9 * trueBytes,
                "biased bytes: " + sumBytes / SEEDS);
        assertTrue(
                Math.abs(sumBlocks) <= 3 * Math.sqrt(squaresBlocks) + 1e-9 * sizes.length,
                "biased blocks: " + sumBlocks / SEEDS);
        assertTrue(
                exact || (covered >= 0.93 * SEEDS && covered <= 0.97 * SEEDS), "interval held " + covered + " times");
    }

    private static Estimate run(long[] sizes, IntervalOfBlock interval, int seed) {
        ThreadState state = state(seed);
        double bytes = 0;
        double blocks = 0;
        double variance = 0;
        for (int i = 0; i < sizes.length; i++) {
            double weight = state.sample(sizes[i], 1.0 / interval.at(i));
            bytes += sizes[i] * weight;
            blocks += weight;
            double p = weight == 0 ? 1 : 1 / weight;
            variance += weight == 0 ? 0 : Math.pow(sizes[i], 2) * (1 - p) / (p * p);
        }
        return new Estimate(bytes, blocks, variance);
    }

    private static ThreadState state(long seed) {
        return new ThreadState(Thread.currentThread(), false, false, seed);
    }

    /** Sizes from 1 byte to 1 MiB, most of them small. */
    private static long[] mixed(int count) {
        Random random = new Random(42);
        long[] sizes = new long[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = 1 + (long) Math.exp(random.nextDouble() * random.nextDouble() * Math.log(1 << 20));
        }
        return sizes;
    }
}
