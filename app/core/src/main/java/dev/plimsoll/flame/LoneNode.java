package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node that is an object of its own.
final class LoneNode implements CallNode {

    private final @Nullable Frame frame;
    private final double total;
    private final double self;
    private final List<CallNode> children;
    private final String binding;
    private final int size;

    LoneNode(@Nullable Frame frame, double total, double self, List<CallNode> children, String binding) {
        this.frame = frame;
        this.total = total;
        this.self = self;
        this.children = List.copyOf(children);
        this.binding = binding;
        int sum = 1;
        for (CallNode child : children) {
            sum += child.size();
        }
        size = sum;
    }

    @Override
    public @Nullable Frame frame() {
        return frame;
    }

    @Override
    public double total() {
        return total;
    }

    @Override
    public double self() {
        return self;
    }

    @Override
    public List<CallNode> children() {
        return children;
    }

    @Override
    public String binding() {
        return binding;
    }

    @Override
    public int size() {
        return size;
    }
}
