package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What works on every page: palette, keys, settings, bands, and what is remembered. By keys alone.
class EverywhereTest {

    private final SampleOutside outside = new SampleOutside();
    private ShellDesk desk;
    private Shell shell;

    @BeforeEach
    void open() {
        desk = ShellDesk.open(outside);
        shell = desk.shell();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void session() {
        Desk.run(() -> shell.open(new SampleSession(SampleSnapshots.rich())));
        Desk.settle();
    }

    private static void palette(String typed) {
        Desk.key(KeyCode.CONTROL, KeyCode.K);
        Desk.settle();
        Desk.type(typed);
        Desk.settle();
    }

    private String page() {
        return Desk.fx(() -> shell.page().id());
    }

    @Test
    void paletteLeadsToPagesAndToLinesOfCode() {
        session();
        palette("gc");
        Desk.key(KeyCode.ENTER);
        Desk.settle();
        assertEquals("gc", page());
        assertFalse(Desk.shows("#palette-field"));
        palette("glyphatlas");
        ListView<?> list = (ListView<?>) Desk.find("#palette-list");
        assertEquals(1, Desk.fx(() -> list.getItems().size()));
        assertEquals("GlyphAtlas", Desk.fx(() -> ((Label) list.lookup(".strong")).getText()), "what was typed is bold");
        Desk.key(KeyCode.ENTER);
        Desk.settle();
        assertEquals("allocations", page());
        Desk.await("its blocks", () -> Desk.words().contains("of GlyphAtlas.grow"));
    }

    @Test
    void paletteSetsTheMarkAndTakesItAway() {
        session();
        palette("mark now");
        Desk.key(KeyCode.ENTER);
        Desk.await("the chip of the mark", () -> Desk.words().contains("added since"));
        assertEquals("flame", page());
        palette("mark now");
        Desk.key(KeyCode.ENTER);
        Desk.await("no mark", () -> !Desk.words().contains("added since"));
    }

    @Test
    void paletteSaysWhenNothingIsCalledSoAndEscGoesBack() {
        session();
        palette("no such thing");
        assertTrue(Desk.words().contains("Nothing is called “no such thing”"), Desk::words);
        Desk.key(KeyCode.ESCAPE);
        Desk.settle();
        assertFalse(Desk.shows("#palette-field"));
        assertEquals("overview", page());
    }

    @Test
    void anAddressInsideABlockIsInspected() {
        session();
        var blocks = SampleSnapshots.rich().ledger().blocks();
        int row = blocks.next(0);
        palette("0x" + Long.toHexString(blocks.address(row) + 5));
        Desk.key(KeyCode.ENTER);
        Desk.await("the inspector", () -> Desk.shows("#address-sheet"));
        assertTrue(Desk.words().contains("5 bytes from its beginning"), Desk::words);
        Desk.click("#address-open");
        Desk.settle();
        assertEquals("allocations", page());
    }

    @Test
    void questionMarkShowsTheKeysOfThePage() {
        session();
        Desk.key(KeyCode.CONTROL, KeyCode.DIGIT2);
        Desk.settle();
        Desk.key(KeyCode.F1);
        Desk.settle();
        assertTrue(Desk.words().contains("time, heavy, sandwich"), Desk::words);
        Desk.key(KeyCode.ESCAPE);
        Desk.settle();
        assertFalse(Desk.shows("#key-sheet"));
    }

    @Test
    void settingsHoldAtOnceAndAreRemembered() {
        Desk.key(KeyCode.CONTROL, KeyCode.COMMA);
        Desk.settle();
        Desk.click("#setting-theme-dark");
        Desk.settle();
        assertEquals(Theme.DARK, Desk.fx(shell::theme));
        assertEquals("dark", outside.memory().get(Setting.THEME, ""));
        Desk.click("#settings-close");
        Desk.settle();
        assertTrue(Desk.shows("#jvms"));
        session();
        Desk.key(KeyCode.CONTROL, KeyCode.COMMA);
        Desk.settle();
        Desk.click("#setting-time-start");
        Desk.click("#tab-flame");
        Desk.settle();
        assertFalse(Desk.shows("#settings"), "a tab leads back to the pages");
    }

    @Test
    void textsAndContrastHoldAtOnce() {
        session();
        Desk.key(KeyCode.CONTROL, KeyCode.COMMA);
        Desk.settle();
        double letters = textHeight();
        Desk.click("#setting-text-130");
        Desk.settle();
        assertEquals(1.3 * letters, textHeight(), 0.1 * letters);
        Desk.click("#setting-contrast-high");
        Desk.settle();
        Desk.run(() ->
                assertEquals(shell.tokens().get(Token.TEXT), shell.tokens().get(Token.LINE)));
    }

    @Test
    void everythingIsDrawnLargerAtOnceAsFarAsTheWindowHasRoom() {
        Desk.run(() -> {
            outside.memory().put(Setting.SCALE, "150");
            Scene large = new Shell(WindowPages::all, Theme.LIGHT, outside).scene(1920, 1200);
            large.getRoot().resize(1920, 1200);
            large.getRoot().layout();
            Node bar = large.getRoot().lookup(".target-bar");
            assertEquals(1280, bar.getLayoutBounds().getWidth());
            assertEquals(1920, bar.localToScene(bar.getLayoutBounds()).getWidth(), 0.01);
            large.getRoot().resize(1200, 750);
            large.getRoot().layout();
            assertEquals(960, bar.getLayoutBounds().getWidth(), 0.01);
        });
    }

    private static double textHeight() {
        return Desk.fx(() -> ((javafx.scene.control.Labeled) Desk.find("#setting-theme-light"))
                .getFont()
                .getSize());
    }

    @Test
    void f6VisitsEveryBandAndShowsWhereTheFocusIs() {
        session();
        Set<String> bands = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            Desk.key(KeyCode.F6);
            Desk.settle();
            bands.add(Desk.fx(() -> {
                Node at = shell.root().getScene().getFocusOwner();
                while (at.getParent() != null
                        && !List.of("target-bar", "tab-row", "page", "timeline-strip").stream()
                                .anyMatch(at.getStyleClass()::contains)) {
                    at = at.getParent();
                }
                return at.getStyleClass().getLast();
            }));
        }
        assertEquals(4, bands.size(), bands::toString);
    }

    @Test
    void recordingsOpenedLatelyStandInThePicker() {
        Desk.run(() -> shell.open(Path.of("/recordings/harbor-nightly.jfr")));
        Desk.run(() -> shell.open(Path.of("/recordings/before-fix.jfr")));
        Desk.run(shell::showPicker);
        Desk.settle();
        assertTrue(Desk.words().contains("Recent recordings"), Desk::words);
        assertEquals(
                List.of("/recordings/before-fix.jfr", "/recordings/harbor-nightly.jfr"),
                outside.memory().list(Setting.RECENT_FILES));
        Desk.click(Desk.<Node>fx(() -> shell.root().lookupAll(".side .button").stream()
                .filter(node -> node instanceof javafx.scene.control.Button button
                        && "harbor-nightly.jfr".equals(button.getText()))
                .findFirst()
                .orElseThrow()));
        Desk.settle();
        assertEquals("open harbor-nightly.jfr", outside.asked.getLast());
    }

    @Test
    void memoryIsAPrivateFileThatOutlivesTheWindow(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("plimsoll").resolve("window.properties");
        MemoryFile memory = new MemoryFile(file, sentence -> {
            throw new AssertionError(sentence);
        });
        memory.put(Setting.SOURCE_FOLDERS, "/home/é\n/x");
        memory.remember("recent", "a", 2);
        memory.remember("recent", "b", 2);
        memory.remember("recent", "a", 2);
        Desk.await("the last line", () -> {
            var complaints = new java.util.ArrayList<String>();
            return Files.exists(file)
                    && new MemoryFile(file, complaints::add).list("recent").equals(List.of("a", "b"));
        });
        assertEquals(List.of("/home/é", "/x"), new MemoryFile(file, sentence -> {}).list(Setting.SOURCE_FOLDERS));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void sourceCommandTakesTheFrameApart() {
        var frame =
                new dev.plimsoll.event.Frame("com.acme.Outer$Inner", "upload", 214, dev.plimsoll.event.FrameKind.JAVA);
        assertEquals(
                List.of("idea", "--line", "214", "/src/com/acme/Outer.java"),
                SourceOpening.command("idea --line {line} {file}", frame, "/src/com/acme/Outer.java"));
        assertEquals("com/acme/Outer.java", SourceOpening.relative(frame));
        assertEquals(
                "idea://open?file=/a.java&line=214",
                SourceOpening.command("idea://open?file={file}&line={line}", frame, "/a.java")
                        .getLast());
    }
}
