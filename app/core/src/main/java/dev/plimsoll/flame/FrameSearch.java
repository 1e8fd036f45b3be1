package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
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

    /// @param root the whole tree; in one made by hand only drawn boxes are found
    /// @param layout of that tree, zoomed or not
    public static FrameSearch of(CallNode root, FlameLayoutResult layout, Pattern pattern) {
        FrameMatcher matcher = new FrameMatcher(pattern);
        GrownTree.Matching all = root instanceof GrownNode(GrownTree tree, int _)
                ? tree.matching(matcher::matches)
                : new GrownTree.Matching(0, 0);
        double share = root.total() > 0 ? all.value() / root.total() : 0;
        return new FrameSearch(boxes(layout, matcher), all.nodes(), all.value(), share);
    }

    /// The same found in another layout of the same tree.
    ///
    /// @param pattern the one that was searched
    public FrameSearch in(FlameLayoutResult layout, Pattern pattern) {
        return new FrameSearch(boxes(layout, new FrameMatcher(pattern)), frames, value, share);
    }

    private static List<FlameBox> boxes(FlameLayoutResult layout, FrameMatcher matcher) {
        List<FlameBox> boxes = new ArrayList<>();
        for (FlameBox box : layout.boxes()) {
            Frame frame = box.frame();
            if (frame != null && box.merged() == 0 && matcher.matches(frame)) {
                boxes.add(box);
            }
        }
        return List.copyOf(boxes);
    }

    /// Which nodes of a tree a search leaves in a table: those that match, all that lead to one, all below one.
    ///
    /// @param root the whole tree
    public static Predicate<CallNode> leaves(CallNode root, Predicate<Frame> matches) {
        if (!(root instanceof GrownNode(GrownTree tree, int _))) {
            return node -> false;
        }
        BitSet around = tree.around(matches);
        return node -> node instanceof GrownNode(GrownTree of, int number) && of.equals(tree) && around.get(number);
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
