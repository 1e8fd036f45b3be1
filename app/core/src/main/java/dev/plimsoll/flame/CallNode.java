package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of an immutable call tree, outermost frame at the root's children (bottom-up: the innermost).
/// Trees may be thousands of nodes deep: walk them with a queue, never by recursion, and compare them by
/// identity.
///
/// @param frame null at the root only
/// @param total value of this node and all below it
/// @param self value of stacks that end here
/// @param children in a stable order: first appearance, so that a live graph does not jump
/// @param binding the binding of the allocations below, or the empty string when there are several
/// @param size number of nodes in this subtree, itself included
public record CallNode(
        @Nullable Frame frame, double total, double self, List<CallNode> children, String binding, int size) {

    /// Counts the nodes itself.
    public CallNode(@Nullable Frame frame, double total, double self, List<CallNode> children, String binding) {
        this(frame, total, self, children, binding, 1 + sizes(children));
    }

    private static int sizes(List<CallNode> nodes) {
        int sum = 0;
        for (CallNode node : nodes) {
            sum += node.size();
        }
        return sum;
    }
}
