package dev.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.FreeCause;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Programs that lose their pace: a busy machine is no reason to take a leak for a cache that comes to rest.
final class PaceTest {

    private static final String LINE = "app.Codec.open:12";

    /// Blocks per twentieth of a second: 2,000 a second, and from second `turn` on 600.
    private static int pace(double now, double turn) {
        return now < turn ? 100 : 30;
    }

    @Test
    void aLeakInAProgramThatLosesItsPaceIsFound() {
        for (double turn : new double[] {8, 12, 17, 25}) {
            Trial trial = new Trial();
            int[] taken = {0};
            trial.every(0.05, 40, 1, now -> {
                for (int i = 0; i < pace(now, turn); i++) {
                    long handle = trial.allocate(LINE, 0, "handle");
                    if (++taken[0] % 700 != 0) {
                        trial.free(handle, FreeCause.EXPLICIT);
                    }
                }
            });
            assertEquals(List.of("leak, likely " + LINE), trial.verdicts(), "" + turn);
        }
    }

    @Test
    void aCacheThatFillsWhileThePaceFallsIsHealthy() {
        for (double turn : new double[] {12, 99}) {
            for (int seed = 0; seed < 4; seed++) {
                Trial trial = new Trial();
                Random random = new Random(seed);
                Set<Integer> known = new HashSet<>();
                int[] look = {0};
                for (int end = 5; end <= 50; end++) {
                    trial.every(0.05, end, 99, now -> {
                        for (int i = 0; i < pace(now, turn); i++) {
                            long handle = trial.allocate(LINE, 0, "handle");
                            boolean keeps = look[0]++ % 10 == 0 && known.add((int) (1 / (1 - random.nextDouble())));
                            if (!keeps) {
                                trial.free(handle, FreeCause.EXPLICIT);
                            }
                        }
                    });
                    trial.gc(true);
                    assertTrue(
                            trial.judge().findings().stream().noneMatch(f -> f.verdict() == Verdict.LEAK_LIKELY),
                            turn + " seed " + seed + " after " + end + " with " + known.size());
                }
            }
        }
    }

    @Test
    void aPoolThatGrowsEverMoreSlowlyIsHealthyThoughSomeOfItIsGivenBack() {
        Trial trial = new Trial();
        int[] there = {0};
        for (int end = 5; end <= 60; end++) {
            trial.every(0.05, end, 99, now -> {
                for (; there[0] < 400 * (1 - Math.exp(-now / 25)); there[0]++) {
                    for (int i = 0; i < 12; i++) {
                        trial.free(trial.allocate(LINE, 0, "handle"), FreeCause.EXPLICIT);
                    }
                    trial.allocate(LINE, 0, "handle");
                }
            });
            trial.gc(true);
            assertEquals(
                    0,
                    trial.judge().findings().stream()
                            .filter(f -> f.verdict() == Verdict.LEAK_LIKELY)
                            .count(),
                    "after " + end);
        }
    }
}
