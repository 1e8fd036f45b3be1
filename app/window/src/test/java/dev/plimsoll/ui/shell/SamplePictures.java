package dev.plimsoll.ui.shell;

import dev.plimsoll.cli.Window;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Draws every page with sample data, for a person to look at: `SamplePictures DIR [WIDTH HEIGHT [SCALE]]`.
final class SamplePictures {

    private SamplePictures() {}

    public static void main(String[] args) throws IOException {
        Path directory = Files.createDirectories(Path.of(args[0]));
        int width = args.length > 2 ? Integer.parseInt(args[1]) : 1440;
        int height = args.length > 2 ? Integer.parseInt(args[2]) : 900;
        double scale = args.length > 3 ? Double.parseDouble(args[3]) : 1;
        Desk.start();
        PagePictures pictures = new PagePictures(
                () -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()),
                new Window.Shape("", width, height, scale));
        pictures.picture();
        pictures.await(() -> pictures.shell().picker().settled());
        pictures.write("attach", directory);
        pictures.onFx(() -> {
            pictures.shell().open(new SampleSession(SampleSnapshots.rich()));
            return true;
        });
        pictures.onFx(() -> {
            pictures.shell().goTo(new Target.Cycle(SampleSnapshots.FULL_GC));
            return true;
        });
        pictures.writePages(directory);
        keys(pictures, directory, "flame-heavy", KeyCode.DIGIT2);
        keys(pictures, directory, "flame-sandwich", KeyCode.DIGIT3);
        keys(pictures, directory, "flame-tree", KeyCode.T);
        System.exit(0);
    }

    /// The flame page after one key.
    private static void keys(PagePictures pictures, Path directory, String name, KeyCode key) throws IOException {
        pictures.onFx(() -> {
            Page flame = pictures.shell().pages().get(1);
            pictures.shell().select(flame);
            flame.accept(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            return true;
        });
        pictures.write(name, directory);
    }
}
