package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.kit.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
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

    /// The words are what tells a newcomer that the field is there; a target's heap limit can be looked up elsewhere.
    @Test
    void theGoToFieldKeepsItsWordsAtTheUsualWidth() {
        Shell shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()));
        Scene scene = Desk.fx(() -> shell.scene(1440, 900));
        Desk.run(() -> {
            SampleSession session = new SampleSession(SampleSnapshots.rich());
            shell.open(session);
            shell.freeze(true);
            layOut(scene, 1440);
        });
        assertEquals(List.of(true, true), List.of(says(scene, "Go to or run…"), detail(scene)), "frozen");
        Desk.run(() -> {
            shell.open(new SampleSession(SampleSnapshots.playback()));
            layOut(scene, 1440);
        });
        assertEquals(List.of(true, true), List.of(says(scene, "Go to or run…"), detail(scene)), "a recording");
        Desk.run(() -> layOut(scene, 1024));
        assertEquals(List.of(false, true), List.of(says(scene, "Go to or run…"), says(scene, "Ctrl")), "narrow");
        Desk.run(shell::close);
    }

    @Test
    void theToolsOfTheFlameGraphStayWholeBesideASearch() {
        Shell shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()));
        Scene scene = Desk.fx(() -> shell.scene(1440, 900));
        Desk.run(() -> {
            shell.open(new SampleSession(SampleSnapshots.rich()));
            shell.select(shell.pages().get(1));
            layOut(scene, 1440);
            ((TextField) scene.lookup("#flame-search")).setText("Texture.*");
        });
        Desk.await("what was found", () -> shell.page().settled() && found(scene) != null);
        Desk.run(() -> layOut(scene, 1440));
        assertEquals(List.of(), Desk.fx(() -> cut(scene)));
        Desk.run(shell::close);
    }

    private static @Nullable Node found(Scene scene) {
        return scene.lookup("#flame-search").getParent().lookupAll(".caption").stream()
                .filter(node -> node instanceof Label label
                        && label.isVisible()
                        && label.getText().contains("found"))
                .findFirst()
                .orElse(null);
    }

    /// Words in the row of the search that have not the room they need.
    private static List<String> cut(Scene scene) {
        return scene.lookup("#flame-search").getParent().getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof Labeled words
                        && words.isVisible()
                        && words.getWidth() < words.prefWidth(-1) - 0.5)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static boolean says(Scene scene, String start) {
        return Desk.fx(() -> scene.lookup("#go-to").getParent().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label
                        && label.isVisible()
                        && label.getWidth() >= label.prefWidth(-1) - 0.5
                        && label.getText().startsWith(start)));
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
