package dev.plimsoll.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// A flat button that is only an icon: its words are its tooltip, and what a screen reader says.
public final class IconButton {

    private IconButton() {}

    /// @param words in the person's language
    public static Button of(FontIcon icon, String words, String id) {
        Button button = new Button(null, icon);
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-only");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
