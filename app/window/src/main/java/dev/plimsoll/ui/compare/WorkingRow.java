package dev.plimsoll.ui.compare;

import dev.plimsoll.ui.kit.Patience;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Says that the comparison is being made, and takes a person's word that it need not be; seen only when it takes long.
/// FX thread.
final class WorkingRow extends VBox {

    private final Patience patience = new Patience(this::there);

    WorkingRow(Runnable onCancel) {
        setId("compare-working");
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("working-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        Button cancel = new Button(Words.say("compare.cancel"));
        cancel.setId("compare-cancel");
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(event -> onCancel.run());
        HBox words = new HBox(8, Texts.caption(Words.say("compare.working")), Texts.spacer(), cancel);
        words.getStyleClass().add("tool-row");
        words.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(bar, words);
    }

    void show(boolean isWorking) {
        patience.working(isWorking);
    }

    private void there(boolean is) {
        setVisible(is);
        setManaged(is);
    }
}
