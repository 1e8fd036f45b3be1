package dev.plimsoll.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.FilterPopup;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The comparison as a person uses it, from two recordings on a disk.
final class ComparePageTest {

    @TempDir
    private Path folder;

    @Test
    void fromADroppedBaselineToTheLineThatChangedMost() throws Exception {
        Path before = TwoRuns.before(folder);
        try (PageDesk desk = PageDesk.open(TwoRuns.read(TwoRuns.after(folder)), new ComparePage())) {
            assertTrue(Desk.shows("#zone-A"), "a place to drop the baseline on");
            assertTrue(Desk.words().contains("Drop a recording here as A, the baseline"), Desk.words());
            assertTrue(Desk.shows("#timeline"), "there is nothing to overlay yet");

            Desk.run(() -> desk.shell().goTo(new Target.Baseline(before)));
            Desk.await("the comparison", () -> Desk.shows("#diff"));
            desk.settle();
            assertTrue(Desk.shows("#overlay"), "both recordings on one axis");
            assertFalse(Desk.shows("#timeline"));
            String words = Desk.words();
            assertTrue(words.contains("4 of 5 sites differ by more than their error"), words);
            assertTrue(words.contains("1 site exists only in A"), words);
            assertEquals(
                    10,
                    Desk.fx(() ->
                            ((TableView<?>) Desk.find("#changes")).getColumns().size()));
            assertTrue(words.contains("B − A") && words.contains("A MiB"), words);
            assertTrue(words.contains("MiB exact"), "a figure has its interval, or says that it needs none: " + words);

            Desk.key(KeyCode.Q);
            assertEquals("B holds 332.0 MiB less than A.", text("#compare-headline"));
            Desk.key(KeyCode.Q);
            Desk.run(() ->
                    ((TableView<?>) Desk.find("#changes")).getSelectionModel().select(0));
            desk.settle();
            Desk.key(KeyCode.Q);
            assertTrue(Desk.words().contains("−388.0"), Desk.words());
            Desk.key(KeyCode.Q);

            Desk.click("#compare-swap");
            desk.settle();
            assertTrue(Desk.words().contains("1 site exists only in B"), Desk.words());
            Desk.key(KeyCode.Q);
            assertEquals("A holds 332.0 MiB more than B.", text("#compare-headline"));
        }
    }

    @Test
    void columnsOfTheChangesAreFiltered() throws Exception {
        Path before = TwoRuns.before(folder);
        try (PageDesk desk = PageDesk.open(TwoRuns.read(TwoRuns.after(folder)), new ComparePage())) {
            Desk.run(() -> desk.shell().goTo(new Target.Baseline(before)));
            Desk.await("the comparison", () -> Desk.shows("#diff"));
            desk.settle();
            TableView<?> changes = (TableView<?>) Desk.find("#changes");
            assertEquals(5, Desk.fx(() -> changes.getItems().size()));
            FilterPopup.filter(changes, "B − A", "> 0");
            desk.settle();
            assertEquals(2, Desk.fx(() -> changes.getItems().size()), "36 and 40 MiB more");
            FilterPopup.filter(changes, "A MiB", "= 152");
            desk.settle();
            assertEquals(1, Desk.fx(() -> changes.getItems().size()));
            assertTrue(Desk.words().contains("+36.0"), Desk::words);
            Desk.click("#compare-swap");
            desk.settle();
            assertEquals(0, Desk.fx(() -> changes.getItems().size()), "filters stay with their columns");
        }
    }

    @Test
    void readingAnotherRecordingCanBeGivenUp() throws Exception {
        Snapshot open = TwoRuns.read(TwoRuns.after(folder));
        Snapshot begun = new Snapshot(
                0,
                new Phase.Opening("reading", 0.25),
                open.subject(),
                open.stacks(),
                open.ledger(),
                open.timeline(),
                List.of(),
                "",
                open.health(),
                List.of());
        SampleSession slow = new SampleSession(begun);
        try (PageDesk desk = PageDesk.open(open, new ComparePage(file -> slow))) {
            Desk.run(() -> desk.shell().goTo(new Target.Baseline(folder.resolve("huge.jfr"))));
            Desk.await("how far it is", () -> Desk.words().contains("25.0 %"));
            Desk.click("#zone-cancel-A");
            assertTrue(slow.closed(), "its reader has ended");
            assertTrue(Desk.words().contains("Drop a recording here as A, the baseline"), Desk.words());
            assertFalse(Desk.shows("#zone-cancel-A"));
        }
    }

    @Test
    void aFileThatIsNoRecordingIsSaidInItsPlace() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.jfr"), "remember the milk");
        try (PageDesk desk = PageDesk.open(TwoRuns.read(TwoRuns.after(folder)), new ComparePage())) {
            Desk.run(() -> desk.shell().goTo(new Target.Baseline(text)));
            Desk.await("the sentence", () -> Desk.words().contains("notes.jfr could not be opened"));
            assertTrue(Desk.words().contains("not a flight recording"), Desk.words());
            assertTrue(Desk.shows("#zone-open-A"), "another one can be chosen");
        }
    }

    private static String text(String selector) {
        return Desk.fx(() -> ((Label) Desk.find(selector)).getText());
    }
}
