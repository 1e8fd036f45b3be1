package dev.plimsoll.ui.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.Difference;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.NativeEvents;
import dev.plimsoll.ui.RecordedHere;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.DiffFill;
import dev.plimsoll.ui.kit.Pace;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.shell.Shell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Colour by difference, from a recording in which one line grows, one shrinks, one stays and one is new.
final class FlameDifferenceTest {

    private static final long MIB = 1024 * 1024;

    @TempDir
    private Path folder;

    private Path file;
    private long middle;

    @BeforeEach
    void record() throws Exception {
        file = folder.resolve("change.jfr");
        Snapshot read = RecordedHere.of(file, () -> {
            // From one place, as a frame's line tells it apart.
            for (int pass = 0; pass < 2; pass++) {
                grow(pass == 0 ? 0x1000 : 0x5000, pass == 0 ? 10 * MIB : 3 * MIB);
                shrinkAndStay(pass);
            }
            arrive(0x6000, MIB);
            NativeEvents.free("ffm", 0x3000).commit();
        });
        // By the recording's own clock: between the last block before the change and the first one after it.
        long last = allocated(read, 0x4000);
        middle = last + (allocated(read, 0x5000) - last) / 2;
    }

    @Test
    void sinceAMark() {
        Desk.start();
        Shell shell = Desk.fx(() -> new Shell(tokens -> List.of(new FlamePage()), Theme.LIGHT, new SampleOutside()));
        Stage stage = Desk.show(shell.root(), Theme.LIGHT);
        try (Session session = PlaybackSession.open(file)) {
            Desk.run(() -> shell.open(session));
            Desk.await("the film", () -> session.playback().isPresent());
            Playback film = session.playback().orElseThrow();
            Desk.run(() -> film.seek(middle));
            Desk.await(
                    "its middle",
                    () -> Desk.shows("#flame-canvas") && canvas().shown().total() == 38 * MIB);
            Desk.run(() -> canvas().requestFocus());
            // The callers of the allocation come first, however deep the stack of a test run is.
            menu("flame-shape-bottomUp");
            menu("flame-shape-DIFFERENCE");
            Desk.await("a hint", () -> Desk.words().contains("mark a moment or set a range, to see what changed"));
            menu("flame-shape-mark");
            Desk.run(() -> film.seek(film.timeline().end()));
            // 13 grown, 4 left, 20 as before and 1 new.
            Desk.await("the end", () -> canvas().shown().total() == 38 * MIB && told("grow") == Difference.MORE_2);
            assertTrue(Desk.words().contains("change since "), Desk::words);
            assertTrue(Desk.words().contains("marked at "), Desk::words);
            assertEquals(Difference.MORE_2, told("grow"), "10 to 13 MiB");
            assertEquals(Difference.LESS_3, told("shrink"), "8 to 4 MiB");
            assertEquals(Difference.SAME, told("stay"));
            assertEquals(Difference.MORE_3, told("arrive"), "from nothing");
            Desk.run(() -> ((ScrollBar) canvas().lookup(".scroll-bar")).setValue(0));
            Desk.settle();
            for (String name : List.of("grow", "shrink", "stay", "arrive")) {
                assertEquals(
                        Desk.fx(() -> shell.tokens().get(DiffFill.fill(told(name)))),
                        pixel(name),
                        name + " on the screen");
            }
        } finally {
            Desk.close(stage);
            Desk.run(shell::close);
        }
    }

    @Test
    void overARange() throws Exception {
        AtomicReference<FlameViewState> state = new AtomicReference<>();
        FlamePresenter presenter =
                new FlamePresenter(Runnable::run, Runnable::run, Pace.of(Duration.ZERO, Runnable::run), state::set);
        try (Session session = PlaybackSession.open(file)) {
            Desk.start();
            Desk.await("the film", () -> session.playback().isPresent());
            Playback film = session.playback().orElseThrow();
            TimeRange range = new TimeRange(middle, film.timeline().end());
            presenter.colour(ColourBy.DIFFERENCE);
            presenter.show(session.snapshot(), Optional.of(range), Optional.of(film));
            Answer answer = state.get().answer();
            assertEquals(Difference.MORE_2, told(answer, "grow"));
            assertEquals(Difference.MORE_3, told(answer, "arrive"));
            assertEquals(4 * MIB, answer.tree().total(), "widths: what the range left");
        }
    }

    private static FlameCanvas canvas() {
        return (FlameCanvas) Desk.find("#flame-canvas");
    }

    private static Difference told(String method) {
        return Desk.fx(() -> told(canvas().shown().answer(), method));
    }

    private static Difference told(Answer answer, String method) {
        return Difference.of(answer.changes().get(box(answer, method).node()));
    }

    private static FlameBox box(Answer answer, String method) {
        return answer.layout().boxes().stream()
                .filter(box -> box.frame() != null && named(box.frame(), method))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no frame " + method));
    }

    private static boolean named(Frame frame, String method) {
        return frame.name().endsWith("FlameDifferenceTest." + method);
    }

    /// In the lower left corner of the frame, where nothing is written.
    private static Color pixel(String method) {
        return Desk.fx(() -> {
            var bounds = canvas().boundsOf(box(canvas().shown().answer(), method));
            return canvas().snapshot(null, null)
                    .getPixelReader()
                    .getColor((int) bounds.getMinX() + 2, (int) bounds.getMaxY() - 3);
        });
    }

    private static void menu(String item) {
        Desk.run(() -> fire(((MenuButton) Desk.find("#flame-shape")).getItems(), item));
        Desk.settle();
    }

    private static boolean fire(List<MenuItem> items, String wanted) {
        for (MenuItem item : items) {
            if (wanted.equals(item.getId())) {
                item.fire();
                return true;
            }
            if (item instanceof Menu menu && fire(menu.getItems(), wanted)) {
                return true;
            }
        }
        return false;
    }

    private static long allocated(Snapshot read, long address) {
        BlockTable blocks = read.ledger().blocks();
        for (int row = blocks.next(0); row >= 0; row = blocks.next(row + 1)) {
            if (blocks.address(row) == address) {
                return blocks.allocated(row);
            }
        }
        throw new AssertionError("no block at " + address);
    }

    private static void grow(long address, long bytes) {
        commit(address, bytes);
    }

    private static void shrinkAndStay(int pass) {
        for (int i = 0; i < 2 && pass == 0; i++) {
            shrink(0x2000 + i * 0x1000, 4 * MIB);
        }
        if (pass == 0) {
            stay(0x4000, 20 * MIB);
        }
    }

    private static void shrink(long address, long bytes) {
        commit(address, bytes);
    }

    private static void stay(long address, long bytes) {
        commit(address, bytes);
    }

    private static void arrive(long address, long bytes) {
        commit(address, bytes);
    }

    private static void commit(long address, long bytes) {
        NativeEvents.allocation("ffm", "confined", address, bytes).commit();
    }
}
