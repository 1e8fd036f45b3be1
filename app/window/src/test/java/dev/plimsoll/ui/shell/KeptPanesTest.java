package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.kit.Theme;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SplitPane;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// A window opens on the page that was left, with its panes as they were dragged.
class KeptPanesTest {

    private final SampleOutside outside = new SampleOutside();

    @Test
    void thePageAndItsDividerComeBack() {
        double left = visit(shell -> {
            Desk.run(() -> shell.select(page(shell, "gc")));
            Desk.settle();
            double before = divider(shell);
            Node grip = Desk.fx(() -> split(shell).lookup(".split-pane-divider"));
            drag(grip, 60);
            Desk.settle();
            assertNotEquals(before, divider(shell), 0.05);
            return divider(shell);
        });
        double found = visit(shell -> {
            assertEquals("gc", Desk.fx(() -> shell.page().id()));
            return divider(shell);
        });
        assertEquals(left, found, 0.01);
    }

    @Test
    void aLaneThatIsHiddenAndOneThatIsPinnedStaySo() {
        visit(shell -> {
            assertEquals(139, height(shell), "memory, native memory and GC; a low window has no room for callbacks");
            choose(shell, 100, "Hide native memory");
            Desk.await("a lower strip", () -> height(shell) == 98);
            choose(shell, 90, "Keep GC on top");
            choose(shell, 60, "Show callbacks");
            return 0;
        });
        visit(shell -> {
            assertEquals(98, height(shell), "no native memory");
            choose(shell, 60, "Hide memory");
            Desk.await("only GC", () -> height(shell) == 39);
            choose(shell, 30, "Show native memory");
            Desk.await("below GC", () -> height(shell) == 80);
            choose(shell, 30, "Keep GC on top no longer");
            choose(shell, 30, "Keep native memory on top");
            return 0;
        });
        assertEquals("memory callbacks", outside.memory().get("timeline.hidden", ""));
        assertEquals("native", outside.memory().get("timeline.pinned", ""));
    }

    /// Asks for the menu of the lane at a height of the strip, and clicks a line of it.
    private static void choose(Shell shell, double y, String words) {
        Desk.run(() -> {
            Node strip = shell.timeline().view();
            Point2D scene = strip.localToScene(300, y);
            Point2D screen = strip.localToScreen(300, y);
            strip.fireEvent(new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    scene.getX(),
                    scene.getY(),
                    screen.getX(),
                    screen.getY(),
                    false,
                    new PickResult(strip, scene.getX(), scene.getY())));
        });
        Desk.settle();
        Desk.run(() -> {
            ContextMenu menu = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            menu.getItems().stream()
                    .filter(item -> words.equals(item.getText()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(words + " is not offered"))
                    .fire();
            menu.hide();
        });
        Desk.settle();
    }

    private static double height(Shell shell) {
        return Desk.fx(() -> shell.timeline().view().getHeight());
    }

    private interface Visit {
        double in(Shell shell);
    }

    private double visit(Visit visit) {
        Desk.start();
        Shell shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, outside));
        Stage stage = Desk.show(shell.root(), Theme.LIGHT);
        Desk.run(() -> shell.open(new SampleSession(SampleSnapshots.rich())));
        Desk.settle();
        try {
            return visit.in(shell);
        } finally {
            Desk.close(stage);
            Desk.run(shell::close);
        }
    }

    /// What a hand does to the divider, told to it directly: the robot of the headless platform does not move it.
    private static void drag(Node grip, double by) {
        Desk.run(() -> {
            Bounds at = grip.localToScene(grip.getBoundsInLocal());
            double x = at.getCenterX();
            double y = at.getCenterY();
            grip.fireEvent(Desk.mouse(MouseEvent.MOUSE_PRESSED, x, y, false));
            grip.fireEvent(Desk.mouse(MouseEvent.MOUSE_DRAGGED, x, y + by, false));
            grip.fireEvent(Desk.mouse(MouseEvent.MOUSE_RELEASED, x, y + by, false));
        });
    }

    private static Page page(Shell shell, String id) {
        return shell.pages().stream()
                .filter(page -> page.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SplitPane split(Shell shell) {
        return (SplitPane) shell.page().view().lookup(".gc-split");
    }

    private static double divider(Shell shell) {
        return Desk.fx(() -> split(shell).getDividerPositions()[0]);
    }
}
