package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A tree with its figures, in columns. Immutable; any thread. 22 bytes a node beside the [Branches], which it shares
/// with the trees before and after it.
final class GrownTree {

    private final Branches.Columns branches;
    private final double[] totals;
    private final double[] self;
    private final int[] sizes;
    private final short[] bindings;
    private final String[] names;
    private final TreeShape.Order order;

    GrownTree(
            Branches.Columns branches,
            double[] totals,
            double[] self,
            int[] sizes,
            short[] bindings,
            String[] names,
            TreeShape.Order order) {
        this.branches = branches;
        this.totals = totals;
        this.self = self;
        this.sizes = sizes;
        this.bindings = bindings;
        this.names = names;
        this.order = order;
    }

    CallNode root() {
        return new GrownNode(this, Branches.ROOT);
    }

    int count() {
        return branches.count();
    }

    @Nullable
    Frame frame(int node) {
        return node == Branches.ROOT ? null : branches.named()[branches.frames()[node]];
    }

    double total(int node) {
        return totals[node];
    }

    double self(int node) {
        return self[node];
    }

    String binding(int node) {
        return names[bindings[node]];
    }

    int size(int node) {
        return sizes[node];
    }

    List<CallNode> children(int node) {
        List<CallNode> children = new ArrayList<>();
        for (int child = branches.firstChild(node); child != Branches.NONE; child = branches.nextSibling(child)) {
            if (totals[child] > 0) {
                children.add(new GrownNode(this, child));
            }
        }
        if (order == TreeShape.Order.LEFT_HEAVY) {
            children.sort(Comparator.comparingDouble(CallNode::total).reversed());
        }
        return children;
    }

    /// What matches in the whole tree.
    ///
    /// @param nodes number of matching ones
    /// @param value of all that lies below at least one
    record Matching(int nodes, double value) {}

    /// Asks `matches` once per distinct frame.
    Matching matching(Predicate<Frame> matches) {
        BitSet found = found(matches);
        BitSet below = new BitSet(count());
        int nodes = 0;
        double value = 0;
        for (int node = 1; node < count(); node++) {
            if (totals[node] > 0) {
                boolean covered = below.get(branches.parents()[node]);
                if (found.get(branches.frames()[node])) {
                    nodes++;
                    value += covered ? 0 : totals[node];
                    covered = true;
                }
                below.set(node, covered);
            }
        }
        return new Matching(nodes, value);
    }

    /// Nodes that match, all that lead to one and all below one. Asks `matches` once per distinct frame.
    BitSet around(Predicate<Frame> matches) {
        BitSet found = found(matches);
        BitSet around = new BitSet(count());
        for (int node = 1; node < count(); node++) {
            if (totals[node] > 0 && (found.get(branches.frames()[node]) || around.get(branches.parents()[node]))) {
                around.set(node);
            }
        }
        for (int node = around.previousSetBit(count()); node > 0; node = around.previousSetBit(node - 1)) {
            around.set(branches.parents()[node]);
        }
        return around;
    }

    private BitSet found(Predicate<Frame> matches) {
        BitSet found = new BitSet(branches.namedCount());
        for (int number = 0; number < branches.namedCount(); number++) {
            Frame frame = branches.named()[number];
            found.set(number, frame != null && matches.test(frame));
        }
        return found;
    }
}
