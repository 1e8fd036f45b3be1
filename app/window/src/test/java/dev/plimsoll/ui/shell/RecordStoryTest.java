package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.session.Phase;
import dev.plimsoll.target.JvmList;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.LeakingProcess;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.kit.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.SplitMenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A recording to a file, from the picker: of a real process, given up once, then kept and opened.
final class RecordStoryTest {

    @TempDir
    private Path folder;

    private final SampleOutside outside = new SampleOutside();

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void recordsAProcessToAFileAndOpensIt() throws Exception {
        Desk.start();
        Process renderer = LeakingProcess.start("-Xmx128m");
        Path file = folder.resolve("renderer.jfr");
        outside.picture(file);
        try {
            outside.jvms(List.of(JvmList.find(renderer.pid())));
            Shell shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, outside));
            Stage stage = Desk.show(shell.root(), Theme.LIGHT);
            try {
                story(shell, file, renderer.pid());
            } finally {
                Desk.close(stage);
                Desk.run(shell::close);
                shell.awaitClosed();
            }
        } finally {
            renderer.destroy();
        }
    }

    private void story(Shell shell, Path file, long pid) {
        Desk.await("the process", () -> shell.picker().settled());
        Desk.settle();
        assertTrue(Desk.words().contains("Record 30 s"), Desk::words);
        choose("record-900");
        assertTrue(outside.asked.contains("record to plimsoll-demo-" + pid + ".jfr"), outside.asked::toString);
        String share = " of 900 s";
        Desk.awaitProcess(
                "progress",
                () -> Desk.words().contains("Recording process " + pid)
                        && Desk.words().contains(share));
        Desk.click("#record-cancel");
        Desk.awaitProcess("the box is gone", () -> !Desk.shows("#recording-box"));
        assertFalse(Files.exists(file), "nothing is kept of what was given up");
        assertEquals(List.of(), List.of(folder.toFile().list()), "nor a part of it");
        assertTrue(Desk.words().contains("Record 15 min"), "the time is remembered");

        Desk.click("#record");
        Desk.awaitProcess("progress", () -> Desk.words().contains(share));
        Desk.awaitProcess("some seconds", () -> !Desk.words().contains("0" + share));
        Desk.click("#record-finish");
        Desk.awaitProcess(
                "it is opened",
                () -> shell.shown()
                        .map(snapshot -> snapshot.phase() instanceof Phase.Playback)
                        .orElse(false));
        assertTrue(Files.exists(file));
        Desk.settle();
        assertTrue(Desk.words().contains("renderer.jfr"), Desk::words);
        assertEquals("open renderer.jfr", outside.asked.getLast());
        assertTrue(
                Desk.fx(() -> shell.shown().orElseThrow().ledger().callbacks().size()) > 0,
                "the program registers callbacks all the time");
    }

    private static void choose(String item) {
        Desk.run(() -> ((SplitMenuButton) Desk.find("#record"))
                .getItems().stream()
                        .filter(candidate -> item.equals(candidate.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        Desk.settle();
    }
}
