package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.CallNode;
import dev.plimsoll.ui.kit.Search;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which nodes of a tree a search leaves in the table: those that match, all that lead to one, all below one.
final class Kept {

    private Kept() {}

    private record Visit(CallNode node, @Nullable Visit above, boolean below) {}

    /// By identity. Any thread.
    static Set<CallNode> of(CallNode root, Search search) {
        Set<CallNode> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<Visit> waiting = new ArrayDeque<>();
        waiting.push(new Visit(root, null, false));
        // A tree of 100,000 stacks has as many nodes and a handful of frames.
        Map<Frame, Boolean> found = new HashMap<>();
        while (!waiting.isEmpty()) {
            Visit visit = waiting.pop();
            var frame = visit.node.frame();
            boolean match = frame != null && found.computeIfAbsent(frame, each -> search.finds(each.label()));
            if (match || visit.below) {
                Visit up = visit;
                while (up != null && kept.add(up.node)) {
                    up = up.above;
                }
            }
            for (CallNode child : visit.node.children()) {
                waiting.push(new Visit(child, visit, match || visit.below));
            }
        }
        return kept;
    }
}
