package dev.plimsoll.ui.kit;

import dev.plimsoll.finding.Finding;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// Asks why a finding should not be shown any more. Enter does it, Esc does not. Where it is narrow it takes two rows.
/// FX thread.
public final class SuppressBar extends FlowPane {

    private final TextField reason = new TextField();
    private final BiConsumer<Finding, String> onSuppress;
    private @Nullable Finding finding;

    public SuppressBar(BiConsumer<Finding, String> onSuppress) {
        super(8, 6);
        this.onSuppress = onSuppress;
        getStyleClass().add("suppress-bar");
        setAlignment(Pos.CENTER_LEFT);
        reason.setId("suppress-reason");
        reason.setPromptText(Words.say("suppress.reason"));
        reason.setAccessibleText(Words.say("suppress.reason"));
        reason.setPrefWidth(300);
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

    public void ask(Finding of) {
        finding = of;
        reason.clear();
        setVisible(true);
        setManaged(true);
        reason.requestFocus();
    }

    public void close() {
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
