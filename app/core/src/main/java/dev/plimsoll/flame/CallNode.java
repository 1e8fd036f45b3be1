package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of an immutable call tree, outermost frame at the root's children (bottom-up: the innermost).
/// Trees may be thousands of nodes deep: walk them with a queue, never by recursion. Two nodes are equal when they are
/// the same place of the same tree, whatever they hold. A tree of a million nodes is columns: the object is made when
/// a node is asked for.
public sealed interface CallNode permits GrownNode, LoneNode {

    /// A node made by hand; its size is its own and that of its children.
    static CallNode of(@Nullable Frame frame, double total, double self, List<CallNode> children, String binding) {
        return new LoneNode(frame, total, self, children, binding);
    }

    /// Null at the root only.
    @Nullable
    Frame frame();

    /// Value of this node and all below it.
    double total();

    /// Value of stacks that end here.
    double self();

    /// In a stable order: first appearance, so that a live graph does not jump. Made anew with each call.
    List<CallNode> children();

    /// The binding of the allocations below, or the empty string when there are several.
    String binding();

    /// Number of nodes in this subtree, itself included.
    int size();
}
