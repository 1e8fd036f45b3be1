package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.Timeline;
import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PictureDifference;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.kit.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window as a person uses it: clicks and keys on a real stage.
final class WindowStoryTest {

    private final SampleOutside outside = new SampleOutside();
    private ShellDesk desk;
    private Shell shell;

    @BeforeEach
    void show() {
        desk = ShellDesk.open(outside);
        shell = desk.shell();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void pagesAreReachedByClickAndByKey() {
        open();
        Desk.click("#tab-findings");
        assertEquals(
                "TextureCache.upload loses one 256 KiB buffer for each texture that is evicted.",
                text("#verdict-sentence"));
        Desk.key(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertEquals("overview", Desk.fx(() -> shell.page().id()));
        assertTrue(
                text("#sentence")
                        .matches(
                                "RSS grew by [0-9.]+ MiB in 10 m 00 s; [0-9.]+ % of it is one leak in TextureCache.upload:214."));
    }

    @Test
    void aCardOfTheOverviewLeadsToItsFinding() {
        open();
        Desk.click("#finding-1");
        assertEquals("findings", Desk.fx(() -> shell.page().id()));
        assertEquals("Key callbacks are registered for each window and never released.", text("#verdict-sentence"));
        Desk.key(KeyCode.DOWN);
        assertTrue(text("#verdict-sentence").startsWith("With the heap full"));
        Desk.click("#finding-copy");
        assertTrue(Desk.fx(() -> Clipboard.getSystemClipboard().getString()).startsWith("Sized too small: With the"));
    }

    @Test
    void draggingOnTheStripMakesARangeThatEscapeTakesAway() {
        open();
        Node strip = Desk.find("#timeline");
        Desk.drag(strip, 300, 60, 700, 60);
        assertTrue(Desk.fx(() -> shell.range().isPresent()));
        long length = Desk.fx(() -> shell.range().orElseThrow().length());
        double perPixel = 600e9 / (Desk.fx(() -> strip.getLayoutBounds().getWidth()) - 112 - 12);
        assertEquals(400 * perPixel, length, 3 * perPixel);
        assertTrue(Desk.shows("#clear-range"), Desk.words());
        Desk.drag(strip, 700, 60, 500, 60);
        assertEquals(
                200 * perPixel, Desk.fx(() -> shell.range().orElseThrow().length()), 4 * perPixel, "its edge moves");
        Desk.key(KeyCode.ESCAPE);
        assertFalse(Desk.fx(() -> shell.range().isPresent()));
        assertTrue(Desk.words().contains("Whole recording"));
    }

    @Test
    void lettersZoomAndPanTheStrip() {
        open();
        Node strip = Desk.find("#timeline");
        Desk.moveTo(strip, 500, 60);
        Desk.key(KeyCode.W);
        assertEquals(420, seconds(), 1);
        Image atTheEdge = strip();
        Desk.key(KeyCode.A);
        assertFalse(Desk.fx(() -> shell.timeline().following()));
        assertTrue(PictureDifference.pixels(atTheEdge, strip()) > 2_000, "earlier");
        Image earlier = strip();
        Desk.key(KeyCode.D);
        assertTrue(PictureDifference.pixels(earlier, strip()) > 2_000, "later");
        Desk.key(KeyCode.END);
        assertTrue(Desk.fx(() -> shell.timeline().following()));
        Desk.key(KeyCode.S);
        assertEquals(600, seconds(), 1);
        Desk.run(() -> strip.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                500,
                60,
                500,
                60,
                false,
                true,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null)));
        assertEquals(480, seconds(), 1);
    }

    @Test
    void lettersGoIntoAFieldThatHasTheFocus() {
        Desk.type("wasd");
        assertEquals("wasd", Desk.fx(() -> ((TextField) Desk.find("#filter")).getText()));
    }

    @Test
    void spaceFreezesAndLiveReturns() {
        SampleSession session = new SampleSession(SampleSnapshots.rich());
        Desk.run(() -> shell.open(session));
        Desk.settle();
        Desk.click(Desk.find("#timeline"));
        Desk.key(KeyCode.ESCAPE);
        Desk.key(KeyCode.SPACE);
        assertTrue(session.frozen());
        assertTrue(Desk.words().contains("frozen at 14:10:00 · 3,912 events waiting"), Desk.words());
        Desk.click("#live");
        assertFalse(session.frozen());
        assertFalse(Desk.words().contains("events waiting"));
    }

    @Test
    void aGcMarkOpensItsCycle() {
        open();
        Node strip = Desk.find("#timeline");
        double width = Desk.fx(() -> strip.getLayoutBounds().getWidth()) - 112 - 12;
        double height = Desk.fx(() -> strip.getLayoutBounds().getHeight());
        double x = 112 + width * (8 + 14 * 16.3) / 600 + 3;
        Desk.moveTo(strip, x, height - 10);
        String hint = Desk.fx(() -> strip.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(tip -> ((Tooltip) tip).getText())
                .collect(Collectors.joining()));
        assertTrue(hint.startsWith("GC #187") && hint.contains("ms, owners of"), hint);
        var at = Desk.fx(() -> strip.localToScreen(x, height - 10));
        Desk.clickAt(at.getX(), at.getY());
        assertEquals("gc", Desk.fx(() -> shell.page().id()));
        assertTrue(Desk.words().contains("GC #187"), Desk.words());
        Desk.key(KeyCode.PERIOD);
        assertTrue(Desk.words().contains("GC #188"));
        Desk.key(KeyCode.Q);
        assertFalse(Desk.shows("#cycle"));
    }

    @Test
    void themeChangesEveryColourAtOnce() {
        open();
        var before = Desk.fx(() -> shell.tokens().get(Token.BG));
        Desk.click("#theme");
        Desk.settle();
        var after = Desk.fx(() -> shell.tokens().get(Token.BG));
        assertNotEquals(before, after);
        assertEquals(1.0, before.getBrightness());
    }

    @Test
    void pictureOfTheWindowIsAPng(@TempDir Path folder) throws Exception {
        open();
        Path file = folder.resolve("window.png");
        outside.picture(file);
        Desk.click("#picture");
        Desk.await("the file", () -> Files.exists(file));
        Image image = new Image(file.toUri().toString());
        assertEquals(980, image.getWidth());
        assertEquals("picture plimsoll-overview.png", outside.asked.getLast());
    }

    @Test
    void whatCannotBeOpenedIsSaidWhereThePersonLooks() {
        String sentence = "Process 48213 belongs to elastic; run Plimsoll as that user.";
        Desk.run(() -> shell.open(new SampleSession(phase(new Phase.Failed(sentence)))));
        Desk.settle();
        assertEquals(sentence, text("#failed-sentence"));
        Desk.click("#back");
        assertTrue(Desk.shows("#jvms"));
    }

    @Test
    void openingShowsWhatIsDoneAndCanBeCancelled() {
        SampleSession session = new SampleSession(phase(new Phase.Opening("loading the agent", -1)));
        Desk.run(() -> shell.open(session));
        Desk.settle();
        assertTrue(Desk.words().contains("loading the agent"));
        session.publish(SampleSnapshots.rich());
        Desk.await("the overview", () -> Desk.shows("#sentence"));
        Desk.click("#target");
        assertTrue(Desk.words().contains("Detach"), Desk.words());
        Desk.key(KeyCode.ESCAPE);
    }

    @Test
    void theEndOfTheTargetLeavesWhatWasSeen() {
        SampleSession session = new SampleSession(SampleSnapshots.rich());
        Desk.run(() -> shell.open(session));
        Desk.settle();
        Snapshot rich = SampleSnapshots.rich();
        session.publish(new Snapshot(
                2,
                new Phase.Ended("Process 48213 was killed."),
                rich.subject(),
                rich.stacks(),
                rich.ledger(),
                rich.timeline(),
                rich.findings(),
                rich.summary(),
                rich.health(),
                rich.coverage()));
        Desk.await("the sentence", () -> Desk.words().contains("Process 48213 was killed."));
        assertTrue(text("#sentence").startsWith("RSS grew by"), "what was seen stays");
        assertFalse(Desk.shows("#live"), "there is nothing to freeze any more");
    }

    @Test
    void hiddenPagesAreNotCalled() {
        SampleSession session = new SampleSession(SampleSnapshots.empty());
        Desk.run(() -> shell.open(session));
        Desk.settle();
        Desk.click("#tab-gc");
        Desk.settle();
        session.publish(SampleSnapshots.rich());
        Desk.await("the cycle that the drawer tells of", () -> Desk.words().contains("#187"));
        assertFalse(Desk.shows("#sentence"));
    }

    @Test
    void aWindowThatNobodySeesIsNotDrawn() {
        SampleSession session = new SampleSession(SampleSnapshots.empty());
        Desk.run(() -> shell.open(session));
        Desk.settle();
        Desk.run(() -> shell.hidden(true));
        session.publish(SampleSnapshots.rich());
        Desk.settle();
        assertFalse(Desk.words().contains("RSS grew by"), Desk::words);
        Desk.run(() -> shell.hidden(false));
        Desk.await("what came meanwhile", () -> Desk.shows("#sentence"));
        assertTrue(text("#sentence").startsWith("RSS grew by"));
    }

    private void open() {
        Desk.run(() -> shell.open(new SampleSession(SampleSnapshots.rich())));
        Desk.settle();
    }

    private static Snapshot phase(Phase phase) {
        Snapshot empty = SampleSnapshots.empty();
        return new Snapshot(
                0,
                phase,
                empty.subject(),
                empty.stacks(),
                empty.ledger(),
                empty.timeline(),
                empty.findings(),
                empty.summary(),
                empty.health(),
                List.of());
    }

    @Test
    void healthOpensTheFlameGraphOfTheTimeThatWasTooFast() {
        Snapshot rich = SampleSnapshots.rich();
        TimelineSnapshot line = rich.timeline();
        long from = line.start() + 60_000_000_000L;
        long to = from + 7_000_000_000L;
        Series made =
                new Series(Timeline.MADE, "blocks", new long[] {line.start(), from, to, line.end()}, new double[] {
                    0, 59, 1_000_003, 1_000_111
                });
        SampleSession session = new SampleSession(SampleSnapshots.withGauges(rich, List.of(made)));
        Desk.run(() -> shell.open(session));
        Desk.settle();
        Desk.click("#show-health");
        Desk.settle();
        Desk.click("#act-allocations-a-second");
        Desk.settle();
        assertEquals(new TimeRange(from, to), Desk.fx(() -> shell.range().orElseThrow()));
        assertTrue(Desk.shows("#flame-metric"));
        assertEquals(
                Words.say("flame.metric.ALLOCATIONS"),
                Desk.fx(() -> ((MenuButton) Desk.find("#flame-metric")).getText()));
    }

    private Image strip() {
        Desk.settle();
        return Desk.fx(() -> shell.timeline().view().snapshot(null, null));
    }

    @Test
    void timesOnTheStripAreTheClocksOrCountFromTheBeginning() {
        open();
        Image clock = strip();
        Desk.key(KeyCode.CONTROL, KeyCode.COMMA);
        Desk.settle();
        Desk.click("#setting-time-start");
        assertTrue(PictureDifference.pixels(clock, strip()) > 200, "another axis");
        Desk.click("#setting-time-clock");
        assertTrue(PictureDifference.pixels(clock, strip()) < 50, "the same again");
    }

    private double seconds() {
        return Desk.fx(() -> shell.timeline().visibleNanos()) / 1e9;
    }

    private static String text(String selector) {
        return Desk.fx(() -> Desk.find(selector) instanceof Label label
                ? Desk.shown(label.getText())
                : String.valueOf(Desk.find(selector).getAccessibleText()));
    }
}
