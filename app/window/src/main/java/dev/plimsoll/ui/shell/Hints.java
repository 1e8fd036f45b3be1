package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;

/// Keys that work now, for the right end of the status bar.
final class Hints {

    static final List<KeyHint> PICKER = List.of(
            KeyHint.of(Words.say("keys.choose"), "↑", "↓"),
            KeyHint.of(Words.say("keys.attach"), "Enter"),
            KeyHint.of(Words.say("keys.openRecording"), "Ctrl", "O"));

    private Hints() {}

    /// @param settings whether they stand in place of the page
    static List<KeyHint> of(Page page, boolean settings) {
        List<KeyHint> hints = new ArrayList<>(settings ? List.of() : page.keys());
        hints.add(KeyHint.of(Words.say("keys.zoom"), "W", "S"));
        hints.add(KeyHint.of(Words.say("keys.pan"), "A", "D"));
        hints.add(KeyHint.of(Words.say(settings ? "sheet.back" : "keys.clearRange"), "Esc"));
        hints.add(KeyHint.of(Words.say("keys.all"), "?"));
        return hints;
    }
}
