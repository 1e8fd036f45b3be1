package dev.plimsoll.flame;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Turns one stack into the frames of one path of a tree, from the root's child on. One per tree, one thread.
final class StackShaper {

    /// Stands where the recorder kept no stack.
    static final Frame NO_STACK = new Frame("", "[no stack recorded]", -1, FrameKind.VM);

    /// Stands for the frames that the recorder cut off, so that cut stacks do not look like threads of their
    /// own.
    static final Frame CUT_OFF = new Frame("", "[stack cut off]", -1, FrameKind.VM);

    private static final int LONGEST_CYCLE = 8;

    private final TreeShape shape;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Frame, Boolean> users = new HashMap<>();

    StackShaper(TreeShape shape) {
        this.shape = shape;
        for (StackFilter filter : shape.filters()) {
            steps.add(new Step(filter.kind(), new FrameMatcher(Pattern.compile(filter.regex()))));
        }
    }

    /// The path, or an empty list when a filter removed the stack.
    List<Frame> path(Stack stack) {
        List<Frame> frames = outermostFirst(stack);
        for (Step step : steps) {
            frames = step.apply(frames);
            if (frames.isEmpty()) {
                return frames;
            }
        }
        if (shape.collapseRecursion()) {
            frames = withoutRecursion(frames);
        }
        if (shape.direction() == TreeShape.Direction.BOTTOM_UP) {
            Collections.reverse(frames);
        }
        return frames;
    }

    private List<Frame> outermostFirst(Stack stack) {
        List<Frame> topFirst = stack.frames();
        int first = shape.hideBindingInternals() ? crossing(topFirst) : 0;
        List<Frame> frames = new ArrayList<>(topFirst.size() - first + 1);
        if (topFirst.isEmpty()) {
            frames.add(NO_STACK);
        } else if (stack.truncated()) {
            frames.add(CUT_OFF);
        }
        for (int i = topFirst.size() - 1; i >= first; i--) {
            frames.add(topFirst.get(i));
        }
        return frames;
    }

    /// Index of the frame that the innermost user's frame called, or 0 when there is nothing to hide.
    private int crossing(List<Frame> topFirst) {
        for (int i = 0; i < topFirst.size(); i++) {
            if (users.computeIfAbsent(topFirst.get(i), Border::isUser)) {
                return Math.max(0, i - 1);
            }
        }
        return 0;
    }

    private static List<Frame> withoutRecursion(List<Frame> frames) {
        List<Frame> kept = new ArrayList<>(frames.size());
        for (Frame frame : frames) {
            kept.add(frame);
            for (int length = 1; length <= LONGEST_CYCLE && 2 * length <= kept.size(); length++) {
                if (endsWithTwice(kept, length)) {
                    kept.subList(kept.size() - length, kept.size()).clear();
                    break;
                }
            }
        }
        return kept;
    }

    private static boolean endsWithTwice(List<Frame> frames, int length) {
        for (int i = frames.size() - length; i < frames.size(); i++) {
            Frame later = frames.get(i);
            Frame earlier = frames.get(i - length);
            if (!later.method().equals(earlier.method()) || !later.className().equals(earlier.className())) {
                return false;
            }
        }
        return true;
    }

    private record Step(StackFilter.Kind kind, FrameMatcher matcher) {

        List<Frame> apply(List<Frame> frames) {
            if (kind == StackFilter.Kind.MERGE) {
                List<Frame> kept = new ArrayList<>(frames.size());
                for (Frame frame : frames) {
                    if (!matcher.matches(frame)) {
                        kept.add(frame);
                    }
                }
                return kept;
            }
            int match = outermostMatch(frames);
            return switch (kind) {
                case KEEP -> match >= 0 ? frames : List.of();
                case REMOVE -> match >= 0 ? List.of() : frames;
                case FOCUS -> match >= 0 ? new ArrayList<>(frames.subList(match, frames.size())) : List.of();
                case CALLERS -> match >= 0 ? new ArrayList<>(frames.subList(0, match + 1)) : List.of();
                case MERGE -> throw new AssertionError();
            };
        }

        private int outermostMatch(List<Frame> frames) {
            for (int i = 0; i < frames.size(); i++) {
                if (matcher.matches(frames.get(i))) {
                    return i;
                }
            }
            return -1;
        }
    }
}
