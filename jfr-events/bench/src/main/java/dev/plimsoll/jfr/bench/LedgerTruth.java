package dev.plimsoll.jfr.bench;

import dev.plimsoll.jfr.event.v1.EventNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;

/** Whether the ledger says what a loop did: exactly in exact mode, within its 95 % interval when blocks are sampled. */
final class LedgerTruth {

    /** Pairs of the exact trial. */
    private static final int PAIRS = 2_003;

    /** Trials of the sampled one, each with draws of its own: of 200 alone, 93 to 97 % would be missed by chance every fifth time. */
    private static final int SEEDS = 1_000;

    /** Samples to expect of one trial: enough for the normal distribution. */
    private static final int SAMPLES = 100;

    private static final double NORMAL_95 = 1.96;

    private final CostTarget target;
    private final Path agent;
    private final CostLoop loop;

    LedgerTruth(CostTarget target, Path agent, CostLoop loop) {
        this.target = target;
        this.agent = agent;
        this.loop = loop;
    }

    /** What was made, and what the events say was taken and given back. */
    String exact() throws IOException {
        try (CostAgent watching = CostAgent.attach(target.pid(), agent, "every-block", loop.rules())) {
            long[] time = target.pairs(PAIRS);
            long taken = 0;
            long given = 0;
            for (RecordedEvent event : watching.events()) {
                if (isLoops(event) && isWithin(event, time)) {
                    taken += is(event, EventNames.NATIVE_ALLOCATION) || is(event, EventNames.UNTRACED_ALLOCATION)
                            ? 1
                            : 0;
                    given += is(event, EventNames.NATIVE_FREE) ? 1 : 0;
                }
            }
            long made = (long) PAIRS * loop.blocks();
            return made + " " + taken + "/" + given + (taken == made && given == made ? " " : "*");
        }
    }

    /** Of the trials in which blocks were sampled, the part whose interval holds what was made, in percent. */
    double heldPercent() throws IOException {
        // A block is taken with p = 1 - exp(-s/R): here about one in ten.
        long interval = 10 * loop.weighed();
        int pairs = 10 * SAMPLES;
        try (CostAgent watching = CostAgent.attach(target.pid(), agent, Long.toString(interval), loop.rules())) {
            long[][] times = new long[SEEDS][];
            for (int seed = 0; seed < SEEDS; seed++) {
                times[seed] = target.pairs(pairs);
            }
            double[] blocks = new double[SEEDS];
            double[] variance = new double[SEEDS];
            List<RecordedEvent> events = watching.events();
            for (RecordedEvent event : events) {
                if (is(event, EventNames.NATIVE_ALLOCATION) && isLoops(event)) {
                    int seed = trial(times, event);
                    double weight = event.getDouble(EventNames.FIELD_WEIGHT);
                    if (seed >= 0) {
                        blocks[seed] += weight;
                        variance[seed] += weight * (weight - 1);
                    }
                }
            }
            int held = 0;
            for (int seed = 0; seed < SEEDS; seed++) {
                double error = Math.abs(blocks[seed] - (double) pairs * loop.blocks());
                held += error <= NORMAL_95 * Math.sqrt(variance[seed]) ? 1 : 0;
            }
            return 100.0 * held / SEEDS;
        }
    }

    private static int trial(long[][] times, RecordedEvent event) {
        for (int seed = 0; seed < times.length; seed++) {
            if (isWithin(event, times[seed])) {
                return seed;
            }
        }
        return -1;
    }

    private static boolean isWithin(RecordedEvent event, long[] time) {
        Instant at = event.getStartTime();
        long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
        // The rest of the loop around a trial is longer than the clocks of the two may differ.
        return micros >= time[0] - 1_000 && micros <= time[1] + 1_000;
    }

    private boolean isLoops(RecordedEvent event) {
        return event.hasField(EventNames.FIELD_BINDING)
                && loop.binding().startsWith(event.getString(EventNames.FIELD_BINDING));
    }

    private static boolean is(RecordedEvent event, String name) {
        return event.getEventType().getName().equals(name);
    }
}
