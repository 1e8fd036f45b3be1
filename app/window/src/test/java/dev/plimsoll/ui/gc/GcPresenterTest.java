package dev.plimsoll.ui.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.TimeRange;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GcPresenterTest {

    private final Snapshot rich = SampleSnapshots.rich();
    private final GcPresenter presenter = new GcPresenter();

    @Test
    void theFirstSnapshotIsDrawnBeforeAnyCycle() {
        assertTrue(presenter.due(SampleSnapshots.empty(), Optional.empty()));
        assertFalse(presenter.due(SampleSnapshots.empty(), Optional.empty()), "nothing came");
    }

    @Test
    void rangeChoosesTheCycles() {
        assertEquals(36, presenter.state(rich, Optional.empty()).cycles().size());
        long from = SampleSnapshots.START + 20 * SampleSnapshots.SECOND;
        long to = SampleSnapshots.START + 60 * SampleSnapshots.SECOND;
        assertEquals(
                3,
                presenter
                        .state(rich, Optional.of(new TimeRange(from, to)))
                        .cycles()
                        .size());
    }

    @Test
    void originsAreJoinedByLineAndAddUp() {
        presenter.select(SampleSnapshots.FULL_GC);
        GcViewState state = presenter.state(rich, Optional.empty());
        Cycle open = state.selected().orElseThrow();
        assertEquals(SampleSnapshots.FULL_GC, open.gcId());
        assertEquals(2, state.origins().size(), "eight stacks through two lines");
        double sum =
                state.origins().stream().mapToDouble(GcViewState.Origin::bytes).sum();
        assertEquals(open.ownerDiedBytes(), sum, 1);
    }

    @Test
    void onlyTheLastCycleMayStillChange() {
        GcViewState state = presenter.state(rich, Optional.empty());
        assertTrue(state.goesOn(state.cycles().get(35)));
        assertFalse(state.goesOn(state.cycles().get(34)));
    }

    @Test
    void ageIsCountedInCyclesAndTimeUpToNow() {
        presenter.select(SampleSnapshots.FULL_GC);
        GcViewState state = presenter.state(rich, Optional.empty());
        assertEquals(21, state.since().cycles());
        long end = state.selected().orElseThrow().end();
        assertEquals(SampleSnapshots.END - end, state.since().nanos());
    }

    @Test
    void stepsStopAtTheEnds() {
        var cycles = presenter.state(rich, Optional.empty()).cycles();
        presenter.step(1, cycles);
        assertEquals(
                173,
                presenter.state(rich, Optional.empty()).selected().orElseThrow().gcId());
        presenter.step(-1, cycles);
        assertEquals(
                173,
                presenter.state(rich, Optional.empty()).selected().orElseThrow().gcId());
        presenter.step(14, cycles);
        assertEquals(
                187,
                presenter.state(rich, Optional.empty()).selected().orElseThrow().gcId());
        presenter.close();
        assertTrue(presenter.state(rich, Optional.empty()).selected().isEmpty());
    }
}
