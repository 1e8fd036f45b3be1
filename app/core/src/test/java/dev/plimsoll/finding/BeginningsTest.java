package dev.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.FreeCause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Beginnings told from leaks, judged after every second: what is said and taken back was wrong, too.
final class BeginningsTest {

    private static final String LINE = "app.Cache.put:4";

    /// What a program does 20 times a second.
    private interface Program {
        void at(double second, Trial trial);
    }

    /// Seconds at which `program` was called a leak.
    private static List<Integer> alarms(int seconds, int gc, boolean young, Program program) {
        Trial trial = new Trial();
        trial.young = young;
        List<Integer> alarms = new ArrayList<>();
        for (int end = 1; end <= seconds; end++) {
            trial.every(0.05, end, 99, now -> program.at(now, trial));
            if (end % gc == 0) {
                trial.gc(young);
            }
            if (trial.judge().findings().stream().anyMatch(f -> f.severity().compareTo(Severity.NOTICE) < 0)) {
                alarms.add(end);
            }
        }
        return alarms;
    }

    /// A cache of `size` blocks of which the share `filled` of the time is there.
    private static Program cache(int size, java.util.function.DoubleUnaryOperator filled) {
        int[] there = {0};
        return (now, trial) -> {
            for (; there[0] < size * filled.applyAsDouble(now); there[0]++) {
                trial.allocate(LINE, 5_003, "buffer");
            }
        };
    }

    @Test
    void collectionsDoNotMakeACacheFillFaster() {
        for (double end : new double[] {7.5, 12, 19}) {
            assertEquals(List.of(), alarms(60, 1, false, cache(300, now -> Math.min(1, now / end))), "" + end);
        }
    }

    @Test
    void whatFillsEverMoreSlowlyIsNoLeak() {
        for (double full : new double[] {25, 40, 60}) {
            assertEquals(
                    List.of(),
                    alarms(90, 2, false, cache(900, now -> 1 - Math.pow(1 - Math.min(1, now / full), 2))),
                    "" + full);
        }
        assertEquals(List.of(), alarms(90, 2, false, cache(700, now -> 1 - Math.exp(-now / 25))));
    }

    @Test
    void whatFillsEverFasterIsNoLeak() {
        for (double full : new double[] {20, 33, 40, 40.4, 40.8, 41.3}) {
            assertEquals(
                    List.of(),
                    alarms(90, 2, false, cache(900, now -> Math.pow(Math.min(1, now / full), 2))),
                    "" + full);
        }
    }

    @Test
    void loadThatDoublesIsNoLeak() {
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            ArrayDeque<double[]> open = new ArrayDeque<>();
            assertEquals(
                    List.of(),
                    alarms(60, 2, false, (now, trial) -> {
                        for (int i = 0; i < 1 << Math.min(3, (int) (now / 9)); i++) {
                            if (random.nextInt(2) == 0) {
                                open.add(new double[] {trial.allocate(LINE, 2_111, "malloc"), now});
                            }
                        }
                        while (!open.isEmpty() && open.peek()[1] < now - 2.5) {
                            trial.free((long) open.poll()[0], FreeCause.EXPLICIT);
                        }
                    }),
                    "seed " + seed);
        }
    }

    @Test
    void batchesAreNoLeak() {
        List<Long> batch = new ArrayList<>();
        assertEquals(List.of(), alarms(80, 2, false, (now, trial) -> {
            batch.add(trial.allocate(LINE, 2_003, "malloc"));
            if (now % 16 < 0.05) {
                batch.forEach(address -> trial.free(address, FreeCause.EXPLICIT));
                batch.clear();
            }
        }));
    }

    @Test
    void aLeakThatBeginsLaterIsFoundAsFastAsOneThatBeginsAtOnce() {
        ArrayDeque<Long> frames = new ArrayDeque<>();
        List<Integer> alarms = alarms(70, 2, true, (now, trial) -> {
            frames.add(trial.allocate(LINE, 30_011, "malloc"));
            if (now < 33 && frames.size() > 40) {
                trial.free(frames.poll(), FreeCause.EXPLICIT);
            }
        });
        assertTrue(!alarms.isEmpty() && alarms.getFirst() > 40 && alarms.getFirst() <= 33 + 26, alarms::toString);
        assertEquals(70 - alarms.getFirst() + 1, alarms.size(), "and is not taken back: " + alarms);
    }

    @Test
    void aLeakThatFollowsTheLoadIsFoundWhenTheLoadIsSteady() {
        double[] due = {0};
        Trial told = new Trial();
        told.every(0.05, 25, 2, now -> {
            for (due[0] += now / 20; due[0] >= 1; due[0]--) {
                told.allocate(LINE, 911, "malloc");
            }
        });
        assertTrue(told.judge().summary().contains("ever faster"), told.judge().summary());
        due[0] = 0;
        List<Integer> alarms = alarms(70, 2, true, (now, trial) -> {
            for (due[0] += Math.min(30, now) / 20; due[0] >= 1; due[0]--) {
                trial.allocate(LINE, 911, "malloc");
            }
        });
        assertTrue(!alarms.isEmpty() && alarms.getFirst() >= 30 && alarms.getFirst() <= 50, alarms::toString);
        assertEquals(70 - alarms.getFirst() + 1, alarms.size(), "and is not taken back: " + alarms);
    }

    @Test
    void whatStopsIsTakenBackSoon() {
        List<Integer> alarms = alarms(60, 2, false, cache(900, now -> Math.min(1, now / 30)));
        assertTrue(alarms.getLast() <= 36, "nothing is as a leak as a cache that fills evenly for 30 s: " + alarms);
    }
}
