package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a regular expression finds in a tree. The expression is searched in [Frame#label()].
///
/// @param matches drawn boxes that match, row by row
/// @param frames matching frames in the whole tree, also those too narrow to be drawn
/// @param value of all stacks with at least one match; a match below a match is not counted again
/// @param share `value` of the root's total, 0..1
public record FrameSearch(List<FlameBox> matches, int frames, double value, double share) {

    public static final FrameSearch NOTHING = new FrameSearch(List.of(), 0, 0, 0);

    /// @param root the whole tree
    /// @param layout of that tree, zoomed or not
    public static FrameSearch of(CallNode root, FlameLayoutResult layout, Pattern pattern) {
        FrameMatcher matcher = new FrameMatcher(pattern);
        List<FlameBox> boxes = new ArrayList<>();
        for (FlameBox box : layout.boxes()) {
            Frame frame = box.frame();
            if (frame != null && box.merged() == 0 && matcher.matches(frame)) {
                boxes.add(box);
            }
        }
        int frames = 0;
        double value = 0;
        // In preorder a subtree is a run as long as its size: whether a node lies below a match needs no record.
        long at = 0;
        long countedTo = 0;
        ArrayDeque<CallNode> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            CallNode node = waiting.pop();
            Frame frame = node.frame();
            if (frame != null && matcher.matches(frame)) {
                frames++;
                if (at >= countedTo) {
                    value += node.total();
                    countedTo = at + node.size();
                }
            }
            at++;
            List<CallNode> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                waiting.push(children.get(i));
            }
        }
        return new FrameSearch(List.copyOf(boxes), frames, value, root.total() > 0 ? value / root.total() : 0);
    }

    /// Position of the box with this path among the matches, from 0, or -1.
    public int indexOf(@Nullable List<Frame> path) {
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    /// The match after the one with this path, around the end; the first when `path` is no match; null when
    /// nothing matches.
    public @Nullable FlameBox next(@Nullable List<Frame> path) {
        return matches.isEmpty() ? null : matches.get((indexOf(path) + 1) % matches.size());
    }

    /// The match before the one with this path, around the beginning; the last when `path` is no match.
    public @Nullable FlameBox previous(@Nullable List<Frame> path) {
        int index = indexOf(path);
        return matches.isEmpty() ? null : matches.get(index <= 0 ? matches.size() - 1 : index - 1);
    }
}
