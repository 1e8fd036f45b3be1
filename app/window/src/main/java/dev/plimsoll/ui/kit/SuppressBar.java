package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Asks why a finding should not be shown any more. Enter does it, Esc does not.
final class SuppressBar extends HBox {

    private final TextField reason = new TextField();
    private final BiConsumer<Finding, String> onSuppress;
    private @Nullable Finding finding;

    SuppressBar(BiConsumer<Finding, String> onSuppress) {
        super(8);
        this.onSuppress = onSuppress;
        getStyleClass().add("suppress-bar");
        setAlignment(Pos.CENTER_LEFT);
        reason.setId("suppress-reason");
        reason.setPromptText(Words.say("suppress.reason"));
        reason.setAccessibleText(Words.say("suppress.reason"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(420);
        Button go = new Button(Words.say("suppress.now"));
        go.setId("suppress-now");
        Button cancel = new Button(Words.say("suppress.cancel"));
        go.setOnAction(event -> suppress());
        reason.setOnAction(event -> suppress());
        cancel.setOnAction(event -> close());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        getChildren().addAll(Texts.label(Words.say("suppress.why"), "table-text"), reason, go, cancel);
        close();
    }

    void ask(Finding of) {
        finding = of;
        reason.clear();
        setVisible(true);
        setManaged(true);
        reason.requestFocus();
    }

    void close() {
        finding = null;
        setVisible(false);
        setManaged(false);
    }

    private void suppress() {
        Finding asked = finding;
        String why = reason.getText();
        close();
        if (asked != null) {
            onSuppress.accept(asked, why);
        }
    }
}
