package dev.plimsoll.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.TimeScale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TimelinePresenterTest {

    private static final long SECOND = SampleSnapshots.SECOND;
    private static final long START = SampleSnapshots.START;

    private final AtomicInteger rangeChanges = new AtomicInteger();
    private final TimelinePresenter presenter = new TimelinePresenter(rangeChanges::incrementAndGet);

    @Test
    void followsTheLiveEdgeAndScrollsAfterTenMinutes() {
        presenter.show(until(30), List.of(), true);
        assertEquals(START, presenter.state().from());
        assertEquals(START + 30 * SECOND, presenter.state().to());
        assertTrue(presenter.state().liveEdge());
        presenter.show(until(700), List.of(), true);
        assertEquals(START + 100 * SECOND, presenter.state().from());
        assertEquals(START + 700 * SECOND, presenter.state().to());
    }

    @Test
    void panningIntoThePastLeavesTheEdgeAndEndReturns() {
        presenter.show(until(600), List.of(), true);
        presenter.zoom(0.5, START + 300 * SECOND);
        presenter.pan(-0.2);
        long from = presenter.state().from();
        presenter.show(until(601), List.of(), true);
        assertEquals(from, presenter.state().from(), "what is looked at stays while new events come");
        assertFalse(presenter.state().liveEdge());
        presenter.follow();
        assertTrue(presenter.state().liveEdge());
        assertEquals(START + 601 * SECOND, presenter.state().to());
        assertEquals(300 * SECOND, presenter.state().to() - presenter.state().from());
    }

    @Test
    void zoomKeepsTheTimeUnderThePointer() {
        presenter.show(until(600), List.of(), false);
        long anchor = START + 150 * SECOND;
        double before =
                new TimeScale(presenter.state().from(), presenter.state().to(), 1000).x(anchor);
        presenter.zoom(0.5, anchor);
        double after = new TimeScale(presenter.state().from(), presenter.state().to(), 1000).x(anchor);
        assertEquals(before, after, 0.01);
        assertEquals(300 * SECOND, presenter.state().to() - presenter.state().from());
        presenter.fit();
        assertEquals(600 * SECOND, presenter.state().to() - presenter.state().from());
    }

    @Test
    void zoomStaysInsideWhatWasRecorded() {
        presenter.show(until(600), List.of(), false);
        presenter.zoom(100, START);
        assertEquals(START, presenter.state().from());
        assertEquals(START + 600 * SECOND, presenter.state().to());
        for (int i = 0; i < 80; i++) {
            presenter.zoom(0.7, START + 10 * SECOND);
        }
        assertEquals(100_000_000L, presenter.state().to() - presenter.state().from());
        presenter.pan(-1e6);
        assertEquals(START, presenter.state().from());
    }

    @Test
    void rangeIsOrderedKeptInsideAndTold() {
        presenter.show(until(600), List.of(), true);
        presenter.setRange(START + 400 * SECOND, START - 5 * SECOND);
        assertEquals(Optional.of(new TimeRange(START, START + 400 * SECOND)), presenter.range());
        presenter.zoomToRange();
        assertEquals(START + 400 * SECOND, presenter.state().to());
        presenter.clearRange();
        presenter.clearRange();
        assertEquals(2, rangeChanges.get());
        assertTrue(presenter.range().isEmpty());
    }

    @Test
    void aFindingGetsItsPinWhereItFirstAppeared() {
        Snapshot rich = SampleSnapshots.rich();
        List<Finding> all = rich.findings();
        presenter.show(until(100), List.of(all.get(1)), true);
        presenter.show(until(200), all, true);
        presenter.show(until(300), all, true);
        List<Alert> alerts = presenter.state().alerts();
        assertEquals(5, alerts.size());
        assertEquals(START + 200 * SECOND, alerts.get(0).time());
        assertEquals(START + 100 * SECOND, alerts.get(1).time());
        assertEquals(1, alerts.get(1).index());
    }

    @Test
    void aRecordingHasNoPinsSinceNobodyKnowsWhenItWasSaid() {
        Snapshot playback = SampleSnapshots.playback();
        presenter.show(playback.timeline(), playback.findings(), false);
        assertEquals(List.of(), presenter.state().alerts());
        assertFalse(presenter.state().liveEdge());
    }

    @Test
    void gutterSaysWhatHeldUnderThePointer() {
        TimelineSnapshot timeline = SampleSnapshots.rich().timeline();
        presenter.show(timeline, List.of(), true);
        assertEquals(2164, presenter.state().values().rss() / SampleSnapshots.MIB, 0.001);
        assertEquals(36, presenter.state().values().cycles());
        presenter.hover(OptionalLong.of(START + 9 * SECOND));
        LaneValues values = presenter.state().values();
        assertEquals(timeline.rss().values()[9], values.rss());
        assertEquals(1, values.cycles());
        presenter.hover(OptionalLong.of(START - SECOND));
        assertTrue(Double.isNaN(presenter.state().values().rss()));
    }

    @Test
    void readOutIsTheDifferenceOfItsEnds() {
        TimelineSnapshot timeline = SampleSnapshots.rich().timeline();
        RangeReadout readout = RangeReadout.of(timeline, new TimeRange(START + 130 * SECOND, START + 520 * SECOND));
        assertEquals(timeline.rss().values()[520] - timeline.rss().values()[130], readout.rssDelta());
        double live = 0;
        for (Series series : timeline.nativeLive()) {
            live += series.values()[520] - series.values()[130];
        }
        assertEquals(live, readout.nativeDelta(), 1);
    }

    @Test
    void axisLabelsAreRoundInLocalTime() {
        TimeScale scale = new TimeScale(START + 7 * SECOND, START + 607 * SECOND, 1296);
        assertEquals(60 * SECOND, scale.step(110));
        assertEquals(START + 60 * SECOND, scale.first(60 * SECOND));
        assertEquals(START + 607 * SECOND, scale.time(scale.x(START + 607 * SECOND)));
    }

    private static TimelineSnapshot until(long seconds) {
        Series none = new Series("", "bytes", new long[0], new double[0]);
        return new TimelineSnapshot(START, START + seconds * SECOND, none, none, none, List.of(), none, List.of(), -1);
    }
}
