package dev.plimsoll.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.comparison.Scaling;
import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.SampleSnapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparePresenterTest {

    @TempDir
    private Path folder;

    private final ComparePresenter presenter = new ComparePresenter(Runnable::run, Runnable::run, state -> {});
    private Snapshot before = SampleSnapshots.empty();
    private Snapshot after = SampleSnapshots.empty();

    @BeforeEach
    void read() throws Exception {
        before = TwoRuns.read(TwoRuns.before(folder));
        after = TwoRuns.read(TwoRuns.after(folder));
    }

    @Test
    void whatTheWindowHasIsBAndNothingIsComparedWithoutA() {
        presenter.window(after, false);
        assertEquals("after.jfr", presenter.state().b().name());
        assertNull(presenter.state().answer());
        presenter.a(Slot.of(before));
        assertEquals(List.of("upload −388.0", "acquire +40.0", "decode +36.0", "legacy −20.0", "grow 0.0"), rows());
        assertEquals(296 * TwoRuns.MIB, answer().tree().root().total());
    }

    @Test
    void swappingMakesBTheBaseline() {
        compare();
        presenter.flipped(true);
        assertEquals(List.of("upload +388.0", "acquire −40.0", "decode −36.0", "legacy +20.0", "grow 0.0"), rows());
        assertEquals(628 * TwoRuns.MIB, answer().tree().root().total(), "as wide as A");
        assertSame(before, answer().comparison().after());
        assertTrue(answer().boxes().row(1).size() >= 1);
    }

    @Test
    void metricsAndScalesAreAskedAnew() {
        compare();
        presenter.metric(Metric.LIVE_BLOCKS);
        assertEquals(-1, row("legacy").figure().difference());
        presenter.metric(Metric.LIVE_BYTES);
        presenter.scaling(Scaling.TOTAL);
        assertEquals(0, answer().comparison().live().difference(), 1e-3);
        assertEquals(
                44.0 * TwoRuns.MIB * 628 / 296, row("grow").figure().after().value(), 1);
    }

    @Test
    void aLineOfTheTableSelectsItsFrame() {
        compare();
        presenter.row(row("decode"));
        List<Frame> selected = Objects.requireNonNull(presenter.state().selected());
        assertEquals("decode", selected.getLast().method());
        assertNotNull(presenter.state().selectedBox().orElse(null));
        assertTrue(presenter.escape());
        assertNull(presenter.state().selected());
        assertFalse(presenter.escape(), "nothing is left to take back");
    }

    @Test
    void zoomKeepsTheTreeAndTheComparison() {
        compare();
        Answer first = answer();
        List<Frame> path = first.boxes().row(2).getFirst().path();
        presenter.zoomTo(path);
        assertSame(first.tree(), answer().tree(), "a zoom does not fold stacks again");
        assertSame(first.comparison(), answer().comparison());
        assertEquals(2, answer().layout().zoomDepth());
        presenter.zoomOut();
        assertEquals(1, answer().layout().zoomDepth());
    }

    @Test
    void aLiveTargetIsTakenOnceAndAgainWhenAsked() {
        Snapshot live = phase(after, new Phase.Live());
        presenter.a(Slot.of(before));
        presenter.window(live, false);
        Snapshot later = with(after, before, new Phase.Live());
        presenter.window(later, false);
        assertSame(live, presenter.state().b().snapshot());
        assertTrue(presenter.state().newer());
        presenter.refresh();
        assertSame(later, presenter.state().b().snapshot());
        assertFalse(presenter.state().newer());
    }

    @Test
    void whatCannotBeReadIsSaidInItsPlace() {
        presenter.window(after, false);
        presenter.a(Slot.of(phase(before, new Phase.Failed("before.jfr is damaged; record again."))));
        assertEquals(
                "before.jfr is damaged; record again.", presenter.state().a().failure());
        assertNull(presenter.state().answer());
        assertTrue(presenter.settled());
        presenter.a(Slot.of(phase(before, new Phase.Opening("reading", 0.25))));
        assertFalse(presenter.settled(), "pictures wait for what is being read");
    }

    private void compare() {
        presenter.window(after, false);
        presenter.a(Slot.of(before));
    }

    private Answer answer() {
        return Objects.requireNonNull(presenter.state().answer());
    }

    private SiteRow row(String method) {
        return answer().rows().stream()
                .filter(row -> method.equals(method(row)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> rows() {
        return answer().rows().stream()
                .map(row -> method(row) + " "
                        + DiffWords.signedInColumn(
                                answer().metric(), row.figure().difference()))
                .toList();
    }

    private static String method(SiteRow row) {
        return Objects.requireNonNull(row.frame()).method();
    }

    private static Snapshot phase(Snapshot of, Phase phase) {
        return with(of, of, phase);
    }

    /// The name of one, the data of another.
    private static Snapshot with(Snapshot name, Snapshot data, Phase phase) {
        return new Snapshot(
                data.version(),
                phase,
                name.subject(),
                data.stacks(),
                data.ledger(),
                data.timeline(),
                data.findings(),
                data.summary(),
                data.health(),
                data.coverage());
    }
}
