package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.cli.Window;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.NativeEvents;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One leak as a film: the same page at three moments shows three states. The pictures stay in `target/film`.
final class FilmPicturesTest {

    private static final int BLOCKS = 60;
    private static final long BYTES = 700_001;

    /// Where the page begins, below the strip and the tabs.
    private static final int PAGE = 240;

    @TempDir
    private Path folder;

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    @Test
    void threeMomentsOfOneLeakAreThreePictures() throws IOException {
        Path recording = leak();
        Path out = Files.createDirectories(Path.of("target", "film"));
        PagePictures pictures = new PagePictures(
                () -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()),
                new Window.Shape("", 1440, 900, 1));
        Shell shell = pictures.shell();
        Session session = PlaybackSession.open(recording);
        try {
            pictures.await(() -> session.snapshot().phase() instanceof Phase.Playback);
            Playback film = session.playback().orElseThrow();
            Desk.run(() -> shell.open(session));
            List<Image> seen = new ArrayList<>();
            long before = 0;
            for (int part = 1; part <= 3; part++) {
                long moment = film.start() + (film.end() - film.start()) * part / 4;
                long live = Math.round(
                        film.at(moment, () -> false).ledger().liveBytes().value());
                film.seek(moment);
                pictures.await(() -> session.snapshot().timeline().end() == moment
                        && pictures.shell()
                                .shown()
                                .filter(session.snapshot()::equals)
                                .isPresent());
                assertEquals(
                        live, Math.round(session.snapshot().ledger().liveBytes().value()));
                assertTrue(live > before, part + ": " + live);
                before = live;
                for (Page page : shell.pages()) {
                    if (List.of("overview", "flame", "allocations").contains(page.id())) {
                        Desk.run(() -> shell.select(page));
                        pictures.write(page.id() + "-" + part, out);
                        if (page.id().equals("overview")) {
                            Desk.run(() -> headlineFits(shell));
                        }
                        seen.add(new Image(out.resolve(page.id() + "-" + part + "-light.png")
                                .toUri()
                                .toString()));
                    }
                }
            }
            for (int page = 0; page < 3; page++) {
                assertTrue(different(seen.get(page), seen.get(page + 3)) > 100);
                assertTrue(different(seen.get(page + 3), seen.get(page + 6)) > 100);
            }
        } finally {
            Desk.run(shell::close);
        }
    }

    private static void headlineFits(Shell shell) {
        Region sentence = (Region) shell.root().lookup("#sentence");
        sentence.getChildrenUnmodifiable()
                .forEach(words -> assertTrue(
                        words.getBoundsInParent().getMaxX() <= sentence.getWidth(),
                        () -> words + " is wider than " + sentence.getWidth()));
    }

    /// Keeps every block but one in six, over three seconds of the recorder's own time.
    private Path leak() throws IOException {
        Path file = folder.resolve("leak.jfr");
        try (Recording jfr = new Recording()) {
            jfr.enable(NativeAllocation.class).withStackTrace();
            jfr.enable(NativeFree.class);
            jfr.start();
            for (int block = 0; block < BLOCKS; block++) {
                take(0x7000_0000L + block * 0x10_0000L);
                if (block % 6 == 5) {
                    give(0x7000_0000L + (block - 1) * 0x10_0000L);
                }
                // The recorder's clock has to go on, and by about the same for every block.
                LockSupport.parkNanos(3_000_000_000L / BLOCKS);
            }
            jfr.stop();
            jfr.dump(file);
        }
        return file;
    }

    private static void take(long address) {
        NativeEvents.allocation("ffm", "shared", address, BYTES).commit();
    }

    private static void give(long address) {
        NativeEvents.free("ffm", address).commit();
    }

    /// Pixels of the page itself: the strip above it always differs.
    private static int different(Image one, Image other) {
        int count = 0;
        for (int y = PAGE; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                boolean same = one.getPixelReader().getArgb(x, y)
                        == other.getPixelReader().getArgb(x, y);
                count += same ? 0 : 1;
            }
        }
        return count;
    }
}
