package dev.plimsoll.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;

/// The program's icon, which the build draws from `icons/app.svg`, in the sizes that desktops ask for.
final class WindowIcon {

    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private WindowIcon() {}

    static List<Image> all() {
        List<Image> images = new ArrayList<>();
        for (int size : SIZES) {
            String name = "plimsoll-" + size + ".png";
            try (InputStream in = WindowIcon.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(name + " is missing in Plimsoll's own files; install it again.");
                }
                images.add(new Image(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return images;
    }
}
