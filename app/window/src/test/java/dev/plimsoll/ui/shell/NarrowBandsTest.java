package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.kit.Theme;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The bands drop what has no room, whether the window was narrow from the beginning or became so; a recording sends no
/// second snapshot that would put it right.
final class NarrowBandsTest {

    private static final List<String> TABS = List.of("allocations", "callbacks", "gc");

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    @Test
    void theBandsFollowTheWidthWithoutAnotherSnapshot() {
        Shell shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()));
        Scene scene = Desk.fx(() -> shell.scene(1024, 700));
        Desk.run(() -> {
            shell.open(new SampleSession(SampleSnapshots.rich()));
            layOut(scene, 1024);
        });
        assertEquals(0, counts(scene));
        assertEquals(false, detail(scene));
        Desk.run(() -> layOut(scene, 1440));
        assertEquals(3, counts(scene));
        assertEquals(true, detail(scene));
        Desk.run(() -> layOut(scene, 1024));
        assertEquals(0, counts(scene));
        assertEquals(false, detail(scene));
        Desk.run(shell::close);
    }

    /// Twice: what changes with the width is laid out after it.
    private static void layOut(Scene scene, double width) {
        for (int pass = 0; pass < 2; pass++) {
            scene.getRoot().resize(width, 700);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static long counts(Scene scene) {
        return Desk.fx(() -> TABS.stream()
                .filter(tab -> ((ToggleButton) scene.lookup("#tab-" + tab)).getGraphic() != null)
                .count());
    }

    private static boolean detail(Scene scene) {
        return Desk.fx(() -> scene.getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label
                        && label.isVisible()
                        && label.getText().startsWith("JDK 21")));
    }
}
