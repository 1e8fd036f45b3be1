package dev.plimsoll.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One box over the window at a time: the palette or the sheet of keys. A click beside it or Esc closes it, and the
/// focus
/// goes back to where it was. FX thread.
final class Overlay extends StackPane {

    private static final double FROM_TOP = 64;

    private @Nullable Node before;

    Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        setManaged(true);
        setAlignment(Pos.TOP_CENTER);
        setPadding(new Insets(FROM_TOP, 24, 24, 24));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Overlay) {
                close();
            }
        });
    }

    boolean open() {
        return isVisible();
    }

    void show(Region box) {
        if (!open() && getScene() != null) {
            before = getScene().getFocusOwner();
        }
        getChildren().setAll(box);
        setVisible(true);
    }

    void close() {
        setVisible(false);
        getChildren().clear();
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        before = null;
    }
}
