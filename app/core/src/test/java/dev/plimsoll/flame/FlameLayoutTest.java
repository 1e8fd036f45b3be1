package dev.plimsoll.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class FlameLayoutTest {

    private static final TreeShape PLAIN = TreeShape.LIVE.hidingBindingInternals(false);

    @Test
    void placesChildrenSideBySideBelowTheirParent() {
        CallNode root = Folded.of("main;a 50", "main;b 25", "main 5", "idle 20").tree(PLAIN);
        assertEquals("""
                0 all 0.00-1.00
                1 main 0.00-0.80
                1 idle 0.80-1.00
                2 a 0.00-0.50
                2 b 0.50-0.75
                """, print(FlameLayout.of(root, List.of(), 0)));
    }

    @Test
    void givesTheZoomedFrameTheFullWidthBelowItsAncestors() {
        CallNode root =
                Folded.of("main;a;x 30", "main;a;y 10", "main;b 25", "idle 20").tree(PLAIN);
        FlameLayoutResult zoomed = FlameLayout.of(root, path("main", "a"), 0);
        assertEquals("""
                0 all 0.00-1.00
                1 main 0.00-1.00
                2 a 0.00-1.00
                3 x 0.00-0.75
                3 y 0.75-1.00
                """, print(zoomed));
        assertEquals(2, zoomed.zoomDepth());
        assertEquals(path("main", "a", "y"), zoomed.boxes().getLast().path());
    }

    @Test
    void keepsAsMuchOfTheZoomAsTheTreeStillHas() {
        CallNode root = Folded.of("main;b 25").tree(PLAIN);
        FlameLayoutResult layout = FlameLayout.of(root, path("main", "a", "x"), 0);
        assertEquals(1, layout.zoomDepth());
        assertEquals("0 all 0.00-1.00\n1 main 0.00-1.00\n2 b 0.00-1.00\n", print(layout));
    }

    @Test
    void mergesWhatIsTooNarrowAndCountsIt() {
        CallNode root = Folded.of("a;deep;deeper 2", "b 46", "c 2", "d 50").tree(PLAIN);
        FlameLayoutResult layout = FlameLayout.of(root, List.of(), 0.03);
        assertEquals("""
                0 all 0.00-1.00
                1 b 0.00-0.46
                1 d 0.46-0.96
                1 2 narrow frames 0.96-1.00
                """, print(layout));
        assertEquals(2, layout.boxes().getLast().merged());
        assertEquals(4, layout.hiddenFrames());
        assertEquals(0.04, layout.hiddenShare(), 1e-9);

        FlameLayoutResult coarse = FlameLayout.of(root, List.of(), 0.05);
        assertEquals(3, coarse.boxes().size());
        assertEquals(4, coarse.hiddenFrames());
        assertEquals(0.04, coarse.hiddenShare(), 1e-9);
    }

    @Test
    void anEmptyTreeIsOneBox() {
        FlameLayoutResult layout = FlameLayout.of(new Folded().tree(PLAIN), List.of(), 0.001);
        assertEquals("0 all 0.00-1.00\n", print(layout));
        assertEquals(0, layout.hiddenFrames());
    }

    @Test
    void rowsNeverOverlapAndNothingIsLost() {
        for (int seed = 0; seed < 100; seed++) {
            CallNode root = CallTreeTest.random(new Random(seed), 300).tree(PLAIN);
            double minWidth = seed % 4 * 0.004;
            FlameLayoutResult layout = FlameLayout.of(root, List.of(), minWidth);
            double[] right = new double[layout.depth()];
            double merged = 0;
            int drawn = 0;
            int depth = 0;
            for (FlameBox box : layout.boxes()) {
                assertTrue(box.depth() >= depth, "rows in order");
                depth = box.depth();
                assertTrue(box.x() >= right[depth] - 1e-9, "no overlap");
                right[depth] = box.right();
                assertTrue(box.width() >= minWidth);
                assertEquals(box.depth(), box.path().size());
                merged += box.merged() > 0 ? box.width() : 0;
                drawn += box.merged() > 0 ? 0 : 1;
                assertSame(box, layout.at(depth, box.x() + box.width() / 2));
            }
            assertEquals(root.size(), drawn + layout.hiddenFrames());
            assertTrue(layout.hiddenShare() <= 1 + 1e-9 && layout.hiddenShare() >= merged - 1e-9);
        }
    }

    @Test
    void findsTheBoxAtAPoint() {
        FlameLayoutResult layout =
                FlameLayout.of(Folded.of("main;a 50", "idle 50").tree(PLAIN), List.of(), 0);
        FlameBox idle = layout.at(1, 0.5);
        assertNotNull(idle);
        assertEquals(Folded.frame("idle"), idle.frame());
        assertNull(layout.at(2, 0.6));
        assertNull(layout.at(7, 0.1));
    }

    @Test
    void countsAMatchBelowAMatchOnce() {
        CallNode root = Folded.of("main;render;tile;render 30", "main;load 50", "rendering 20")
                .tree(PLAIN);
        FlameLayoutResult layout = FlameLayout.of(root, List.of(), 0);
        FrameSearch search = FrameSearch.of(root, layout, Pattern.compile("^render$"));
        assertEquals(2, search.frames());
        assertEquals(30, search.value());
        assertEquals(0.3, search.share(), 1e-9);
        assertEquals(
                0.5, FrameSearch.of(root, layout, Pattern.compile("render")).share(), 1e-9);
        FlameBox first = search.next(null);
        assertNotNull(first);
        FlameBox second = search.next(first.path());
        assertNotNull(second);
        assertEquals(List.of(2, 4), List.of(first.depth(), second.depth()));
        assertSame(first, search.next(second.path()));
        assertSame(second, search.previous(first.path()));
        assertEquals(1, search.indexOf(List.copyOf(second.path())));
    }

    @Test
    void searchCountsWhatIsTooNarrowToDraw() {
        CallNode root = Folded.of("main;a 999", "main;b 1").tree(PLAIN);
        FrameSearch search = FrameSearch.of(root, FlameLayout.of(root, List.of(), 0.01), Pattern.compile("b"));
        assertTrue(search.matches().isEmpty());
        assertEquals(1, search.frames());
        assertEquals(0.001, search.share(), 1e-9);
        assertNull(search.next(null));
    }

    private static List<Frame> path(String... names) {
        return List.of(names).stream().map(Folded::frame).toList();
    }

    private static String print(FlameLayoutResult layout) {
        StringBuilder text = new StringBuilder();
        for (FlameBox box : layout.boxes()) {
            Frame frame = box.frame();
            text.append(String.format(
                    Locale.ROOT,
                    "%d %s %.2f-%.2f%n",
                    box.depth(),
                    frame == null ? "all" : frame.label(),
                    box.x(),
                    box.right()));
        }
        return text.toString().replace("\r", "");
    }
}
