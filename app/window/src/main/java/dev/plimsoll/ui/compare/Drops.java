package dev.plimsoll.ui.compare;

import dev.plimsoll.ui.kit.RecordingName;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Recordings that are dropped on a node.
final class Drops {

    private Drops() {}

    /// @param onRecording takes the one recording that was dropped; several at once are not taken
    static void on(Node node, Consumer<Path> onRecording) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (recordings(event).size() == 1) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = recordings(event);
            event.setDropCompleted(files.size() == 1);
            event.consume();
            if (files.size() == 1) {
                onRecording.accept(files.getFirst().toPath());
            }
        });
    }

    private static List<File> recordings(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(file -> RecordingName.fits(file.toPath()))
                .toList();
    }
}
