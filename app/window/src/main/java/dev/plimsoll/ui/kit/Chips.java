package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Tokens;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/// Small round labels.
public final class Chips {

    private Chips() {}

    /// `kind` is empty, `warning`, `critical` or `notice`.
    public static Label of(String text, String kind) {
        Label chip = new Label(text);
        chip.getStyleClass().add("chip");
        if (!kind.isEmpty()) {
            chip.getStyleClass().add(kind);
        }
        return chip;
    }

    /// A binding's swatch and name.
    public static Label binding(String binding, Tokens tokens) {
        Label chip = of(binding, "");
        chip.setGraphic(new Swatch(binding, tokens));
        return chip;
    }

    /// A filter that can be taken off.
    public static Label filter(String text, Runnable onRemove) {
        Label chip = of(text, "outlined");
        Button remove = new Button(null, Icons.small("x"));
        remove.setAccessibleText(Words.say("chip.remove", text));
        remove.setOnAction(event -> onRemove.run());
        chip.setGraphic(remove);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        return chip;
    }
}
