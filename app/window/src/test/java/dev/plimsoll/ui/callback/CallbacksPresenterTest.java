package dev.plimsoll.ui.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.LifeChart;
import dev.plimsoll.ui.kit.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class CallbacksPresenterTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Pace pace = new Pace(Duration.ofSeconds(1), System::nanoTime, (delay, task) -> {});
    private final CallbacksPresenter presenter =
            new CallbacksPresenter(background::add, Runnable::run, pace, state -> {});
    private final Snapshot sample = SampleSnapshots.rich();

    private CallbackAnswer work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
        CallbackAnswer answer = presenter.state().answer();
        assertNotNull(answer);
        return answer;
    }

    @Test
    void linesSayHowOftenTheyRegisteredAndWhatIsLeft() {
        presenter.show(sample, Optional.empty());
        List<SiteRow> rows = work().sites();
        assertEquals(3, rows.size());
        SiteRow open = rows.getFirst();
        assertEquals("com.acme.ui.WindowManager.open:67", open.label());
        assertEquals(312, open.live());
        assertEquals(312, open.registered());
        assertEquals(0, open.released());
        assertEquals(290, open.ownerGone());
        assertEquals(311 * 312 / 2 * 3, open.invocations());
        assertEquals(312, open.survivors()[SiteRow.SLICES - 1]);
        assertNotNull(open.found());
        assertEquals(Verdict.LEAK_LIKELY, open.found().verdict());
        SiteRow sorted = rows.stream()
                .filter(row -> row.label().contains("MeshSorter"))
                .findFirst()
                .orElseThrow();
        assertEquals(24, sorted.registered());
        assertEquals(22, sorted.released());
    }

    @Test
    void saysWhenReleasedOnesAreNoLongerListed() {
        presenter.show(sample, Optional.empty());
        assertFalse(work().complete());
        assertEquals(290, work().ownerGone());
    }

    @Test
    void listsTheCallbacksOfTheChosenLineOrAll() {
        presenter.show(sample, Optional.empty());
        assertEquals(312, work().handles().size());
        SiteRow mixer = work().sites().stream()
                .filter(row -> row.label().contains("Mixer"))
                .findFirst()
                .orElseThrow();
        presenter.select(mixer.id());
        assertEquals(2, work().handles().size());
        presenter.listAll(true);
        assertEquals(338, work().handles().size());
    }

    @Test
    void sortsAndFilters() {
        presenter.show(sample, Optional.empty());
        presenter.sortHandles(HandleColumn.CALLS, true);
        List<Callback> handles = work().handles();
        for (int i = 1; i < handles.size(); i++) {
            assertTrue(handles.get(i - 1).invocations() >= handles.get(i).invocations());
        }
        presenter.sortSites(SiteRow.Column.CALLS, false);
        assertEquals(24_576, work().sites().getFirst().invocations());
        presenter.search("mix(er)?\\b", true);
        assertEquals(1, work().sites().size());
    }

    @Test
    void findsACallbackByItsHandle() {
        presenter.show(sample, Optional.empty());
        work();
        assertTrue(presenter.find(0x7f40b0000080L));
        work();
        Callback chosen = presenter.state().chosen();
        assertNotNull(chosen);
        assertEquals(0x7f40b0000080L, chosen.handle());
        assertFalse(presenter.find(0x10));
    }

    @Test
    void rangeLeavesWhatWasRegisteredInIt() {
        long from = SampleSnapshots.START + 550 * SampleSnapshots.SECOND;
        TimeRange range = new TimeRange(from, SampleSnapshots.END);
        presenter.show(sample, Optional.of(range));
        presenter.listAll(true);
        List<Callback> handles = work().handles();
        assertEquals(
                sample.ledger().callbacks().stream()
                        .filter(callback -> range.contains(callback.registered()))
                        .count(),
                handles.size());
        assertTrue(handles.size() > 24);
    }

    @Test
    void lanesShowOldestAndNewestAndWhenTheOwnerDied() {
        List<Callback> all = sample.ledger().callbacks().subList(0, 312);
        List<Callback> some = CallbackLanes.evenly(all);
        assertEquals(CallbackLanes.MOST, some.size());
        assertEquals(all.getFirst(), some.getFirst());
        assertEquals(all.getLast(), some.getLast());
        LifeChart chart = CallbackLanes.of(all, sample);
        LifeChart.Lane first = chart.lanes().getFirst();
        assertEquals(2, first.bars().size());
        assertEquals(all.getFirst().ownerCollected(), first.bars().get(1).to());
        assertEquals(sample.ledger().time(), first.bars().getFirst().to());
    }

    @Test
    void targetsAreShortened() {
        assertEquals("KeyHandler.invoke", CallbackWords.shortTarget("com.acme.ui.KeyHandler.invoke"));
        assertEquals("KeyHandler", CallbackWords.shortTarget("com.acme.ui.KeyHandler"));
        assertEquals("Mixer$$Lambda", CallbackWords.shortTarget("com.acme.Mixer$$Lambda/0x00007f.apply"));
        assertEquals("", CallbackWords.shortTarget(""));
    }
}
