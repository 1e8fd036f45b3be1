package dev.plimsoll.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/// Rows of text that act as one button: a click, Enter or Space. A real button would not wrap its content.
public final class ClickBox extends VBox {

    private final Runnable onAct;

    public ClickBox(double spacing, String accessibleText, Runnable onAct) {
        super(spacing);
        this.onAct = onAct;
        getStyleClass().add("click-box");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(accessibleText);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                act();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                onAct.run();
                event.consume();
            }
        });
    }

    /// As a click does.
    void act() {
        requestFocus();
        onAct.run();
    }
}
