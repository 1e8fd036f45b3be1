package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.cli.Window;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ui.Contrast;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.kit.Theme;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything in the window, page by page: what a person reads has the contrast to be read, and what takes the focus
/// has a name that a screen reader can say.
final class ReadableTest {

    private static final double LEAST = 4.5;
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsStandOutFromWhatIsBehindThem(Theme theme) {
        TreeSet<String> pale = new TreeSet<>();
        int[] seen = new int[1];
        walk(theme, (place, pictures, top) -> {
            Image picture = pictures.picture();
            Desk.run(() -> texts(top, text -> {
                seen[0]++;
                double contrast = contrast(text, picture);
                if (contrast < LEAST) {
                    pale.add("%s: \"%s\" %.2f".formatted(place, text.getText(), contrast));
                }
            }));
        });
        assertEquals(new TreeSet<>(), pale, () -> String.join("\n", pale));
        assertTrue(seen[0] > 1_000, "words that were looked at: " + seen[0]);
    }

    @Test
    void whatTakesTheFocusHasAName() {
        TreeSet<String> nameless = new TreeSet<>();
        int[] seen = new int[1];
        walk(Theme.LIGHT, (place, pictures, top) -> {
            pictures.picture();
            Desk.run(() -> visible(top, node -> {
                // A pane that scrolls is passed over by a reader: what is in it is read.
                if (node.isFocusTraversable() && !(node instanceof ScrollPane)) {
                    seen[0]++;
                    if (name(node).isBlank()) {
                        nameless.add(place + ": " + node.getClass().getSimpleName() + " #" + node.getId() + " "
                                + node.getStyleClass());
                    }
                }
            }));
        });
        assertEquals(new TreeSet<>(), nameless, () -> String.join("\n", nameless));
        assertTrue(seen[0] > 100, "nodes that were asked: " + seen[0]);
    }

    private interface Look {
        /// @param top of what is looked at
        void at(String place, PagePictures pictures, Node top);
    }

    private static void walk(Theme theme, Look look) {
        PagePictures pictures = new PagePictures(
                () -> new Shell(WindowPages::all, theme, new SampleOutside()), new Window.Shape("", WIDTH, HEIGHT, 1));
        Shell shell = pictures.shell();
        Desk.run(() -> shell.theme(theme));
        Desk.run(shell::showPicker);
        Desk.run(shell.picker()::refresh);
        pictures.picture();
        pictures.await(() -> shell.picker().settled());
        look.at("attach", pictures, shell.root());
        Desk.run(() -> shell.open(new SampleSession(SampleSnapshots.rich())));
        for (Page page : shell.pages()) {
            Desk.run(() -> shell.select(page));
            look.at(page.id(), pictures, shell.root());
        }
        Desk.run(shell::showSettings);
        look.at("settings", pictures, shell.root());
        Desk.run(() -> shell.select(shell.pages().getFirst()));
        sheet("palette", shell::showPalette, pictures, look);
        sheet("keys", shell::showKeys, pictures, look);
        BlockTable blocks = Desk.fx(shell::shown).orElseThrow().ledger().blocks();
        sheet("address", () -> shell.inspect(blocks.address(blocks.next(0))), pictures, look);
        Desk.run(shell::close);
    }

    /// Alone: what lies behind it is dimmed.
    private static void sheet(String place, Runnable show, PagePictures pictures, Look look) {
        Shell shell = pictures.shell();
        Desk.run(show);
        pictures.await(() -> shell.overlay().open());
        look.at(place, pictures, shell.overlay());
        Desk.run(shell.overlay()::close);
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node instanceof TextInputControl) {
            return "";
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        return String.valueOf(
                node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String said ? said : "");
    }

    private static void texts(Node node, Consumer<Text> look) {
        visible(node, found -> {
            if (found instanceof Text text && !text.getText().isBlank() && !faint(text)) {
                look.accept(text);
            }
        });
    }

    /// What is disabled may be fainter.
    private static boolean faint(Node node) {
        boolean faint = false;
        for (Node at = node; at != null && !faint; at = at.getParent()) {
            faint = at.getOpacity() < 1 || at.isDisabled();
        }
        return faint;
    }

    private static void visible(Node node, Consumer<Node> look) {
        if (!node.isVisible()) {
            return;
        }
        look.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visible(child, look));
        }
    }

    /// Of the ink and the commonest colour where it stands; what is not in the picture has any contrast.
    private static double contrast(Text text, Image picture) {
        Bounds at = text.localToScene(text.getLayoutBounds());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = (int) at.getMinY(); y < at.getMaxY(); y++) {
            for (int x = (int) at.getMinX() - 1; x <= at.getMaxX(); x++) {
                if (x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT) {
                    counts.merge(picture.getPixelReader().getArgb(x, y), 1, Integer::sum);
                }
            }
        }
        if (counts.isEmpty() || !(text.getFill() instanceof Color ink)) {
            return LEAST;
        }
        int commonest = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Color behind = Color.rgb(commonest >> 16 & 255, commonest >> 8 & 255, commonest & 255);
        return Contrast.of(Contrast.over(ink, behind), behind);
    }
}
