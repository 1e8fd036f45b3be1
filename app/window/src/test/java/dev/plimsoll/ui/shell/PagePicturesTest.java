package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures are drawn off-screen, larger than the headless screen, in both themes.
final class PagePicturesTest {

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    @Test
    void everyPageIsWrittenInBothThemesAtTheSizeAsked(@TempDir Path folder) throws IOException {
        PagePictures pictures =
                new PagePictures(() -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()), 1440, 900, 1.5);
        pictures.onFx(() -> {
            pictures.shell().open(new SampleSession(SampleSnapshots.rich()));
            return true;
        });
        pictures.writePages(folder);
        for (Page page : pictures.shell().pages()) {
            Image light = image(folder, page.id() + "-light.png");
            Image dark = image(folder, page.id() + "-dark.png");
            assertEquals(2160, light.getWidth());
            assertEquals(1350, light.getHeight());
            assertTrue(light.getPixelReader().getColor(700, 20).getBrightness() > 0.9);
            assertTrue(dark.getPixelReader().getColor(700, 20).getBrightness() < 0.2);
            assertTrue(colours(light) > 40, "the strip and the page are drawn: " + page.id());
        }
        pictures.onFx(() -> {
            pictures.shell().close();
            return true;
        });
    }

    private static int colours(Image image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                seen.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return seen.size();
    }

    private static Image image(Path folder, String name) {
        Image image = new Image(folder.resolve(name).toUri().toString());
        assertTrue(!image.isError(), () -> name + " is no picture: " + image.getException());
        return image;
    }
}
