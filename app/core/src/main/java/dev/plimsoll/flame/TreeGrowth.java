package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gathers the figures of one tree over [Branches], which may have been grown before and go on growing. One thread.
final class TreeGrowth {

    private static final short UNKNOWN = 0;
    private static final short SEVERAL = 1;

    private final Branches branches;
    private double[] self;

    /// By node: unknown until something was added, several, or two more than the place in `names`.
    private short[] bindings;

    private final List<String> names = new ArrayList<>();

    TreeGrowth() {
        this(new Branches());
    }

    TreeGrowth(Branches branches) {
        this.branches = branches;
        int room = Math.max(256, branches.count());
        self = new double[room];
        bindings = new short[room];
    }

    /// Adds `value` at the end of a path that starts below the root. An empty path adds nothing.
    ///
    /// @return the node at the end of the path, 0 for an empty one
    int add(List<Frame> path, String binding, double value) {
        int node = branches.node(path);
        if (node != Branches.ROOT) {
            add(node, binding, value);
        }
        return node;
    }

    /// Adds `value` at a node of the branches that is not the root.
    void add(int node, String binding, double value) {
        if (node >= self.length) {
            int larger = Math.max(branches.count(), self.length + self.length / 2);
            self = Arrays.copyOf(self, larger);
            bindings = Arrays.copyOf(bindings, larger);
        }
        self[node] += value;
        bindings[node] = both(bindings[node], code(binding));
    }

    /// Number of nodes so far; they are numbered in the order in which they came, the root first.
    int count() {
        return branches.count();
    }

    /// Adds to every node what the nodes below it have.
    ///
    /// @param column one figure per node, changed
    void accumulate(double[] column) {
        int[] parents = branches.parents();
        for (int node = count() - 1; node > Branches.ROOT; node--) {
            column[parents[node]] += column[node];
        }
    }

    /// The tree now. Nodes without any value are left out of their parents. Nothing may be added afterwards.
    GrownTree tree(TreeShape.Order order) {
        int count = count();
        self = Arrays.copyOf(self, count);
        bindings = Arrays.copyOf(bindings, count);
        double[] totals = self.clone();
        int[] sizes = new int[count];
        Arrays.fill(sizes, 1);
        int[] parents = branches.parents();
        for (int node = count - 1; node > Branches.ROOT; node--) {
            int parent = parents[node];
            totals[parent] += totals[node];
            bindings[parent] = both(bindings[parent], bindings[node]);
            if (totals[node] > 0) {
                sizes[parent] += sizes[node];
            }
        }
        String[] known = new String[names.size() + 2];
        Arrays.fill(known, "");
        for (int i = 0; i < names.size(); i++) {
            known[i + 2] = names.get(i);
        }
        return new GrownTree(branches.columns(), totals, self, sizes, bindings, known, order);
    }

    /// A node has a binding as long as all that was added through it agree.
    private static short both(short one, short other) {
        return one == UNKNOWN ? other : other == UNKNOWN || one == other ? one : SEVERAL;
    }

    private short code(String binding) {
        int at = names.indexOf(binding);
        if (at < 0) {
            at = names.size();
            names.add(binding);
        }
        return (short) (at + 2);
    }
}
