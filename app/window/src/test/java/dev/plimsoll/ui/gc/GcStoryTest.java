package dev.plimsoll.ui.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.ReferenceCounts;
import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Frames;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.TableCell;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the page says of one collection, in its drawer and in the table.
final class GcStoryTest {

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    @Test
    void whatWaitsForACleanerIsToldFromWhatHasNone() {
        String words = drawer(SampleSnapshots.rich());
        assertTrue(words.contains("Stuck behind the Cleaner\n5.1 MiB"), words);
        assertTrue(words.contains("and 21 cycles by now"), words);
        assertTrue(words.contains("No Cleaner frees it\n20.3 MiB"), words);
        assertTrue(words.contains("soft\n4\nweak\n8,434\nfinal\n0\nphantom\n2,204"), words);
    }

    @Test
    void aRecordingWithoutReferencesSaysSo() {
        String words =
                drawer(with(SampleSnapshots.rich(), cycle -> of(cycle, ReferenceCounts.NONE, Cycle.Cleaning.NONE, 0)));
        assertTrue(words.contains("References processed\nnot recorded"), words);
        assertFalse(words.contains("phantom"), words);
    }

    @Test
    void whoAskedForACollectionAndWhatCleanersDidIsSaid() {
        Snapshot rich = SampleSnapshots.rich();
        int stack = rich.ledger().stacks().getFirst().key().stack();
        String caller = Frames.shortLabel(
                Objects.requireNonNull(rich.stacks().get(stack).site()));
        String words =
                drawer(with(rich, cycle -> of(cycle, cycle.references(), new Cycle.Cleaning(704, 38_000_000), stack)));
        assertTrue(words.contains("Called at\n" + caller), words);
        assertTrue(words.contains("Who called System.gc()\n"), words);
        assertTrue(words.contains("by their Cleaners, median lag 38.0 ms"), words);
        assertTrue(words.contains("704 in the queue, for "), words);
        assertFalse(drawer(rich).contains("Called at"), "not recorded is not told");
    }

    private static Cycle of(Cycle of, ReferenceCounts references, Cycle.Cleaning cleaning, int caller) {
        return new Cycle(
                of.gcId(),
                of.name(),
                of.cause(),
                of.young(),
                of.start(),
                of.duration(),
                of.sumOfPauses(),
                of.longestPause(),
                references,
                of.heapUsedBefore(),
                of.heapUsedAfter(),
                of.ownerDiedBytes(),
                of.freedBytes(),
                of.stuckBytes(),
                of.leakedBytes(),
                cleaning,
                caller);
    }

    private static Snapshot with(Snapshot rich, UnaryOperator<Cycle> other) {
        TimelineSnapshot timeline = rich.timeline();
        return SampleSnapshots.with(
                rich,
                new TimelineSnapshot(
                        timeline.start(),
                        timeline.end(),
                        timeline.rss(),
                        timeline.heapUsed(),
                        timeline.heapCommitted(),
                        timeline.nativeLive(),
                        timeline.callbacks(),
                        timeline.cycles().stream().map(other).toList(),
                        timeline.memoryLimit()));
    }

    private static String drawer(Snapshot snapshot) {
        try (PageDesk desk = PageDesk.open(snapshot, Desk.fx(() -> new GcPage(new Tokens())))) {
            Desk.run(() -> desk.shell().goTo(new Target.Cycle(SampleSnapshots.FULL_GC)));
            desk.settle();
            return Desk.words("#cycle");
        }
    }

    /// What waits for a Cleaner is amber in the table and what has none red, as in the chart.
    @Test
    void figuresHaveTheColoursOfTheirBars() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.rich(), Desk.fx(() -> new GcPage(new Tokens())))) {
            desk.settle();
            assertEquals(Set.of(Color.web("#cf222e")), Desk.fx(() -> colours("critical")));
            assertEquals(Set.of(Color.web("#855900")), Desk.fx(() -> colours("warning")));
        }
    }

    private static Set<Paint> colours(String styleClass) {
        return Desk.find(".table-view").lookupAll(".table-cell." + styleClass).stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getText() != null)
                .map(cell -> cell.getTextFill())
                .collect(Collectors.toSet());
    }
}
