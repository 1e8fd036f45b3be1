package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which frames follow which: a tree without figures that only grows. Columns instead of objects, one hash table for
/// all children, 24 bytes a node; a frame is named once. A child's number is always larger than its parent's, so one
/// pass backwards sees every child before its parent and no recursion is needed.
///
/// One thread grows it. Another may read the columns of a [Columns] it was handed meanwhile: what comes later has
/// larger numbers, and a link to one of those is no link for it.
final class Branches {

    static final int ROOT = 0;
    static final int NONE = -1;

    /// The tree up to `count` nodes.
    ///
    /// @param named frames by number
    /// @param frames number of each node's frame; the root has none
    /// @param first child of each node, or [#NONE]
    /// @param next sibling of each node in order of appearance, or [#NONE]
    record Columns(
            int count, @Nullable Frame[] named, int namedCount, int[] frames, int[] parents, int[] first, int[] next) {

        /// The first child that this reader may see, or [#NONE].
        int firstChild(int node) {
            int child = first[node];
            return child < count ? child : NONE;
        }

        int nextSibling(int node) {
            int sibling = next[node];
            return sibling < count ? sibling : NONE;
        }
    }

    private int count = 1;
    private int[] frames = new int[256];
    private int[] parents = new int[256];
    private int[] first = none(256);
    private int[] last = none(256);
    private int[] next = none(256);

    private final Map<Frame, Integer> numbers = new HashMap<>();
    private @Nullable Frame[] named = new Frame[64];

    /// Open addressing over node numbers; the key of a node is its parent and its frame's number.
    private int[] slots = none(1024);

    int count() {
        return count;
    }

    int[] parents() {
        return parents;
    }

    Columns columns() {
        return new Columns(count, named, numbers.size(), frames, parents, first, next);
    }

    /// The node at the end of a path that starts below the root; the root for an empty one.
    int node(List<Frame> path) {
        int node = ROOT;
        for (int i = 0; i < path.size(); i++) {
            node = child(node, number(path.get(i)));
        }
        return node;
    }

    /// The node at the end of a path that starts below the root, or [#NONE] when no stack goes that way.
    int find(List<Frame> path) {
        int node = ROOT;
        for (Frame frame : path) {
            Integer number = numbers.get(frame);
            node = number == null ? NONE : slots[slot(node, number)];
            if (node == NONE) {
                return NONE;
            }
        }
        return node;
    }

    /// A node and all below it, by number.
    BitSet below(int node) {
        BitSet below = new BitSet(count);
        below.set(node);
        for (int next = node + 1; next < count; next++) {
            if (below.get(parents[next])) {
                below.set(next);
            }
        }
        return below;
    }

    private int number(Frame frame) {
        Integer known = numbers.get(frame);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == named.length) {
            named = Arrays.copyOf(named, number * 2);
        }
        named[number] = frame;
        numbers.put(frame, number);
        return number;
    }

    private int child(int parent, int frame) {
        int slot = slot(parent, frame);
        if (slots[slot] != NONE) {
            return slots[slot];
        }
        slots[slot] = count;
        return append(parent, frame);
    }

    /// Where the child is, or the empty place where it would be.
    private int slot(int parent, int frame) {
        int mask = slots.length - 1;
        int slot = hash(parent, frame) & mask;
        while (slots[slot] != NONE) {
            int node = slots[slot];
            if (parents[node] == parent && frames[node] == frame) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int append(int parent, int frame) {
        if (count == frames.length) {
            int had = count;
            int larger = had + had / 2;
            frames = Arrays.copyOf(frames, larger);
            parents = Arrays.copyOf(parents, larger);
            first = longer(first, larger);
            last = longer(last, larger);
            next = longer(next, larger);
        }
        int node = count++;
        frames[node] = frame;
        parents[node] = parent;
        if (last[parent] == NONE) {
            first[parent] = node;
        } else {
            next[last[parent]] = node;
        }
        last[parent] = node;
        if (count > slots.length / 2) {
            rehash();
        }
        return node;
    }

    private void rehash() {
        int[] larger = none(slots.length * 2);
        int mask = larger.length - 1;
        for (int node = 1; node < count; node++) {
            int slot = hash(parents[node], frames[node]) & mask;
            while (larger[slot] != NONE) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = node;
        }
        slots = larger;
    }

    /// Fibonacci hashing spreads the low bits, which alone choose the slot.
    private static int hash(int parent, int frame) {
        int mixed = (parent * 0x85EBCA6B + frame) * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private static int[] none(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, NONE);
        return empty;
    }

    private static int[] longer(int[] column, int length) {
        int[] longer = Arrays.copyOf(column, length);
        Arrays.fill(longer, column.length, length, NONE);
        return longer;
    }
}
