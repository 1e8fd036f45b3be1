package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in a tree of columns.
///
/// @param tree compared by identity
/// @param number of the node, 0 for the root
record GrownNode(GrownTree tree, int number) implements CallNode {

    @Override
    public @Nullable Frame frame() {
        return tree.frame(number);
    }

    @Override
    public double total() {
        return tree.total(number);
    }

    @Override
    public double self() {
        return tree.self(number);
    }

    @Override
    public List<CallNode> children() {
        return tree.children(number);
    }

    @Override
    public String binding() {
        return tree.binding(number);
    }

    @Override
    public int size() {
        return tree.size(number);
    }

    @Override
    public String toString() {
        Frame frame = frame();
        return (frame == null ? "all" : frame.label()) + " " + total();
    }
}
