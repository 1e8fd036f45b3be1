package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.session.Health;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.SampleSnapshots;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the target bar and the status bar say, without a tool kit.
final class BarsTest {

    private final Snapshot rich = SampleSnapshots.rich();

    @Test
    void liveTargetIsNamedAndItsCostIsInSight() {
        TargetBarState state = TargetBarState.of(rich, false, 0);
        assertEquals("RenderServer", state.name());
        assertEquals("48213", state.pid());
        assertEquals(List.of("JDK 21.0.5", "G1", "-Xmx1g"), state.details());
        assertTrue(state.live());
        assertEquals(
                List.of("overhead 0.7 %", "2,140 ev/s", "dropped 0", "lag 110 ms"),
                state.costs().stream()
                        .map(cost -> (cost.before() + " " + cost.figure() + " " + cost.after()).strip())
                        .toList());
        assertTrue(state.costs().stream().allMatch(cost -> cost.tone().isEmpty()));
    }

    @Test
    void lateAndLossyTurnTheirFigure() {
        Health bad = new Health(524_288, "fixed", 1.4, 90_000, 1_204, 0, 2, 2_400, false);
        TargetBarState state = TargetBarState.of(with(new Phase.Live(), bad), false, 0);
        assertEquals("warning", cost(state, "overhead").tone());
        assertEquals("critical", cost(state, "dropped").tone());
        assertEquals("warning", cost(state, "lag").tone());
        assertEquals("2.4 s", cost(state, "lag").figure());
        List<StatusLine.Part> parts = StatusLine.of(with(new Phase.Live(), bad), false);
        assertTrue(parts.contains(new StatusLine.Part("2 faults in the agent", "warning")), parts.toString());
    }

    @Test
    void frozenSaysSinceWhenAndWhatWaits() {
        TargetBarState state = TargetBarState.of(rich, true, 3_912);
        assertEquals("frozen at 14:10:00 · 3,912 events waiting", state.waiting());
        assertEquals("warning", state.dot());
        assertEquals(
                "Frozen. New events are kept and wait.",
                StatusLine.of(rich, true).getFirst().text());
    }

    @Test
    void recordingShowsItsFileAndWhetherItIsWhole() {
        TargetBarState state = TargetBarState.of(SampleSnapshots.playback(), false, 0);
        assertEquals("render-leak-1404.jfr", state.name());
        assertFalse(state.live());
        assertEquals("complete", cost(state, "whole").before());
        assertEquals("1,284,310", cost(state, "total").figure());
    }

    @Test
    void intervalInForceIsSaid() {
        assertEquals(
                "Sampling every 512 KiB", StatusLine.of(rich, false).getFirst().text());
        assertEquals("Adaptive, every block now", sampling(1, "adaptive"));
        assertEquals("Adaptive, one sample each 128 KiB now", sampling(131_072, "adaptive"));
        assertEquals("Every block recorded", sampling(1, "exact"));
        Health.Following some = new Health.Following(1, 2, 0, 0, 0, false, 1_229);
        Health thinned = new Health(1, "exact", 9.1, 1, 0, 0, 0, 80, false, some, List.of());
        assertEquals(
                "Every block recorded, stacks of some: figures of lines are estimates",
                StatusLine.of(with(new Phase.Live(), thinned), false).getFirst().text());
    }

    @Test
    void endedSessionSaysHow() {
        Snapshot ended = with(new Phase.Ended("Process 48213 was killed at 14:10:02."), rich.health());
        StatusLine.Part first = StatusLine.of(ended, false).getFirst();
        assertEquals(new StatusLine.Part("Process 48213 was killed at 14:10:02.", "warning"), first);
        assertEquals("neutral", TargetBarState.of(ended, false, 0).dot());
    }

    private String sampling(long interval, String mode) {
        Health health = new Health(interval, mode, 0.1, 1, 0, 0, 0, 80, false);
        return StatusLine.of(with(new Phase.Live(), health), false).getFirst().text();
    }

    private static TargetBarState.Cost cost(TargetBarState state, String id) {
        return state.costs().stream()
                .filter(cost -> cost.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Snapshot with(Phase phase, Health health) {
        return new Snapshot(
                2,
                phase,
                rich.subject(),
                rich.stacks(),
                rich.ledger(),
                rich.timeline(),
                rich.findings(),
                rich.summary(),
                health,
                rich.coverage());
    }
}
