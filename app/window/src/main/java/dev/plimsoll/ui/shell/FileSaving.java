package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.FrameDoor;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.kit.Png;
import dev.plimsoll.ui.kit.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/// Asks where to put a file, writes it whole or not at all, in the background, and says how it went.
final class FileSaving {

    private final Outside outside;
    private final Executor background;
    private final FrameDoor door;
    private final Consumer<StatusLine.Part> said;

    /// @param said takes the outcome on the FX thread
    FileSaving(Outside outside, Executor background, FrameDoor door, Consumer<StatusLine.Part> said) {
        this.outside = outside;
        this.background = background;
        this.door = door;
        this.said = said;
    }

    /// Does nothing when nobody names a place.
    void save(String suggestedName, PageContext.Saving saving) {
        outside.choosePicture(suggestedName).ifPresent(file -> save(file, saving));
    }

    /// A picture of what is shown.
    void picture(Scene scene, String page) {
        WritableImage image = scene.snapshot(null);
        save("plimsoll-" + page + ".png", file -> Png.write(image, file));
    }

    private void save(Path file, PageContext.Saving saving) {
        background.execute(() -> {
            StatusLine.Part outcome = write(file, saving);
            door.run(() -> said.accept(outcome));
        });
    }

    private static StatusLine.Part write(Path file, PageContext.Saving saving) {
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            saving.to(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return new StatusLine.Part(Words.say("saved", file), "");
        } catch (IOException e) {
            return new StatusLine.Part(Words.say("picture.failed", file, String.valueOf(e.getMessage())), "critical");
        }
    }
}
