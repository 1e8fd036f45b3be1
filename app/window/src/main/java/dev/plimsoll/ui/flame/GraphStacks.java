package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import dev.plimsoll.export.Figure;
import dev.plimsoll.export.StackFigures;
import dev.plimsoll.flame.CallNode;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.session.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tree that is on the screen, as stacks for the interactive page that [dev.plimsoll.export.ExportFormat#HTML]
/// makes:
/// with the filters, the range and the metric of the screen.
final class GraphStacks {

    private GraphStacks() {}

    private record Visit(CallNode node, @Nullable Visit above) {}

    /// Any thread.
    static StackFigures of(Answer answer, Snapshot snapshot) {
        boolean up = answer.question().shape().direction() == TreeShape.Direction.BOTTOM_UP;
        List<StackFigures.Row> rows = new ArrayList<>();
        ArrayDeque<Visit> waiting = new ArrayDeque<>(List.of(new Visit(answer.tree(), null)));
        while (!waiting.isEmpty()) {
            Visit visit = waiting.pop();
            if (visit.node.self() > 0) {
                double[] values = new double[Figure.values().length];
                values[figure(answer).ordinal()] = visit.node.self();
                List<Frame> innermostFirst = path(visit);
                Stack stack = new Stack(rows.size() + 1, up ? innermostFirst.reversed() : innermostFirst, false);
                rows.add(new StackFigures.Row(visit.node.binding(), stack, values));
            }
            visit.node.children().reversed().forEach(child -> waiting.push(new Visit(child, visit)));
        }
        String title = snapshot.subject().name() + ", " + FlameWords.metric(answer.question());
        var timeline = snapshot.timeline();
        return new StackFigures(
                title, snapshot.summary(), timeline.start(), timeline.end() - timeline.start(), List.copyOf(rows));
    }

    /// The export's name for what widths mean; what it has no name for stands under live bytes, and the title says what
    /// it is.
    static Figure figure(Answer answer) {
        return switch (answer.metric()) {
            case LIVE_BYTES, OWNER_GONE_BYTES, DIED_IN_CYCLE -> Figure.LIVE_BYTES;
            case LIVE_BLOCKS -> Figure.LIVE_BLOCKS;
            case ALLOCATED_BYTES -> Figure.ALLOCATED_BYTES;
            case ALLOCATIONS -> Figure.ALLOCATIONS;
            case FREED_BYTES -> Figure.FREED_BYTES;
            case CALLBACKS -> Figure.LIVE_CALLBACKS;
        };
    }

    private static List<Frame> path(Visit visit) {
        List<Frame> frames = new ArrayList<>();
        for (Visit at = visit; at != null; at = at.above) {
            Frame frame = at.node.frame();
            if (frame != null) {
                frames.add(frame);
            }
        }
        return frames;
    }
}
