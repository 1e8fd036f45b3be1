package dev.plimsoll.flame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the frames of a tree stand. Immutable.
///
/// @param boxes row by row from the root, in each row from left to right, never overlapping
/// @param depth number of rows
/// @param hiddenFrames frames too narrow for a box of their own, with all below them
/// @param hiddenShare their share of the zoomed node's width, 0..1
/// @param zoomDepth rows before the zoomed node: its ancestors, each over the full width. Smaller than the
/// length of the path that was asked for when the tree has no longer all of it
public record FlameLayoutResult(List<FlameBox> boxes, int depth, int hiddenFrames, double hiddenShare, int zoomDepth) {

    /// The box at a point of the layout, in logarithmic time.
    ///
    /// @param row counted from the root
    /// @param x 0..1
    public @Nullable FlameBox at(int row, double x) {
        int low = 0;
        int high = boxes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            FlameBox box = boxes.get(middle);
            if (box.depth() < row || (box.depth() == row && box.right() <= x)) {
                low = middle + 1;
            } else if (box.depth() > row || box.x() > x) {
                high = middle - 1;
            } else {
                return box;
            }
        }
        return null;
    }
}
