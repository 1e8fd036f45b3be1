package dev.plimsoll.ui.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.flame.CallNode;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The other ways to look at the same stacks, and what is saved of them.
class FlameViewsTest {

    private PageDesk desk;
    private FlameCanvas canvas;

    @BeforeEach
    void open() {
        desk = PageDesk.open(SampleSnapshots.rich(), new FlamePage());
        canvas = (FlameCanvas) Desk.find("#flame-canvas");
        Desk.run(canvas::requestFocus);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private FlameViewState state() {
        return Desk.fx(canvas::shown);
    }

    private void key(KeyCode... keys) {
        Desk.key(keys);
        desk.settle();
    }

    @Test
    void sandwichPutsTheChosenMethodBetweenCallersAndCallees() {
        double all = state().total();
        assertEquals("upload", state().selected().getLast().method(), "the line that most comes through is suggested");
        key(KeyCode.DIGIT3);
        FlameCanvas callers = (FlameCanvas) Desk.find("#flame-callers");
        FlameCanvas callees = (FlameCanvas) Desk.find("#flame-callees");
        CallNode up = Desk.fx(() -> callers.shown().answer().tree());
        CallNode down = Desk.fx(() -> callees.shown().answer().tree());
        assertEquals(up.total(), down.total(), 1);
        assertTrue(up.total() > 0 && up.total() < all);
        assertEquals("upload", up.children().getFirst().frame().method());
        assertEquals(
                "load", up.children().getFirst().children().getFirst().frame().method());
        assertEquals("upload", down.children().getFirst().frame().method());
        assertFalse(Desk.fx(() -> callers.shown().rootOnTop()));
        assertTrue(Desk.words().contains("Callers of TextureCache.upload"), Desk::words);
        key(KeyCode.DIGIT3);
        assertFalse(Desk.shows("#flame-callers"));
    }

    @Test
    void keysTurnStacksRoundAndSortSiblings() {
        double all = state().total();
        key(KeyCode.B);
        assertEquals(TreeShape.Direction.BOTTOM_UP, state().question().shape().direction());
        assertEquals(all, state().total(), 1);
        assertTrue(Desk.words().contains("bottom-up"), Desk::words);
        key(KeyCode.DIGIT2);
        List<Double> totals =
                state().answer().tree().children().stream().map(CallNode::total).toList();
        assertEquals(totals.stream().sorted(Comparator.reverseOrder()).toList(), totals);
        key(KeyCode.DIGIT1);
        assertEquals(
                TreeShape.Order.FIRST_APPEARANCE, state().question().shape().order());
    }

    @Test
    void aMarkLeavesOnlyWhatIsAddedLater() {
        double before = state().total();
        MenuButton shape = (MenuButton) Desk.find("#flame-shape");
        Runnable mark = () -> shape.getItems().stream()
                .filter(item -> "flame-shape-mark".equals(item.getId()))
                .forEach(item -> item.fire());
        Desk.run(mark);
        desk.settle();
        assertEquals(0, state().total());
        assertTrue(Desk.words().contains("added since"), Desk::words);
        Desk.run(mark);
        desk.settle();
        assertEquals(before, state().total(), 1);
    }

    @Test
    void ageColoursAreOfTheBlocksBelow() {
        colourBy(ColourBy.AGE);
        Answer answer = state().answer();
        double age = answer.ages().get(answer.tree());
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        for (CallNode child : answer.tree().children()) {
            lowest = Math.min(lowest, answer.ages().get(child));
            highest = Math.max(highest, answer.ages().get(child));
        }
        assertTrue(age > 0 && age >= lowest - 1e-9 && age <= highest + 1e-9, lowest + " " + age + " " + highest);
    }

    private void colourBy(ColourBy by) {
        MenuButton shape = (MenuButton) Desk.find("#flame-shape");
        Desk.run(() -> shape.getItems().stream()
                .filter(item -> item instanceof Menu)
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> ("flame-shape-" + by).equals(item.getId()))
                .forEach(item -> item.fire()));
        desk.settle();
    }

    @Test
    void bindingsAndPackagesHaveColoursAndALegend() {
        for (ColourBy by : List.of(ColourBy.BINDING, ColourBy.PACKAGE)) {
            colourBy(by);
            assertEquals(by, state().colour());
            List<String> names = by.names(state().answer());
            assertTrue(names.size() > 1, names::toString);
            assertTrue(Desk.words().contains(names.getFirst()), Desk::words);
        }
    }

    @Test
    void recursionAndLibrariesAreCollapsed() {
        double all = state().total();
        key(KeyCode.C);
        assertTrue(state().question().shape().collapseRecursion());
        assertTrue(Desk.words().contains("recursion collapsed"), Desk::words);
        assertEquals(all, state().total(), 1);
        key(KeyCode.C);
        assertFalse(Desk.words().contains("recursion collapsed"), Desk::words);

        String library = state().selected().getLast().packageName();
        key(KeyCode.SHIFT, KeyCode.M);
        assertFalse(holds(state().answer().tree(), library), library);
        assertEquals(all, state().total(), 1);
    }

    private static boolean holds(CallNode node, String library) {
        return (node.frame() != null && node.frame().packageName().equals(library))
                || node.children().stream().anyMatch(child -> holds(child, library));
    }

    @Test
    void whatIsOnTheScreenIsSavedAsDrawingAndPage(@TempDir Path folder) throws Exception {
        MenuButton save = (MenuButton) Desk.find("#flame-save");
        Path png = folder.resolve("graph.png");
        desk.outside().picture(png);
        Desk.run(() -> save.getItems().get(0).fire());
        Desk.await("the picture", () -> Files.exists(png));
        Image picture = new Image(png.toUri().toString());
        assertEquals(2 * Desk.fx(canvas::getWidth), picture.getWidth(), 2, "fine enough for a large screen");
        assertEquals(
                Desk.fx(() -> desk.shell().tokens().get(Token.FRAME_JAVA)),
                picture.getPixelReader().getColor((int) picture.getWidth() / 2, 2 * 21 + 8),
                "the row below the root");
        Path svg = folder.resolve("graph.svg");
        desk.outside().picture(svg);
        Desk.run(() -> save.getItems().get(1).fire());
        Desk.await("the drawing", () -> Files.exists(svg));
        String drawing = Files.readString(svg);
        int frames = state().answer().layout().boxes().size();
        assertEquals(frames, drawing.split("<title>").length - 1);
        assertTrue(drawing.contains("com.acme.render.TextureCache.upload:214: "));
        Path html = folder.resolve("graph.html");
        desk.outside().picture(html);
        Desk.run(() -> save.getItems().get(2).fire());
        Desk.await("the page", () -> Files.exists(html));
        assertTrue(Files.readString(html).contains("com.acme.render.TextureCache.upload:214"));
    }
}
