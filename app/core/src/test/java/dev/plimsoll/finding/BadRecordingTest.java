package dev.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.FreeCause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Recordings that do not show everything: a finding says what it cannot know, and never guesses. Lost events and
/// recordings that are too short are in [FindingsTest].
final class BadRecordingTest {

    private static final String LINE = "app.Cache.put:4";

    private final Trial trial = new Trial();

    @Test
    void withoutAnyCycleOwnersAreNotJudged() {
        trial.every(0.05, 40, 99, now -> trial.allocate(LINE, 4_099, "buffer"));
        assertEquals(List.of("released late " + LINE), trial.verdicts());
        String unknown = trial.judge().unknown().toString();
        assertTrue(unknown.contains("Not recorded: GC cycles. It cannot be said"), unknown);
        assertTrue(unknown.contains("whether memory outlives its owner"), unknown);
    }

    @ParameterizedTest
    @ValueSource(doubles = {14, 25})
    void withFewerThanThreeCyclesItIsSaidThatOneOfTheWholeHeapTells(double every) {
        trial.every(0.05, 40, every, now -> trial.allocate(LINE, 4_099, "buffer"));
        assertEquals(List.of("released late " + LINE), trial.verdicts());
        Finding finding = trial.judge().findings().getFirst();
        assertEquals(Severity.NOTICE, finding.severity());
        assertTrue(finding.evidence().getFirst().contains("young GC cycle"), finding.evidence()::toString);
        assertTrue(
                trial.judge().summary().endsWith("jcmd PID GC.run tells."),
                trial.judge().summary());
    }

    @Test
    void anAttachInMidLeakFindsWhatIsTakenSinceAndFreesOfOlderBlocksAreNotTakenForIts() {
        double[] older = {700};
        trial.every(0.05, 30, 2, now -> {
            trial.allocate(LINE, 4_099, "malloc");
            // Blocks from before the attach are given back, too, by another line; their addresses are not known.
            if (older[0]-- > 0 && older[0] % 3 == 0) {
                trial.free(0x1000 + (long) older[0], FreeCause.EXPLICIT);
            }
        });
        assertEquals(List.of("leak, likely " + LINE), trial.verdicts());
        assertEquals(600, trial.judge().findings().getFirst().blocks().value(), "only what was seen is counted");
    }

    @ParameterizedTest
    @ValueSource(doubles = {3_600, 86_400, -3_600})
    void aClockThatJumpsMakesNoLeakOfAHealthyProgram(double jump) {
        run(15, now -> trial.free(trial.allocate(LINE, 4_099, "malloc"), FreeCause.EXPLICIT));
        run(5, now -> trial.allocate("app.Start.load:9", 8_191, "malloc"));
        trial.jump(jump);
        run(20, now -> trial.free(trial.allocate(LINE, 4_099, "malloc"), FreeCause.EXPLICIT));
        assertFalse(
                trial.judge().findings().stream().anyMatch(f -> f.severity().compareTo(Severity.NOTICE) < 0),
                () -> trial.verdicts().toString());
    }

    @Test
    void aClockThatIsPutForwardHidesNoLeak() {
        run(10, now -> trial.allocate(LINE, 4_099, "malloc"));
        trial.jump(3_600);
        run(40, now -> trial.allocate(LINE, 4_099, "malloc"));
        assertEquals(List.of("leak, likely " + LINE), trial.verdicts());
        assertEquals(1_000, trial.judge().findings().getFirst().blocks().value());
    }

    @Test
    void afterAClockWasPutBackItIsSaidThatGrowthCannotBeJudged() {
        run(10, now -> trial.allocate(LINE, 4_099, "malloc"));
        trial.jump(-3_600);
        run(40, now -> trial.allocate(LINE, 4_099, "malloc"));
        assertEquals(List.of(), trial.verdicts());
        assertTrue(
                trial.judge().unknown().toString().contains("The clock was put back by 60 min"),
                trial.judge().unknown()::toString);
        assertFalse(
                trial.judge().summary().contains("Nothing leaks"), trial.judge().summary());
    }

    /// Seconds from now on; a cycle every two.
    private void run(int seconds, java.util.function.DoubleConsumer step) {
        for (int second = 0; second < seconds; second++) {
            trial.run(0.05, 1, step);
            if (second % 2 == 1) {
                trial.gc(true);
            }
        }
    }
}
