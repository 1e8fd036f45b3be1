package dev.plimsoll.ui.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.SampleSnapshots;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingPresenterTest {

    private final Snapshot rich = SampleSnapshots.rich();
    private final FindingPresenter presenter = new FindingPresenter();

    @Test
    void theGravestIsOpenAndOthersAreNew() {
        presenter.show(rich);
        FindingViewState state = presenter.state();
        assertEquals("owner-collected", state.open().orElseThrow().rule());
        assertFalse(state.items().get(0).isNew());
        assertTrue(state.items().get(1).isNew());
        assertTrue(state.openStack().orElseThrow().frames().size() > 5);
        presenter.openAt(1);
        assertEquals("pair-never-closed", presenter.state().open().orElseThrow().rule());
        assertFalse(presenter.state().items().get(1).isNew());
        assertEquals("312 live", presenter.state().figures());
    }

    @Test
    void aNewFindingNeverMovesTheOnesThatStand() {
        List<Finding> all = rich.findings();
        presenter.show(with(1, List.of(all.get(2))));
        presenter.openAt(0);
        presenter.show(with(2, List.of(all.get(1), all.get(2), all.get(4))));
        FindingViewState state = presenter.state();
        assertEquals(
                List.of("limit", "pair-never-closed", "allocator"),
                state.items().stream().map(item -> item.finding().rule()).toList());
        assertEquals("limit", state.open().orElseThrow().rule());
        presenter.show(with(3, all));
        assertEquals("limit", presenter.state().open().orElseThrow().rule(), "what is open stays open");
        assertEquals(
                "owner-collected",
                presenter.state().items().getFirst().finding().rule());
    }

    @Test
    void arrowsMoveAndStop() {
        presenter.show(rich);
        presenter.step(-1);
        assertEquals("owner-collected", presenter.opened().orElseThrow().rule());
        presenter.step(1);
        presenter.step(1);
        assertEquals("limit", presenter.opened().orElseThrow().rule());
        assertTrue(presenter.state().openStack().isEmpty());
    }

    @Test
    void copiedTextHasVerdictEvidenceAdviceAndStack() {
        presenter.show(rich);
        FindingViewState state = presenter.state();
        String text = OpenFinding.text(state.open().orElseThrow(), state);
        assertTrue(text.startsWith("Leak, proven: TextureCache.upload loses one 256 KiB buffer"), text);
        assertTrue(text.contains("- No free was ever seen"), text);
        assertTrue(text.contains("Free the staging buffer"), text);
        assertTrue(text.contains("    at com.acme.render.TextureCache.upload:214\n"), text);
    }

    @Test
    void onlyALiveTargetIsAskedForMoreBlocks() {
        presenter.show(rich);
        assertTrue(presenter.state().sampled());
        presenter.show(SampleSnapshots.playback());
        assertFalse(presenter.state().sampled());
    }

    @Test
    void withoutFindingsTheSentenceSpeaks() {
        presenter.show(SampleSnapshots.empty());
        assertTrue(presenter.state().open().isEmpty());
        assertEquals("Nothing has been recorded yet.", presenter.state().summary());
    }

    private Snapshot with(long version, List<Finding> findings) {
        return new Snapshot(
                version,
                rich.phase(),
                rich.subject(),
                rich.stacks(),
                rich.ledger(),
                rich.timeline(),
                findings,
                rich.summary(),
                rich.health(),
                rich.coverage());
    }
}
