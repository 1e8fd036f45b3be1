package dev.plimsoll.ui.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with the list of findings.
final class FindingsStoryTest {

    private final Snapshot rich = SampleSnapshots.rich();

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    @Test
    void aLineThatHasACourseDrawsIt() {
        try (PageDesk desk = PageDesk.open(rich, Desk.fx(() -> new FindingPage(new Tokens())))) {
            desk.settle();
            assertTrue(Desk.shows("#evidence-4 .course"));
            assertFalse(Desk.shows("#evidence-2 .course"));
        }
    }

    @Test
    void whatIsSuppressedGoesToTheOtherShelfAndComesBack() {
        try (PageDesk desk = PageDesk.open(rich, Desk.fx(() -> new FindingPage(new Tokens())))) {
            assertEquals("Open 5", textOf("#findings-open"));
            assertEquals("Suppressed 0", textOf("#findings-suppressed"));
            Desk.click("#findings-suppressed");
            assertTrue(Desk.words().contains("Nothing is suppressed"), Desk.words());
            assertFalse(Desk.shows("#verdict-sentence"), "no finding is open beside an empty shelf");

            Desk.click("#findings-open");
            Desk.click("#finding-suppress");
            desk.text("#suppress-reason", "fixed in 4.2");
            Desk.click("#suppress-now");
            desk.settle();
            assertEquals("Open 4", textOf("#findings-open"));
            assertEquals("Suppressed 1", textOf("#findings-suppressed"));
            assertFalse(Desk.words().contains("fixed in 4.2"), "it is out of sight");

            Desk.click("#findings-suppressed");
            assertTrue(Desk.words().contains("fixed in 4.2"), Desk.words());
            assertTrue(Desk.words().contains("TextureCache.upload loses one"), "and can be read whole");
            assertFalse(Desk.shows("#finding-suppress"));
            Desk.click("#finding-restore");
            desk.settle();
            assertEquals("Open 5", textOf("#findings-open"));
            assertTrue(Desk.words().contains("Nothing is suppressed"), "the shelf stays where the person left it");
        }
    }

    @Test
    void aSeverityIsFilteredOutAndNamedAsHidden() {
        try (PageDesk desk = PageDesk.open(rich, Desk.fx(() -> new FindingPage(new Tokens())))) {
            Desk.click("#findings-filter");
            CheckMenuItem critical = (CheckMenuItem) Desk.fx(() -> Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                    .filter(item -> "findings-critical".equals(item.getId()))
                    .findFirst()
                    .orElseThrow());
            assertTrue(critical.isSelected());
            Desk.run(() -> {
                critical.setSelected(false);
                critical.fire();
                critical.getParentPopup().hide();
            });
            desk.settle();
            assertFalse(Desk.words().contains("TextureCache.upload loses one"), Desk.words());
            assertTrue(Desk.words().contains("1 more are filtered out."), Desk.words());
            assertEquals("Open 5", textOf("#findings-open"));
        }
    }

    @Test
    void theReportOfWhatIsOpenIsSaved(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("findings.html");
        try (PageDesk desk = PageDesk.open(rich, Desk.fx(() -> new FindingPage(new Tokens())))) {
            desk.outside().picture(file);
            Desk.click("#findings-save");
            Desk.await("the report", () -> Files.exists(file));
            String html = Files.readString(file);
            assertTrue(html.contains("TextureCache.upload loses one 256 KiB buffer"), html);
        }
    }

    /// A live target's figures change once a second, and each change makes the rows anew.
    @Test
    void aClickCountsThoughTheFiguresChangeUnderIt() {
        try (PageDesk desk = PageDesk.open(rich, Desk.fx(() -> new FindingPage(new Tokens())))) {
            Desk.press(row("WindowManager.open"));
            List<Finding> grown =
                    rich.findings().stream().map(FindingsStoryTest::withOneMore).toList();
            desk.publish(SampleSnapshots.with(rich, 2, grown));
            desk.settle();
            assertTrue(Desk.words().contains("313 callbacks"), Desk.words());
            Desk.release();
            assertTrue(
                    Desk.fx(() -> ((Label) Desk.find("#verdict-sentence")).getText())
                            .startsWith("Key callbacks"),
                    Desk.words());
        }
    }

    private static Node row(String says) {
        return Desk.fx(() -> Desk.find("#findings").lookupAll(".finding-row").stream()
                .filter(row -> row.lookupAll(".label").stream()
                        .anyMatch(label -> ((Label) label).getText().equals(says)))
                .findFirst()
                .orElseThrow());
    }

    private static Finding withOneMore(Finding of) {
        return new Finding(
                of.rule(),
                of.verdict(),
                of.sentence(),
                of.binding(),
                of.bytes(),
                of.blocks().plus(new Estimate(1, 0)),
                of.frame(),
                of.stack(),
                of.evidence(),
                of.advice());
    }

    private static String textOf(String button) {
        return Desk.fx(() -> ((ToggleButton) Desk.find(button)).getText());
    }
}
