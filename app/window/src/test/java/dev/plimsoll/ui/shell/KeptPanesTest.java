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
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
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
