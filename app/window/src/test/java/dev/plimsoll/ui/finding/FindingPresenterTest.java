package dev.plimsoll.ui.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.finding.FindingViewState.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FindingPresenterTest {

    private final Snapshot rich = SampleSnapshots.rich();
    private final FindingPresenter presenter = new FindingPresenter();

    @Test
    void theGravestIsOpenAndOthersAreNew() {
        presenter.show(rich, List.of());
        FindingViewState state = presenter.state();
        assertEquals("owner-collected", state.open().orElseThrow().finding().rule());
        assertFalse(state.list().items().get(0).isNew());
        assertTrue(state.list().items().get(1).isNew());
        assertTrue(state.openStack().orElseThrow().frames().size() > 5);
        presenter.openAt(1);
        assertEquals(
                "pair-never-closed",
                presenter.state().open().orElseThrow().finding().rule());
        assertFalse(presenter.state().list().items().get(1).isNew());
        assertEquals("312 live", presenter.state().figures());
    }

    @Test
    void aNewFindingNeverMovesTheOnesThatStand() {
        List<Finding> all = rich.findings();
        presenter.show(with(1, List.of(all.get(2))), List.of());
        presenter.openAt(0);
        presenter.show(with(2, List.of(all.get(1), all.get(2), all.get(4))), List.of());
        FindingViewState state = presenter.state();
        assertEquals(
                List.of("limit", "pair-never-closed", "allocator"),
                state.list().items().stream().map(item -> item.finding().rule()).toList());
        assertEquals("limit", state.open().orElseThrow().finding().rule());
        presenter.show(with(3, all), List.of());
        assertEquals("limit", presenter.state().open().orElseThrow().finding().rule(), "what is open stays open");
        assertEquals(
                "owner-collected",
                presenter.state().list().items().getFirst().finding().rule());
    }

    @Test
    void arrowsMoveAndStop() {
        presenter.show(rich, List.of());
        presenter.step(-1);
        assertEquals("owner-collected", presenter.opened().orElseThrow().rule());
        presenter.step(1);
        presenter.step(1);
        assertEquals("limit", presenter.opened().orElseThrow().rule());
        assertTrue(presenter.state().openStack().isEmpty());
    }

    @Test
    void copiedTextHasVerdictEvidenceAdviceAndStack() {
        presenter.show(rich, List.of());
        FindingViewState state = presenter.state();
        String text = OpenFinding.text(state.open().orElseThrow().finding(), state);
        assertTrue(text.startsWith("Leak, proven: TextureCache.upload loses one 256 KiB buffer"), text);
        assertTrue(text.contains("- No free was ever seen"), text);
        assertTrue(text.contains("Free the staging buffer"), text);
        assertTrue(text.contains("    at com.acme.render.TextureCache.upload:214\n"), text);
    }

    @Test
    void onlyALiveTargetIsAskedForMoreBlocks() {
        presenter.show(rich, List.of());
        assertTrue(presenter.state().sampled());
        presenter.show(SampleSnapshots.playback(), List.of());
        assertFalse(presenter.state().sampled());
    }

    @Test
    void suppressedOnesStandOnAShelfOfTheirOwnWithTheirReason() {
        List<Finding> all = rich.findings();
        Suppressions.Entry entry = Suppressions.entryFor(all.get(1), LocalDate.of(2026, 11, 24), "known");
        presenter.show(
                with(1, List.of(all.get(0), all.get(2))), List.of(new Suppressions.Suppressed(all.get(1), entry)));
        assertEquals(2, presenter.state().list().items().size());
        assertEquals(1, presenter.state().list().suppressed());

        presenter.list(Shelf.SUPPRESSED);
        FindingViewState state = presenter.state();
        assertEquals(
                List.of(all.get(1)),
                state.list().items().stream().map(Item::finding).toList());
        assertEquals(Optional.of(entry), state.open().orElseThrow().entry());
        assertFalse(state.list().items().getFirst().isNew(), "somebody has looked at it");

        presenter.show(with(2, all), List.of());
        assertTrue(presenter.state().open().isEmpty(), "the shelf is empty now, and stays where it is");
        presenter.openAt(2);
        assertEquals(Shelf.OPEN, presenter.state().list().shelf());
        assertEquals(all.get(2), presenter.state().open().orElseThrow().finding());
    }

    @Test
    void aSeverityIsFilteredOutAndWhatIsHiddenIsCounted() {
        presenter.show(rich, List.of());
        presenter.hide(Severity.CRITICAL, true);
        FindingViewState state = presenter.state();
        assertEquals("pair-never-closed", state.open().orElseThrow().finding().rule());
        assertEquals(1, state.list().filteredOut());
        assertEquals(5, state.list().open(), "the head goes on counting all");
        presenter.openAt(0);
        assertEquals(0, presenter.state().list().filteredOut(), "a finding that is asked for is shown");
    }

    @Test
    void withoutFindingsTheSentenceSpeaks() {
        presenter.show(SampleSnapshots.empty(), List.of());
        assertTrue(presenter.state().open().isEmpty());
        assertEquals("Nothing has been recorded yet.", presenter.state().summary());
    }

    private Snapshot with(long version, List<Finding> findings) {
        return SampleSnapshots.with(rich, version, findings);
    }
}
