package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.KeyHint;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// Keys drawn as caps.
public final class KeyCaps {

    private KeyCaps() {}

    /// Caps and what they do.
    public static Node hint(KeyHint hint) {
        HBox row = caps(hint.keys());
        row.getChildren().add(Texts.caption(hint.does()));
        return row;
    }

    public static HBox caps(List<String> keys) {
        HBox row = new HBox(4);
        row.setAlignment(Pos.CENTER_LEFT);
        for (String key : keys) {
            row.getChildren().add(Texts.label(key, "key-cap"));
        }
        return row;
    }
}
