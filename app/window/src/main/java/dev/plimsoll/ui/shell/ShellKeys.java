package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Playback;
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
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    private ShellKeys() {}

    private static boolean close(Shell shell) {
        shell.overlay().close();
        return true;
    }

    /// What works everywhere, also in the picker and in fields.
    private static boolean always(KeyEvent event, Shell shell) {
        boolean shortcut = event.isShortcutDown();
        boolean inField = event.getTarget() instanceof TextInputControl;
        switch (event.getCode()) {
            case K -> {
                return shortcut && run(shell::showPalette);
            }
            case P -> {
                return shortcut && event.isShiftDown() && run(shell::showPalette);
            }
            case COMMA -> {
                return shortcut && run(shell::showSettings);
            }
            case O -> {
                return shortcut && run(shell::choose);
            }
            case F6 -> {
                return shell.moveBand(event.isShiftDown() ? -1 : 1);
            }
            case F1 -> {
                return run(shell::showKeys);
            }
            default -> {
                boolean question =
                        event.getText().equals("?") || (event.getCode() == KeyCode.SLASH && event.isShiftDown());
                return question && !shortcut && !inField && run(shell::showKeys);
            }
        }
    }

    private static boolean film(KeyEvent event, Shell shell) {
        if (event.isShortcutDown()
                || event.isAltDown()
                || shell.transport().playback().isEmpty()) {
            return false;
        }
        return switch (event.getCode()) {
            case COMMA -> shell.transport().step(Playback.Stop.GC, false);
            case PERIOD -> shell.transport().step(Playback.Stop.GC, true);
            case OPEN_BRACKET -> shell.transport().faster(-1);
            case CLOSE_BRACKET -> shell.transport().faster(1);
            default -> false;
        };
    }

    private static boolean run(Runnable act) {
        act.run();
        return true;
    }

    /// Does what a key stands for; a key that stands for nothing goes on its way.
    static void take(KeyEvent event, Shell shell) {
        if (accept(event, shell)) {
            event.consume();
        }
    }

    /// @return whether the key was used
    private static boolean accept(KeyEvent event, Shell shell) {
        if (shell.overlay().open()) {
            // The palette takes its own keys.
            return event.getCode() == KeyCode.ESCAPE && close(shell);
        }
        if (always(event, shell)) {
            return true;
        }
        if (!shell.sessionOpen()) {
            return event.getCode() == KeyCode.ESCAPE && shell.stepBack();
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
        if (!shell.settingsOpen() && shell.page().accept(event)) {
            return true;
        }
        if (event.getCode() == KeyCode.SPACE && !(focus instanceof ButtonBase)) {
            return shell.toggleFreeze() || shell.transport().playOrPause();
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            return shell.stepBack();
        }
        if (film(event, shell)) {
            return true;
        }
        return shell.timeline().accept(event);
    }
}
