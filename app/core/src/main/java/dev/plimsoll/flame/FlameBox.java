package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A frame's place in the layout. `x` and `width` are shares of the zoomed node in 0..1, `depth` counts rows
/// from the root.
///
/// @param node what is drawn
/// @param depth 0 for the root
/// @param x left edge, 0..1
/// @param width 0..1
/// @param path frames from the outermost down to this one: its identity while the tree changes
/// @param merged number of siblings too narrow to draw that this box stands for, 0 for an ordinary frame
public record FlameBox(CallNode node, int depth, double x, double width, List<Frame> path, int merged) {

    /// An ordinary frame.
    public FlameBox(CallNode node, int depth, double x, double width, List<Frame> path) {
        this(node, depth, x, width, path, 0);
    }

    public @Nullable Frame frame() {
        return node.frame();
    }

    public double right() {
        return x + width;
    }
}
