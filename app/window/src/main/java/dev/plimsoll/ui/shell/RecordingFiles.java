package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The ways in which a person names recordings: a dialog, two dialogs for a comparison, a drop. FX thread.
final class RecordingFiles {

    private final Function<String, Optional<Path>> dialog;
    private final Consumer<Path> open;
    private final Consumer<Target> goTo;

    /// @param dialog asks for one recording under a title
    /// @param open shows it
    RecordingFiles(Function<String, Optional<Path>> dialog, Consumer<Path> open, Consumer<Target> goTo) {
        this.dialog = dialog;
        this.open = open;
        this.goTo = goTo;
    }

    /// Asks for one and opens it.
    void choose() {
        dialog.apply(Words.say("dialog.recording")).ifPresent(open);
    }

    /// Asks for two and compares them.
    void compare() {
        dialog.apply(Words.say("dialog.compareA"))
                .ifPresent(first ->
                        dialog.apply(Words.say("dialog.compareB")).ifPresent(second -> open(List.of(first, second))));
    }

    /// @param recordings one, or two to compare: what came before first
    void open(List<Path> recordings) {
        open.accept(recordings.getLast());
        if (recordings.size() == 2) {
            goTo.accept(new Target.Baseline(recordings.getFirst()));
        }
    }
}
