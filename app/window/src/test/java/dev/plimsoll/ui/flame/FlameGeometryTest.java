package dev.plimsoll.ui.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.flame.CallNode;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.FlameLayout;
import dev.plimsoll.ui.kit.FlameRows;
import dev.plimsoll.ui.kit.FlameScale;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A tree of seven frames: Java calls a binding that calls native code; another binding frame allocates by itself.
final class FlameGeometryTest {

    private static CallNode node(FrameKind kind, String name, double self, CallNode... children) {
        double total = self;
        for (CallNode child : children) {
            total += child.total();
        }
        return CallNode.of(new Frame("a.B", name, 1, kind), total, self, List.of(children), "ffm");
    }

    private static final CallNode ROOT = CallNode.of(
            null,
            100,
            0,
            List.of(
                    node(
                            FrameKind.JAVA,
                            "left",
                            0,
                            node(FrameKind.BINDING, "call", 10, node(FrameKind.NATIVE, "malloc", 50))),
                    node(FrameKind.JAVA, "right", 0, node(FrameKind.BINDING, "allocate", 40))),
            "ffm");

    private static final FlameRows ROWS =
            FlameRows.of(FlameLayout.of(ROOT, List.of(), 0).boxes());

    @Test
    void findsTheBoxUnderAPointAndItsNeighbours() {
        FlameBox left = ROWS.at(1, 0.59).orElseThrow();
        assertEquals("left", left.path().getLast().method());
        assertEquals("right", ROWS.at(1, 0.6).orElseThrow().path().getLast().method());
        assertEquals(Optional.empty(), ROWS.at(3, 0.7));
        assertEquals(Optional.empty(), ROWS.at(9, 0.1));
        assertEquals(
                "right", ROWS.beside(left, 1).orElseThrow().path().getLast().method());
        assertEquals(Optional.empty(), ROWS.beside(left, -1));
        FlameBox call = ROWS.child(left).orElseThrow();
        assertEquals("call", call.path().getLast().method());
        assertEquals(left, ROWS.parent(call).orElseThrow());
        assertEquals(left, ROWS.find(left.path()).orElseThrow());
    }

    @Test
    void borderStandsWhereNativeCodeFollowsAndBelowWhatABindingAllocatesItself() {
        List<BorderLine> lines = BorderLine.of(ROWS);
        // call -> malloc covers 0.5, what call allocates itself 0.1, and allocate 0.4: one row, all joined.
        assertEquals(1, lines.size());
        assertEquals(2, lines.getFirst().upper());
        assertEquals(0, lines.getFirst().x(), 1e-9);
        assertEquals(1, lines.getFirst().right(), 1e-9);
    }

    @Test
    void rowsGrowDownFromTheRootOrUpFromTheFoot() {
        FlameScale icicle = new FlameScale(12, 976, 400, 21, 10, 0, true, 1);
        assertEquals(0, icicle.y(0));
        assertEquals(63, icicle.y(3));
        assertEquals(3, icicle.depthAt(63));
        FlameScale flame = new FlameScale(12, 976, 400, 21, 10, 0, false, 1);
        assertEquals(379, flame.y(0));
        assertEquals(0, flame.depthAt(380));
        assertEquals(3, flame.depthAt(flame.y(3) + 5));
        assertEquals(500, icicle.x(0.5));
        assertEquals(0.5, icicle.shareAt(500));
    }

    @Test
    void edgesStandOnDevicePixels() {
        FlameScale scale = new FlameScale(12, 977, 400, 21, 10, 0, true, 1.5);
        double x = scale.x(1 / 3.0) * 1.5;
        assertEquals(Math.rint(x), x, 1e-9);
    }

    @Test
    void scrollsNoFurtherThanNeeded() {
        FlameScale scale = new FlameScale(12, 976, 100, 21, 40, 210, true, 1);
        assertEquals(210, scale.scrollTo(11));
        assertEquals(0, scale.scrollTo(0));
        assertTrue(scale.scrollTo(39) <= scale.furthestScroll());
        assertEquals(scale.furthestScroll(), scale.scrollTo(39));
        FlameScale low = new FlameScale(12, 976, 0, 21, 40, 0, true, 1);
        assertEquals(low.y(12), low.scrollTo(12), "a canvas that has no height yet");
    }
}
