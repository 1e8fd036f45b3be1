package dev.plimsoll.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Labels by role, so that no page names a size or a face.
public final class Texts {

    private Texts() {}

    public static Label headline(String text) {
        return label(text, "headline");
    }

    /// 18 px, the verdict sentence of an open finding.
    public static Label verdict(String text) {
        Label label = label(text, "verdict-sentence");
        label.setWrapText(true);
        return label;
    }

    public static Label body(String text) {
        return label(text, "body");
    }

    /// 11 px, secondary.
    public static Label caption(String text) {
        return label(text, "caption");
    }

    /// 11 px bold, secondary: heads of columns and parts.
    public static Label head(String text) {
        return label(text, "head");
    }

    /// 11 px mono.
    public static Label mono(String text) {
        return label(text, "mono", "figure");
    }

    /// 11 px mono bold: the figure that matters.
    public static Label monoBold(String text) {
        return label(text, "mono", "figure", "strong");
    }

    public static Label label(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /// Takes all room between its neighbours in a row.
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        spacer.setMouseTransparent(true);
        return spacer;
    }
}
