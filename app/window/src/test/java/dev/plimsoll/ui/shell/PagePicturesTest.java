package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.cli.Window;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PictureDifference;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    /// A node that keeps a colour of the theme before shows as a difference.
    @Test
    void aThemeThatComesBackLooksAsItDidBefore() {
        PagePictures pictures = window(1200, 800, 1);
        Shell shell = pictures.shell();
        Desk.run(() -> shell.open(new SampleSession(SampleSnapshots.rich())));
        for (Page page : shell.pages()) {
            Desk.run(() -> shell.select(page));
            // JavaFX now and then moves a word by a part of a pixel from one picture to the next; a wrong colour stays.
            int pixels = changedByAnotherTheme(pictures);
            for (int again = 0; again < 3 && pixels > 0; again++) {
                pixels = changedByAnotherTheme(pictures);
            }
            assertEquals(0, pixels, "pixels of " + page.id());
        }
        Desk.run(shell::close);
    }

    private static int changedByAnotherTheme(PagePictures pictures) {
        Image before = pictures.picture();
        Desk.run(() -> pictures.shell().theme(Theme.DARK));
        pictures.picture();
        Desk.run(() -> pictures.shell().theme(Theme.LIGHT));
        return PictureDifference.pixels(before, pictures.picture());
    }

    @Test
    void oneRunDrawsEveryPageInBothThemesInEveryShape(@TempDir Path folder) throws IOException {
        SampleSession session = new SampleSession(SampleSnapshots.rich());
        var how = new Window.Screenshots(
                folder, List.of(new Window.Shape("", 980, 640, 1.5), new Window.Shape("narrow", 960, 600, 0.75)));
        List<String> complaints = new ArrayList<>();
        assertEquals(0, new PictureRun(how, null, complaints::add).run(Optional.of(session), Optional.empty()));
        assertEquals(List.of(), complaints);
        assertTrue(session.closed());
        List<String> names = new ArrayList<>(List.of("attach", "settings", "keys", "palette", "address"));
        names.addAll(List.of("overview", "flame", "allocations", "callbacks", "gc", "findings", "events", "compare"));
        for (String name : names) {
            Image light = image(folder, name + "-light.png");
            Image dark = image(folder, name + "-dark.png");
            Image narrow = image(folder, "narrow/" + name + "-light.png");
            assertEquals(1470, light.getWidth());
            assertEquals(960, light.getHeight());
            assertEquals(720, narrow.getWidth());
            assertEquals(450, narrow.getHeight());
            assertTrue(light.getPixelReader().getColor(600, 8).getBrightness() > 0.9);
            assertTrue(dark.getPixelReader().getColor(600, 8).getBrightness() < 0.2);
            assertTrue(colours(light) > 40 && colours(narrow) > 40, "the strip and the page are drawn: " + name);
        }
    }

    private static PagePictures window(int width, int height, double scale) {
        return new PagePictures(
                () -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()),
                new Window.Shape("", width, height, scale));
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
