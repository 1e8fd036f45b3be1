package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.kit.RecordingName;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Recordings dropped anywhere on the window: one is opened, two are compared. FX thread.
final class Drops {

    private Drops() {}

    /// @param onFiles takes one or two recordings, in the order in which they were given
    static void accept(Node window, Consumer<List<Path>> onFiles) {
        window.addEventHandler(DragEvent.DRAG_OVER, event -> {
            int many = recordings(event).size();
            if (many == 1 || many == 2) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        window.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<Path> files = recordings(event);
            boolean taken = files.size() == 1 || files.size() == 2;
            event.setDropCompleted(taken);
            event.consume();
            if (taken) {
                onFiles.accept(files);
            }
        });
    }

    private static List<Path> recordings(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(File::toPath)
                .filter(RecordingName::fits)
                .toList();
    }
}
