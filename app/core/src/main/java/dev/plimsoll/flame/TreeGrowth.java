package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tree while it grows: columns instead of objects, one hash table for all children. A child's index is
/// always larger than its parent's, so one pass backwards sees every child before its parent and no recursion
/// is needed.
final class TreeGrowth {

    private static final int ROOT = 0;
    private static final int NONE = -1;
    private static final String SEVERAL = "";
    private static final CallNode[] LEAF = {};

    private int count = 1;
    private @Nullable Frame[] frames = new Frame[256];
    /// Null until something was added, empty when several.
    private @Nullable String[] bindings = new String[256];
    private int[] parents = new int[256];
    private int[] hashes = new int[256];
    private double[] self = new double[256];

    /// Open addressing over node indices; the key of a node is its parent and its frame.
    private int[] slots = emptySlots(1024);

    /// Adds `value` at the end of a path that starts below the root. An empty path adds nothing.
    ///
    /// @return the node at the end of the path, 0 for an empty one
    int add(List<Frame> path, String binding, double value) {
        if (path.isEmpty()) {
            return ROOT;
        }
        int node = ROOT;
        note(node, binding);
        for (int i = 0; i < path.size(); i++) {
            node = child(node, path.get(i));
            note(node, binding);
        }
        self[node] += value;
        return node;
    }

    /// Number of nodes so far; they are numbered in the order in which they came, the root first.
    int count() {
        return count;
    }

    /// Adds to every node what the nodes below it have.
    ///
    /// @param column one figure per node, changed
    void accumulate(double[] column) {
        for (int node = count - 1; node > ROOT; node--) {
            column[parents[node]] += column[node];
        }
    }

    CallNode tree(TreeShape.Order order) {
        return nodes(order)[ROOT];
    }

    /// The nodes by their numbers. Those without any value are left out of their parents.
    CallNode[] nodes(TreeShape.Order order) {
        double[] totals = Arrays.copyOf(self, count);
        accumulate(totals);
        int[] children = new int[count];
        for (int node = count - 1; node > ROOT; node--) {
            if (totals[node] > 0) {
                children[parents[node]]++;
            }
        }
        CallNode[] nodes = new CallNode[count];
        CallNode[][] lists = new CallNode[count][];
        for (int node = 0; node < count; node++) {
            lists[node] = children[node] == 0 ? LEAF : new CallNode[children[node]];
        }
        for (int node = count - 1; node > ROOT; node--) {
            nodes[node] = node(node, totals[node], lists[node], order);
            if (totals[node] > 0) {
                int parent = parents[node];
                lists[parent][--children[parent]] = nodes[node];
            }
        }
        nodes[ROOT] = node(ROOT, totals[ROOT], lists[ROOT], order);
        return nodes;
    }

    private CallNode node(int node, double total, CallNode[] children, TreeShape.Order order) {
        if (order == TreeShape.Order.LEFT_HEAVY) {
            Arrays.sort(children, Comparator.comparingDouble(CallNode::total).reversed());
        }
        String binding = bindings[node];
        return new CallNode(frames[node], total, self[node], List.of(children), binding == null ? SEVERAL : binding);
    }

    /// A node has a binding as long as all that was added through it agree.
    private void note(int node, String binding) {
        String known = bindings[node];
        if (known == null) {
            bindings[node] = binding;
        } else if (!known.equals(binding)) {
            bindings[node] = SEVERAL;
        }
    }

    private int child(int parent, Frame frame) {
        int hash = hash(parent, frame);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != NONE) {
            int node = slots[slot];
            if (hashes[node] == hash && parents[node] == parent && frame.equals(frames[node])) {
                return node;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = count;
        return append(parent, frame, hash);
    }

    private int append(int parent, Frame frame, int hash) {
        if (count == frames.length) {
            int larger = count * 2;
            frames = Arrays.copyOf(frames, larger);
            bindings = Arrays.copyOf(bindings, larger);
            parents = Arrays.copyOf(parents, larger);
            hashes = Arrays.copyOf(hashes, larger);
            self = Arrays.copyOf(self, larger);
        }
        int node = count++;
        frames[node] = frame;
        parents[node] = parent;
        hashes[node] = hash;
        if (count > slots.length / 2) {
            rehash();
        }
        return node;
    }

    private void rehash() {
        int[] larger = emptySlots(slots.length * 2);
        int mask = larger.length - 1;
        for (int node = 1; node < count; node++) {
            int slot = hashes[node] & mask;
            while (larger[slot] != NONE) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = node;
        }
        slots = larger;
    }

    /// Fibonacci hashing spreads the low bits, which alone choose the slot.
    private static int hash(int parent, Frame frame) {
        int mixed = (parent * 31 + frame.hashCode()) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private static int[] emptySlots(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, NONE);
        return empty;
    }
}
