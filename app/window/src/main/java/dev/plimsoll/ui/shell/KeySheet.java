package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.kit.KeyCaps;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys: of the window, the timeline, and the page that is open. FX thread.
final class KeySheet extends VBox {

    private static final double CAPS = 118;

    /// Window and timeline: text key, then caps.
    private static final List<KeyHint> WINDOW = List.of(
            KeyHint.of("sheet.page", "Ctrl", "1 … 9"),
            KeyHint.of("sheet.palette", "Ctrl", "K"),
            KeyHint.of("sheet.settings", "Ctrl", ","),
            KeyHint.of("sheet.openRecording", "Ctrl", "O"),
            KeyHint.of("sheet.freeze", "Space"),
            KeyHint.of("sheet.details", "Q"),
            KeyHint.of("sheet.bands", "F6"),
            KeyHint.of("sheet.back", "Esc"),
            KeyHint.of("sheet.keys", "?"));

    private static final List<KeyHint> TIMELINE = List.of(
            KeyHint.of("sheet.zoom", "W", "S"),
            KeyHint.of("sheet.pan", "A", "D"),
            KeyHint.of("sheet.range", "R"),
            KeyHint.of("sheet.ends", "Home", "End"),
            KeyHint.of("sheet.drag", "drag"),
            KeyHint.of("sheet.shiftDrag", "Shift", "drag"),
            KeyHint.of("sheet.wheel", "Ctrl", "wheel"));

    private static final List<KeyHint> FLAME = List.of(
            KeyHint.of("sheet.flame.walk", "← ↑ ↓ →"),
            KeyHint.of("sheet.flame.zoom", "Enter"),
            KeyHint.of("sheet.flame.out", "Backspace"),
            KeyHint.of("sheet.flame.whole", "0"),
            KeyHint.of("sheet.flame.history", "Alt", "← →"),
            KeyHint.of("sheet.flame.find", "Ctrl", "F"),
            KeyHint.of("sheet.flame.next", "N"),
            KeyHint.of("sheet.flame.keep", "Ctrl", "Shift", "F"),
            KeyHint.of("sheet.flame.flip", "I"),
            KeyHint.of("sheet.flame.twins", "T"),
            KeyHint.of("sheet.flame.order", "1", "2", "3"),
            KeyHint.of("sheet.flame.bottomUp", "B"),
            KeyHint.of("sheet.flame.edit", "F", "M", "D", "C"),
            KeyHint.of("sheet.flame.source", "O"),
            KeyHint.of("sheet.flame.copy", "Ctrl", "C"));

    KeySheet(String page, List<KeyHint> ofPage) {
        getStyleClass().add("key-sheet");
        setId("key-sheet");
        setAccessibleText(Words.say("sheet.keys"));
        setFocusTraversable(true);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        HBox columns = new HBox(
                28,
                column(Words.say("sheet.window"), WINDOW, true),
                column(Words.say("sheet.timeline"), TIMELINE, true));
        if (page.equals("flame")) {
            columns.getChildren().add(column(Words.say("sheet.flame"), FLAME, true));
        } else if (!ofPage.isEmpty()) {
            columns.getChildren().add(column(Words.say("sheet.ofPage"), ofPage, false));
        }
        getChildren().addAll(Texts.headline(Words.say("sheet.title")), columns);
    }

    private static Node column(String title, List<KeyHint> hints, boolean byKey) {
        VBox box = new VBox(6, Texts.head(title));
        for (KeyHint hint : hints) {
            HBox caps = KeyCaps.caps(hint.keys());
            caps.setMinWidth(CAPS);
            Label does = Texts.label(byKey ? Words.say(hint.does()) : hint.does(), "table-text");
            does.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(8, caps, does);
            row.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(row);
        }
        return box;
    }
}
