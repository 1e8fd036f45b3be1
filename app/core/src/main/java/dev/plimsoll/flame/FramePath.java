package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of frames that shares its beginning with its parent, so that a box at depth 2,000 costs as much as
/// one at depth 1. Immutable; equal to any list of the same frames.
final class FramePath extends AbstractList<Frame> {

    private final @Nullable FramePath parent;
    private final Frame last;
    private final int size;
    private final int hash;

    FramePath(@Nullable FramePath parent, Frame last) {
        this.parent = parent;
        this.last = last;
        this.size = parent == null ? 1 : parent.size + 1;
        this.hash = 31 * (parent == null ? 1 : parent.hash) + last.hashCode();
    }

    @Override
    public int size() {
        return size;
    }

    /// Walks up: use iteration for more than one frame.
    @Override
    public Frame get(int index) {
        java.util.Objects.checkIndex(index, size);
        FramePath path = this;
        while (path.parent != null && path.size - 1 > index) {
            path = path.parent;
        }
        return path.last;
    }

    @Override
    public Frame getLast() {
        return last;
    }

    @Override
    public Frame[] toArray() {
        Frame[] frames = new Frame[size];
        FramePath path = this;
        while (path != null) {
            frames[path.size - 1] = path.last;
            path = path.parent;
        }
        return frames;
    }

    @Override
    public Iterator<Frame> iterator() {
        return Arrays.asList(toArray()).iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof FramePath mine)) {
            return other instanceof List<?> list
                    && list.size() == size
                    && Arrays.asList(toArray()).equals(list);
        }
        if (mine.size != size || mine.hash != hash) {
            return false;
        }
        FramePath left = this;
        FramePath right = mine;
        while (left != right && left != null && right != null) {
            if (!left.last.equals(right.last)) {
                return false;
            }
            left = left.parent;
            right = right.parent;
        }
        return true;
    }

    /// The one that [List#hashCode()] asks for.
    @Override
    public int hashCode() {
        return hash;
    }
}
