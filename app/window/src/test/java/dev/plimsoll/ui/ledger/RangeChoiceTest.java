package dev.plimsoll.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.NativeEvents;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.shell.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A range on a recording: what was live at its end, or what was taken in it and stays.
final class RangeChoiceTest {

    private static final long KIB = 1_024;

    @TempDir
    private Path folder;

    @Test
    void liveAtTheEndOfTheRangeOrTakenInIt() throws IOException {
        Desk.start();
        Path recording = record();
        Shell shell =
                Desk.fx(() -> new Shell(tokens -> List.of(new AllocationsPage()), Theme.LIGHT, new SampleOutside()));
        Stage stage = Desk.show(shell.root(), Theme.LIGHT);
        Session session = PlaybackSession.open(recording);
        try {
            Desk.await(
                    "the recording",
                    () -> session.snapshot().phase() instanceof Phase.Playback
                            && session.playback().isPresent());
            Playback film = session.playback().orElseThrow();
            Desk.run(() -> shell.open(session));
            settle(shell);
            assertFalse(Desk.shows("#range-choice"), "there is no range");
            assertEquals(20 * KIB, live());

            long half = film.start() + (film.end() - film.start()) / 2;
            Desk.run(() -> shell.timeline().setRange(film.start(), half));
            settle(shell);
            assertEquals(15 * KIB, live(), "the first five");

            Desk.run(() -> ((MenuButton) Desk.find("#range-choice"))
                    .getItems().stream()
                            .filter(item -> "range-taken".equals(item.getId()))
                            .forEach(item -> ((RadioMenuItem) item).setSelected(true)));
            settle(shell);
            assertEquals(14 * KIB, live(), "the first of them was given back since");
        } finally {
            Desk.close(stage);
            Desk.run(shell::close);
        }
    }

    /// Five blocks of 1 to 5 KiB; a rest; the first goes and a sixth comes.
    private Path record() throws IOException {
        Path file = folder.resolve("six.jfr");
        try (Recording jfr = new Recording()) {
            jfr.enable(NativeAllocation.class).withStackTrace();
            jfr.enable(NativeFree.class);
            jfr.start();
            for (int block = 1; block <= 5; block++) {
                take(block);
            }
            LockSupport.parkNanos(600_000_000);
            NativeEvents.free("ffm", 0x7000_0000L + 0x10_0000L).commit();
            take(6);
            jfr.stop();
            jfr.dump(file);
        }
        return file;
    }

    private static void take(int block) {
        NativeEvents.allocation("ffm", "shared", 0x7000_0000L + block * 0x10_0000L, block * KIB)
                .commit();
    }

    private static double live() {
        return Desk.fx(() -> ((TableView<?>) Desk.find("#sites"))
                .getItems().stream()
                        .mapToDouble(row -> ((SiteRow) row).live().value())
                        .sum());
    }

    private static void settle(Shell shell) {
        Desk.settle();
        Desk.await("all of it", () -> shell.page().settled());
        Desk.settle();
    }
}
