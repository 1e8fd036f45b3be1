package dev.plimsoll.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a page says when there is nothing to show: one icon, one sentence of what, one of when or how.
public final class EmptyState extends VBox {

    private final Label what = Texts.label("", "what");
    private final Label how = Texts.label("", "how");

    public EmptyState(String icon) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        what.setWrapText(true);
        how.setWrapText(true);
        how.setMaxWidth(420);
        how.setAlignment(Pos.CENTER);
        how.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(Icons.of(icon, 22), what, how);
    }

    public void say(String whatText, String howText) {
        what.setText(whatText);
        how.setText(howText);
    }
}
