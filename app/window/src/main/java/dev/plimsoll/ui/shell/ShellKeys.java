package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.Page;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys of the whole window. Letters work when no field has the focus; the page is asked first.
final class ShellKeys {

    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7);

    private ShellKeys() {}

    /// @return whether the key was used
    static boolean accept(KeyEvent event, Shell shell) {
        if (!shell.sessionOpen()) {
            return false;
        }
        if (event.isShortcutDown() && DIGITS.contains(event.getCode())) {
            List<Page> pages = shell.pages();
            int index = DIGITS.indexOf(event.getCode());
            if (index < pages.size()) {
                shell.select(pages.get(index));
            }
            return true;
        }
        Node focus =
                shell.root().getScene() == null ? null : shell.root().getScene().getFocusOwner();
        if (focus instanceof TextInputControl) {
            return event.isShortcutDown() && shell.page().accept(event);
        }
        if (shell.page().accept(event)) {
            return true;
        }
        if (event.getCode() == KeyCode.SPACE && !(focus instanceof ButtonBase)) {
            return shell.toggleFreeze();
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            return shell.stepBack();
        }
        return shell.timeline().accept(event);
    }
}
