package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Places the frames of a tree in a space that knows no pixels: x and width in 0..1, rows counted from the
/// root. Pure. The cost follows the boxes that are wide enough, plus their children.
public final class FlameLayout {

    private FlameLayout() {}

    /// The layout with the node at the end of `zoomPath` over the full width, below its ancestors.
    ///
    /// Siblings narrower than `minWidth` are merged into one box behind the others; where even that is too
    /// narrow it is left out. Both are counted in the result, never dropped in silence.
    ///
    /// @param zoomPath from the root's child on; empty for the whole tree. What the tree no longer has is
    /// ignored
    /// @param minWidth share of the full width, for example one pixel; 0 draws everything
    public static FlameLayoutResult of(CallNode root, List<Frame> zoomPath, double minWidth) {
        return new Pass(minWidth).run(root, zoomPath);
    }

    private record Placed(
            CallNode node,
            int depth,
            double x,
            double width,
            @Nullable FramePath path,
            int merged) {}

    private static final class Pass {

        private final double minWidth;
        private final List<FlameBox> boxes = new ArrayList<>();
        private final ArrayDeque<Placed> waiting = new ArrayDeque<>();
        private int depth;
        private int hiddenFrames;
        private double hiddenShare;

        Pass(double minWidth) {
            this.minWidth = minWidth;
        }

        FlameLayoutResult run(CallNode root, List<Frame> zoomPath) {
            CallNode node = root;
            FramePath path = null;
            int zoomDepth = 0;
            for (Frame frame : zoomPath) {
                CallNode child = child(node, frame);
                if (child == null) {
                    break;
                }
                box(new Placed(node, zoomDepth++, 0, 1, path, 0));
                path = new FramePath(path, frame);
                node = child;
            }
            waiting.add(new Placed(node, zoomDepth, 0, 1, path, 0));
            while (!waiting.isEmpty()) {
                Placed next = waiting.remove();
                box(next);
                children(next);
            }
            return new FlameLayoutResult(List.copyOf(boxes), depth, hiddenFrames, hiddenShare, zoomDepth);
        }

        private void children(Placed parent) {
            double scale = parent.node.total() > 0 ? parent.width / parent.node.total() : 0;
            double x = parent.x;
            int narrow = 0;
            double narrowTotal = 0;
            for (CallNode child : parent.node.children()) {
                double width = child.total() * scale;
                if (width < minWidth) {
                    narrow++;
                    narrowTotal += child.total();
                    hiddenFrames += child.size();
                } else {
                    FramePath path = new FramePath(parent.path, frame(child));
                    waiting.add(new Placed(child, parent.depth + 1, x, width, path, 0));
                    x += width;
                }
            }
            if (narrow > 0) {
                hiddenShare += narrowTotal * scale;
                merge(parent, narrow, narrowTotal, x, narrowTotal * scale);
            }
        }

        private void merge(Placed parent, int narrow, double total, double x, double width) {
            if (width < minWidth) {
                return;
            }
            String label = narrow == 1 ? "1 narrow frame" : narrow + " narrow frames";
            Frame frame = new Frame("", label, -1, FrameKind.VM);
            CallNode node = CallNode.of(frame, total, 0, List.of(), parent.node.binding());
            waiting.add(new Placed(node, parent.depth + 1, x, width, new FramePath(parent.path, frame), narrow));
        }

        private void box(Placed placed) {
            List<Frame> path = placed.path == null ? List.of() : placed.path;
            boxes.add(new FlameBox(placed.node, placed.depth, placed.x, placed.width, path, placed.merged));
            depth = placed.depth + 1;
        }

        private static @Nullable CallNode child(CallNode node, Frame frame) {
            for (CallNode child : node.children()) {
                if (frame.equals(child.frame())) {
                    return child;
                }
            }
            return null;
        }

        private static Frame frame(CallNode child) {
            return java.util.Objects.requireNonNull(child.frame(), "only the root has no frame");
        }
    }
}
