package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// What a right click on a frame offers. The keys beside the items are the page's own.
final class FlameMenu {

    private FlameMenu() {}

    static ContextMenu of(FlameActions actions, List<Frame> path, Runnable details) {
        return new ContextMenu(
                item("flame.menu.zoom", () -> actions.zoom(path), new KeyCodeCombination(KeyCode.ENTER)),
                item("flame.menu.focus", () -> actions.focus(path), new KeyCodeCombination(KeyCode.F)),
                item("flame.menu.remove", () -> actions.remove(path), new KeyCodeCombination(KeyCode.D)),
                item("flame.menu.merge", () -> actions.merge(path), new KeyCodeCombination(KeyCode.M)),
                item(
                        "flame.menu.library",
                        () -> actions.collapseLibrary(path),
                        new KeyCodeCombination(KeyCode.M, KeyCombination.SHIFT_DOWN)),
                item("flame.menu.sandwich", () -> actions.sandwich(path), new KeyCodeCombination(KeyCode.DIGIT3)),
                item("flame.menu.collapse", actions::collapseRecursion, new KeyCodeCombination(KeyCode.C)),
                new SeparatorMenuItem(),
                item(
                        "flame.menu.copyFrame",
                        () -> actions.copyFrame(path),
                        new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN)),
                item(
                        "flame.menu.copyStack",
                        () -> actions.copyStack(path),
                        new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
                item("flame.menu.source", () -> actions.openSource(path), new KeyCodeCombination(KeyCode.O)),
                new SeparatorMenuItem(),
                item("flame.menu.details", details, new KeyCodeCombination(KeyCode.Q)));
    }

    private static MenuItem item(String key, Runnable action, KeyCombination keys) {
        MenuItem item = new MenuItem(Words.say(key));
        item.setId(key.replace('.', '-'));
        item.setAccelerator(keys);
        item.setOnAction(event -> action.run());
        return item;
    }
}
