package dev.plimsoll.ui.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.flame.StackFilter;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.RangeSums;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Pace;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class FlamePresenterTest {

    private static final Optional<TimeRange> ALL = Optional.empty();

    private final AtomicLong clock = new AtomicLong();
    private final List<Runnable> later = new ArrayList<>();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Pace pace = new Pace(Duration.ofMillis(500), clock::get, (delay, task) -> later.add(task));
    private final FlamePresenter presenter = new FlamePresenter(background::add, Runnable::run, pace, state -> {});
    private final Snapshot sample = SampleSnapshots.rich();

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private void shown() {
        presenter.show(sample, ALL);
        work();
    }

    private FlameBox box(String method) {
        return presenter.state().answer().layout().boxes().stream()
                .filter(box -> box.frame() != null && box.frame().method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static Snapshot later(Snapshot of) {
        var ledger = of.ledger();
        var copy = new dev.plimsoll.ledger.LedgerSnapshot(
                ledger.time() + 1,
                ledger.bindings(),
                ledger.stacks(),
                ledger.blocks(),
                ledger.callbacks(),
                ledger.callbacksRegistered(),
                ledger.callbacksReleased(),
                ledger.misuses(),
                ledger.orphanFrees(),
                ledger.eventsApplied());
        return new Snapshot(
                of.version() + 1,
                of.phase(),
                of.subject(),
                of.stacks(),
                copy,
                of.timeline(),
                of.findings(),
                of.summary(),
                of.health(),
                of.coverage());
    }

    @Test
    void totalIsTheSumOfAllSites() {
        shown();
        double sum = sample.ledger().stacks().stream()
                .mapToDouble(totals -> totals.liveBytes().value())
                .sum();
        assertEquals(sum, presenter.state().total(), 1);
        assertTrue(presenter.settled());
    }

    @Test
    void newestQuestionWinsAndStaleWorkIsDropped() {
        shown();
        presenter.metric(Metric.ALLOCATED_BYTES);
        presenter.metric(Metric.LIVE_BLOCKS);
        assertEquals(2, background.size());
        Answer before = presenter.state().answer();
        background.remove().run();
        assertSame(before, presenter.state().answer());
        background.remove().run();
        assertEquals(Metric.LIVE_BLOCKS, presenter.state().answer().metric());
    }

    @Test
    void liveDataIsLaidOutTwiceASecondAtMost() {
        shown();
        clock.addAndGet(Duration.ofMillis(100).toNanos());
        Snapshot second = later(sample);
        presenter.show(second, ALL);
        presenter.show(later(second), ALL);
        assertTrue(background.isEmpty());
        assertEquals(1, later.size());
        assertFalse(presenter.settled());
        clock.addAndGet(Duration.ofMillis(400).toNanos());
        later.removeFirst().run();
        assertEquals(1, background.size());
        work();
        assertTrue(presenter.settled());
    }

    @Test
    void pointerOnTheGraphHoldsIt() {
        shown();
        presenter.rest(true);
        clock.addAndGet(Duration.ofSeconds(5).toNanos());
        presenter.show(later(sample), ALL);
        assertTrue(background.isEmpty());
        assertTrue(presenter.state().held());
        presenter.rest(false);
        assertEquals(1, background.size());
        assertFalse(presenter.state().held());
    }

    @Test
    void zoomsSelectsAndRemembersTheWay() {
        shown();
        FlameBox frame = box("frame");
        presenter.zoomTo(frame.path());
        work();
        assertEquals(frame.path(), presenter.state().selected());
        assertEquals(1, presenter.state().selectedBox().orElseThrow().width());
        assertEquals(3, presenter.state().answer().layout().zoomDepth());
        presenter.zoomOut();
        work();
        assertEquals(2, presenter.state().answer().layout().zoomDepth());
        presenter.back();
        work();
        assertEquals(frame.path(), presenter.state().place());
        presenter.back();
        work();
        assertEquals(List.<Frame>of(), presenter.state().place());
        assertFalse(presenter.state().canGoBack());
        presenter.forward();
        work();
        assertEquals(frame.path(), presenter.state().place());
        presenter.reset();
        work();
        assertEquals(0, presenter.state().answer().layout().zoomDepth());
    }

    @Test
    void zoomDoesNotFoldStacksAgain() {
        shown();
        Answer before = presenter.state().answer();
        presenter.zoomTo(box("frame").path());
        work();
        assertSame(before.tree(), presenter.state().answer().tree());
    }

    @Test
    void zoomIsAnsweredAtOnceFromTheTreeThatIsThere() {
        shown();
        presenter.zoomTo(box("frame").path());
        assertEquals(3, presenter.state().answer().layout().zoomDepth());
        assertTrue(background.isEmpty());
        assertTrue(presenter.settled());
    }

    @Test
    void dataThatKeepComingCancelNoAnswerThatIsOnItsWay() {
        shown();
        Snapshot second = later(sample);
        clock.addAndGet(Duration.ofMillis(501).toNanos());
        presenter.show(second, ALL);
        assertEquals(1, background.size());
        clock.addAndGet(Duration.ofMillis(501).toNanos());
        presenter.show(later(second), ALL);
        assertEquals(1, background.size());
        work();
        Answer.Asked asked = presenter.state().answer().asked();
        assertNotNull(asked);
        assertSame(second, asked.snapshot());
        clock.addAndGet(Duration.ofMillis(501).toNanos());
        later.removeFirst().run();
        assertEquals(1, background.size());
    }

    @Test
    void aPageThatIsLeftKeepsItsPictureAndLetsGoOfTheData() {
        shown();
        presenter.zoomTo(box("frame").path());
        Answer before = presenter.state().answer();
        presenter.left();
        Answer left = presenter.state().answer();
        assertNull(left.asked());
        assertSame(before.layout(), left.layout());
        presenter.show(sample, ALL);
        work();
        assertNotNull(presenter.state().answer().asked());
        assertEquals(3, presenter.state().answer().layout().zoomDepth());
    }

    @Test
    void searchCountsMarksAndWalksMatches() {
        shown();
        presenter.search("TextureCache\\.(get|load)", true);
        work();
        FlameViewState state = presenter.state();
        assertEquals(412.0 / 924.1, state.answer().search().share(), 0.001);
        int matches = state.answer().search().matches().size();
        presenter.nextMatch();
        assertEquals(1, presenter.state().matchNumber().orElseThrow());
        presenter.nextMatch();
        assertEquals(2, presenter.state().matchNumber().orElseThrow());
        presenter.previousMatch();
        presenter.previousMatch();
        assertEquals(matches, presenter.state().matchNumber().orElseThrow());
    }

    @Test
    void badPatternIsSaidAndNothingIsMarked() {
        shown();
        presenter.search("Texture[", true);
        work();
        assertFalse(presenter.state().search().error().isEmpty());
        assertFalse(presenter.state().search().active());
        presenter.search("Texture[", false);
        work();
        assertTrue(presenter.state().search().error().isEmpty());
        assertEquals(0, presenter.state().answer().search().frames());
    }

    @Test
    void filtersAreChipsThatComeOffOneByOne() {
        shown();
        double all = presenter.state().total();
        StackFilter out =
                StackFilter.method(StackFilter.Kind.REMOVE, box("upload").path().getLast());
        presenter.filter(out);
        work();
        assertEquals(all - 412.0 * SampleSnapshots.MIB, presenter.state().total(), 1);
        presenter.search("Mixer", true);
        presenter.keepMatches();
        work();
        assertEquals(40.0 * SampleSnapshots.MIB, presenter.state().total(), 1);
        presenter.withoutFilter(out);
        assertEquals(1, presenter.state().question().shape().filters().size());
    }

    @Test
    void arrowsWalkTheTree() {
        shown();
        presenter.move(FlamePresenter.Step.TO_CHILD);
        assertEquals(List.<Frame>of(), presenter.state().selected());
        presenter.move(FlamePresenter.Step.TO_CHILD);
        presenter.move(FlamePresenter.Step.TO_CHILD);
        List<Frame> run = presenter.state().selected();
        assertNotNull(run);
        assertEquals("run", run.getLast().method());
        presenter.move(FlamePresenter.Step.RIGHT);
        assertFalse(run.equals(presenter.state().selected()));
        presenter.move(FlamePresenter.Step.LEFT);
        assertEquals(run, presenter.state().selected());
        presenter.move(FlamePresenter.Step.TO_PARENT);
        assertEquals(run.subList(0, run.size() - 1), presenter.state().selected());
    }

    @Test
    void escapeTakesBackSearchThenZoomThenSelection() {
        shown();
        presenter.zoomTo(box("frame").path());
        presenter.search("Mixer", true);
        assertTrue(presenter.escape());
        assertEquals("", presenter.state().search().text());
        while (!presenter.state().place().isEmpty()) {
            assertTrue(presenter.escape());
        }
        assertNotNull(presenter.state().selected());
        assertTrue(presenter.escape());
        assertNull(presenter.state().selected());
        assertFalse(presenter.escape());
    }

    @Test
    void bytesThatLostTheirOwnerInACycle() {
        shown();
        presenter.diedIn(SampleSnapshots.FULL_GC);
        work();
        double died = sample.ledger().diedIn(SampleSnapshots.FULL_GC).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertEquals(died, presenter.state().total(), 1);
        presenter.diedIn(99_999);
        work();
        assertTrue(presenter.state().empty());
    }

    @Test
    void rangeLeavesWhatWasAllocatedInIt() {
        TimeRange none = new TimeRange(0, 1);
        presenter.show(sample, Optional.of(none));
        work();
        assertTrue(presenter.state().empty());
        presenter.show(sample, Optional.of(new TimeRange(SampleSnapshots.START, SampleSnapshots.END)));
        work();
        double blocks = 0;
        var table = sample.ledger().blocks();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            blocks += table.bytes(row) * table.weight(row);
        }
        assertEquals(blocks, presenter.state().total(), 1);
    }

    @Test
    void detailsSumTheStacksBelowAFrame() {
        shown();
        FlameBox upload = box("upload");
        FrameDetails details = details(sample, upload);
        assertEquals(upload.node().total(), details.figures().live().value(), 1);
        assertEquals(List.of("lwjgl"), details.figures().bindings());
        assertEquals(0, details.finding().orElseThrow());
        LiveBlocks blocks = FrameDetails.blocks(sample, details, () -> false);
        assertEquals(256 * 1024, blocks.size());
        assertEquals("com.acme.render.Texture", blocks.ownerClass());
        assertEquals(LiveBlocks.NEWEST, blocks.newest().size());
        assertTrue(blocks.newest().getFirst().allocated()
                >= blocks.newest().getLast().allocated());
    }

    @Test
    void aFindingIsAboutItsLineWhicheverWayLedThere() {
        shown();
        Finding first = sample.findings().getFirst();
        int elsewhere = sample.ledger().stacks().getLast().key().stack();
        assertNotEquals(first.stack(), elsewhere);
        Finding moved = new Finding(
                first.rule(),
                first.verdict(),
                first.sentence(),
                first.binding(),
                first.bytes(),
                first.blocks(),
                first.frame(),
                elsewhere,
                first.evidence(),
                first.advice());
        Snapshot told = new Snapshot(
                2,
                sample.phase(),
                sample.subject(),
                sample.stacks(),
                sample.ledger(),
                sample.timeline(),
                List.of(moved),
                sample.summary(),
                sample.health(),
                sample.coverage());
        assertEquals(0, details(told, box("upload")).finding().orElseThrow());
        assertTrue(details(told, box("bind")).finding().isEmpty());
    }

    private FrameDetails details(Snapshot of, FlameBox box) {
        TreeShape shape = presenter.state().question().shape();
        return FrameDetails.of(of, presenter.foldings().of(of.stacks(), shape), box.path(), () -> false);
    }

    @Test
    void aRecordingTellsWhatWasTakenInTheRangeAndStayed() {
        TimeRange range = new TimeRange(SampleSnapshots.START + 7, SampleSnapshots.END - 7);
        SiteKey site = sample.ledger().stacks().getFirst().key();
        Playback film = (Playback) Proxy.newProxyInstance(
                Playback.class.getClassLoader(), new Class<?>[] {Playback.class}, (proxy, method, given) -> {
                    if (method.getName().equals("between")) {
                        assertEquals(List.of(range.from(), range.to()), List.of(given[0], given[1]));
                        return List.of(sums(site));
                    }
                    return method.getName().equals("equals") ? (Object) (proxy == given[0]) : 0;
                });
        presenter.show(sample, Optional.of(range), Optional.of(film));
        work();
        assertEquals(8191, presenter.state().answer().tree().total());
        presenter.metric(Metric.FREED_BYTES);
        work();
        assertEquals(613, presenter.state().answer().tree().total());
        presenter.metric(Metric.ALLOCATIONS);
        work();
        assertEquals(19, presenter.state().answer().tree().total());
        assertEquals(
                "Width = blocks allocated in the range",
                FlameWords.width(presenter.state().question()));
    }

    private static RangeSums sums(SiteKey site) {
        return new RangeSums(
                site,
                new Estimate(9001, 0),
                new Estimate(19, 0),
                new Estimate(77_777, 0),
                new Estimate(31, 0),
                new Estimate(613, 0),
                new Estimate(5, 0),
                new Estimate(8191, 0),
                new Estimate(17, 0));
    }

    @Test
    void whatWasGivenUpIsMadeAgainOnlyForAPerson() {
        presenter.show(sample, ALL);
        presenter.giveUp();
        work();
        assertTrue(presenter.state().empty());
        assertTrue(presenter.gaveUp());
        presenter.show(SampleSnapshots.playback(), ALL);
        later.forEach(Runnable::run);
        work();
        assertTrue(presenter.state().empty(), "new data does not start it again");
        presenter.again();
        work();
        assertFalse(presenter.state().empty());
        assertFalse(presenter.gaveUp());
    }
}
