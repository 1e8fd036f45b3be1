package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.session.HealthMetric;
import dev.plimsoll.session.HealthRanges;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.finding.FindingPage;
import dev.plimsoll.ui.overview.OverviewPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a person decides in the window is text in the project's folder, and holds at the next start.
final class DecisionsTest {

    private final Snapshot rich = SampleSnapshots.rich();

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    @Test
    void aSuppressedFindingIsKeptAsTextAndCanBeShownAgain() throws Exception {
        try (PageDesk desk = PageDesk.open(rich, Desk.fx(() -> new FindingPage(new Tokens())))) {
            Path file = desk.outside().decisions().resolve(ProjectFiles.SUPPRESSIONS);
            rightClick(Desk.find("#findings").lookup(".finding-row"));
            desk.text("#suppress-reason", "known, fixed in 4.2");
            Desk.click("#suppress-now");
            Desk.await("the file", () -> Files.exists(file));
            desk.settle();
            assertEquals(
                    rich.findings().subList(1, rich.findings().size()),
                    desk.shell().shown().orElseThrow().findings());
            Suppressions.Entry entry =
                    Suppressions.parse(Files.readAllLines(file)).entries().getFirst();
            assertEquals("owner-collected", entry.rule());
            assertEquals("known, fixed in 4.2", entry.reason());
            assertEquals(LocalDate.now(), entry.since());
            assertFalse(Desk.words().contains("known, fixed in 4.2"), Desk.words());
            Desk.click("#finding-suppress");
            desk.settle();
            Desk.key(KeyCode.ESCAPE);

            Desk.click("#findings-suppressed");
            assertTrue(Desk.words().contains("known, fixed in 4.2"), Desk.words());
            Desk.click("#finding-restore");
            desk.settle();
            assertEquals(rich.findings(), desk.shell().shown().orElseThrow().findings());
            assertFalse(Desk.words().contains("known, fixed in 4.2"), Desk.words());
        }
    }

    /// The row's menu has one item.
    private static void rightClick(Node row) {
        Desk.run(() -> row.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 20, 10, 20, 10, false, new PickResult(row, 20, 10))));
        Desk.settle();
        Desk.run(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .toList()
                .getFirst()
                .getItems()
                .getFirst()
                .fire());
        Desk.settle();
    }

    @Test
    void aRangeIsKeptAsTextAndJudgedByAtOnce() throws Exception {
        try (PageDesk desk = PageDesk.open(rich, Desk.fx(() -> new OverviewPage(new Tokens())))) {
            Path file = desk.outside().decisions().resolve(ProjectFiles.RANGES);
            Desk.click("#show-health");
            desk.settle();
            TextField callbacks = (TextField) Desk.find("#range-live-callbacks");
            assertEquals("10,000", callbacks.getText());
            Desk.run(() -> {
                callbacks.requestFocus();
                callbacks.setText("12");
            });
            Desk.key(KeyCode.ENTER);
            Desk.await("the file", () -> Files.exists(file));
            desk.settle();
            assertEquals(12, HealthRanges.parse(Files.readAllLines(file)).most(HealthMetric.CALLBACKS));
            assertTrue(
                    Desk.find("#act-live-callbacks").getStyleClass().contains("strong"),
                    "more than 12 callbacks are live");
        }
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndLeftAsItIs() throws Exception {
        try (PageDesk desk = PageDesk.open(rich, Desk.fx(() -> new FindingPage(new Tokens())))) {
            Path file = desk.outside().decisions().resolve(ProjectFiles.SUPPRESSIONS);
            Files.createDirectories(file.getParent());
            Files.write(file, List.of("growth only"));
            List<String> said = new java.util.concurrent.CopyOnWriteArrayList<>();
            ProjectFiles files = new ProjectFiles(Runnable::run, said::add, () -> {});
            files.open(file.getParent());
            assertEquals(1, said.size());
            assertTrue(said.getFirst().contains("line 1 needs a rule"), said.getFirst());
            assertEquals(List.of("growth only"), Files.readAllLines(file));
            files.suppress(rich.findings().getFirst(), "seen");
            assertEquals("growth only", Files.readAllLines(file).getFirst(), "what somebody wrote stays");
            assertEquals(2, Files.readAllLines(file).size());
        }
    }
}
