package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Draws every page with sample data, for a person to look at: `Look DIR [WIDTH HEIGHT [SCALE]]`.
final class Look {

    private Look() {}

    public static void main(String[] args) throws IOException {
        Path directory = Files.createDirectories(Path.of(args[0]));
        double width = args.length > 2 ? Double.parseDouble(args[1]) : 1440;
        double height = args.length > 2 ? Double.parseDouble(args[2]) : 900;
        double scale = args.length > 3 ? Double.parseDouble(args[3]) : 1;
        Desk.start();
        PagePictures pictures = new PagePictures(
                () -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()), width, height, scale);
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
        System.exit(0);
    }
}
