package dev.plimsoll.ui.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.ledger.AllocationsPage;
import java.util.concurrent.CountDownLatch;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page in a real window, driven by clicks and keys.
final class FlamePageTest {

    private PageDesk desk;
    private FlameCanvas canvas;

    @BeforeEach
    void open() {
        desk = PageDesk.open(SampleSnapshots.rich(), new FlamePage());
        canvas = (FlameCanvas) Desk.find("#flame-canvas");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// The middle of the first row's box at a depth, in the canvas.
    private Bounds box(int depth) {
        return Desk.fx(
                () -> canvas.boundsOf(canvas.shown().answer().rows().row(depth).getFirst()));
    }

    private void clickBox(int depth) {
        Bounds bounds = box(depth);
        var at = Desk.fx(() -> canvas.localToScreen(bounds.getCenterX(), bounds.getCenterY()));
        Desk.clickAt(at.getX(), at.getY());
        desk.settle();
    }

    private FlameViewState state() {
        return Desk.fx(canvas::shown);
    }

    private String spoken() {
        return Desk.fx(canvas::getAccessibleText);
    }

    private static TextField field() {
        return (TextField) Desk.find("#flame-search");
    }

    private static boolean bad() {
        TextField field = field();
        return Desk.fx(() -> field.getStyleClass().contains("bad"));
    }

    @Test
    void clickZoomsAndTheWayBackIsOneKey() {
        clickBox(4);
        assertEquals(4, state().answer().layout().zoomDepth());
        assertEquals("draw", state().place().getLast().method());
        assertTrue(spoken().startsWith("com.acme.render.Scene.draw:301, 398 MiB, 43.1 % of all"), this::spoken);
        Desk.key(KeyCode.BACK_SPACE);
        desk.settle();
        assertEquals(3, state().answer().layout().zoomDepth());
        Desk.key(KeyCode.ALT, KeyCode.LEFT);
        desk.settle();
        assertEquals(4, state().answer().layout().zoomDepth());
        Desk.key(KeyCode.DIGIT0);
        desk.settle();
        assertEquals(0, state().answer().layout().zoomDepth());
    }

    @Test
    void backgroundClickGoesOutOneLevel() {
        clickBox(4);
        double x = Desk.fx(() -> canvas.getWidth() / 2);
        double y = Desk.fx(() -> canvas.getHeight() - 4);
        desk.click(canvas, x, y, false);
        assertEquals(3, state().answer().layout().zoomDepth());
    }

    @Test
    void searchMarksCountsAndWalks() {
        Desk.key(KeyCode.CONTROL, KeyCode.F);
        assertTrue(Desk.fx(field()::isFocused));
        Desk.type("upload");
        desk.settle();
        assertTrue(Desk.words().contains("found · 44.6 %"), Desk::words);
        Desk.key(KeyCode.ENTER);
        desk.settle();
        assertTrue(Desk.words().contains("1 of "), Desk::words);
        assertTrue(spoken().startsWith("com.acme.render.TextureCache.upload:214"), this::spoken);
        Desk.key(KeyCode.ESCAPE);
        desk.settle();
        assertEquals("", Desk.fx(field()::getText));
        assertTrue(Desk.fx(canvas::isFocused));
    }

    @Test
    void badPatternIsShownWhereItIsTyped() {
        desk.text("#flame-search", "Texture[");
        assertTrue(bad());
        Desk.click("#flame-regex");
        desk.settle();
        assertFalse(bad());
    }

    @Test
    void flipAndTreeByKey() {
        Desk.run(canvas::requestFocus);
        Labeled flip = (Labeled) Desk.find("#flame-flip");
        double before = box(0).getMinY();
        Desk.key(KeyCode.I);
        desk.settle();
        assertTrue(box(0).getMinY() > before);
        assertEquals("Flame", Desk.fx(flip::getText));
        Desk.key(KeyCode.T);
        desk.settle();
        assertTrue(Desk.shows("#flame-tree"));
        TreeTableView<?> tree = (TreeTableView<?>) Desk.find("#flame-tree");
        assertTrue(Desk.fx(tree::getExpandedItemCount) > 10);
        Desk.click("#flame-as-graph");
        desk.settle();
        assertFalse(Desk.shows("#flame-tree"));
    }

    @Test
    void controlClickRemovesStacksAndTheChipBringsThemBack() {
        double all = state().total();
        Bounds bounds = box(8);
        desk.click(canvas, bounds.getCenterX(), bounds.getCenterY(), true);
        assertEquals(all - 412 * SampleSnapshots.MIB, state().total(), 1);
        assertTrue(Desk.words().contains("without TextureCache.load"), Desk::words);
        Node row = Desk.find(".flame-chips");
        Node chip = Desk.fx(() -> row.lookupAll(".chip .button").stream()
                .reduce((first, second) -> second)
                .orElseThrow());
        Desk.click(chip);
        desk.settle();
        assertEquals(all, state().total(), 1);
    }

    @Test
    void arrowsSelectEnterZoomsAndTheStackIsCopied() {
        Desk.run(canvas::requestFocus);
        for (int i = 0; i < 4; i++) {
            Desk.key(KeyCode.DOWN);
        }
        assertTrue(spoken().startsWith("com.acme.render.RenderLoop.frame:140"), this::spoken);
        Desk.key(KeyCode.ENTER);
        desk.settle();
        assertEquals("frame", state().place().getLast().method());
        Desk.key(KeyCode.CONTROL, KeyCode.C);
        assertEquals("com.acme.render.RenderLoop.frame:140", desk.clipboard());
        Desk.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertEquals(
                "com.acme.render.RenderLoop.frame:140\ncom.acme.render.RenderLoop.run:88\njava.lang.Thread.run:1583",
                desk.clipboard());
    }

    @Test
    void pointerShowsWhatHasNoRoom() {
        Bounds bounds = box(3);
        Desk.moveTo(canvas, bounds.getCenterX(), bounds.getCenterY());
        Desk.await("the tip is complete", () -> Desk.words().contains(" blocks"));
        assertTrue(Desk.words().contains("of parent"), Desk::words);
        assertTrue(Desk.shows(".flame-tip"));
    }

    @Test
    void aRecordingWithoutAllocationsPromisesNone() {
        desk.close();
        desk = PageDesk.open(SampleSnapshots.plain(), new FlamePage());
        Desk.await("why it is empty", () -> Desk.words().contains("Native allocations are not in this recording."));
        assertFalse(Desk.words().contains("The graph grows with the first block"), Desk::words);
    }

    @Test
    void aFirstGraphThatTakesLongSaysWhatIsDoneAndCanBeStopped() {
        desk.close();
        desk = PageDesk.open(SampleSnapshots.rich(), new AllocationsPage(), new FlamePage());
        CountDownLatch free = new CountDownLatch(1);
        desk.shell().background().execute(() -> await(free));
        Desk.click("#tab-flame");
        Desk.await("what is being done", () -> Desk.shows("#flame-working"));
        assertTrue(Desk.words().contains("Folding 40 stacks"), Desk::words);
        Desk.click("#flame-work-act");
        free.countDown();
        Desk.await("that it was stopped", () -> Desk.words().contains("40 stacks are not folded"));
        assertFalse(Desk.words().contains("No native allocation yet"), Desk::words);
        Desk.click("#flame-work-act");
        Desk.await("the graph", () -> !Desk.shows("#flame-working"));
        Desk.settle();
        canvas = (FlameCanvas) Desk.find("#flame-canvas");
        assertTrue(Desk.fx(canvas::isVisible));
        assertFalse(state().empty());
    }

    private static void await(CountDownLatch free) {
        try {
            free.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
