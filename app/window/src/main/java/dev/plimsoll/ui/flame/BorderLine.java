package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ui.kit.FlameRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where stacks cross from Java to native code, as pieces between two rows. A piece stands where a native or VM frame
/// follows a Java or binding frame, and below what a Java or binding frame allocates itself: an allocation is native
/// whether or not its native frames were recorded. Any thread.
///
/// @param upper row on the root's side
/// @param x left end, 0..1
/// @param right right end, 0..1
record BorderLine(int upper, double x, double right) {

    private static final double ROUNDING = 1e-9;

    /// All pieces, row by row, neighbours joined.
    static List<BorderLine> of(FlameRows rows) {
        List<BorderLine> lines = new ArrayList<>();
        for (int depth = 1; depth < rows.count(); depth++) {
            for (FlameBox box : rows.row(depth)) {
                if (!isManaged(box)) {
                    continue;
                }
                double own = box.x();
                List<FlameBox> below = rows.row(depth + 1);
                for (int i = rows.firstFrom(depth + 1, box.x());
                        i < below.size() && below.get(i).x() < box.right() - ROUNDING;
                        i++) {
                    FlameBox child = below.get(i);
                    if (isNative(child)) {
                        add(lines, new BorderLine(depth, child.x(), child.right()));
                    }
                    own = child.right();
                }
                double self = box.node().total() > 0
                        ? box.width() * box.node().self() / box.node().total()
                        : 0;
                if (self > 0 && own < box.right() - ROUNDING) {
                    add(lines, new BorderLine(depth, Math.max(own, box.right() - self), box.right()));
                }
            }
        }
        return lines;
    }

    private static void add(List<BorderLine> lines, BorderLine line) {
        BorderLine last = lines.isEmpty() ? null : lines.getLast();
        if (last != null && last.upper == line.upper && Math.abs(last.right - line.x) < ROUNDING) {
            lines.set(lines.size() - 1, new BorderLine(line.upper, last.x, line.right));
        } else {
            lines.add(line);
        }
    }

    private static boolean isManaged(FlameBox box) {
        FrameKind kind = kind(box.frame());
        return kind == FrameKind.JAVA || kind == FrameKind.BINDING;
    }

    private static boolean isNative(FlameBox box) {
        FrameKind kind = kind(box.frame());
        return box.merged() == 0 && (kind == FrameKind.NATIVE || kind == FrameKind.VM);
    }

    private static @Nullable FrameKind kind(@Nullable Frame frame) {
        return frame == null ? null : frame.kind();
    }
}
