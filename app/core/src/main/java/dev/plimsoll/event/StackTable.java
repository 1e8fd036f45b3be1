package dev.plimsoll.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives equal stacks one id. Any thread interns; any that got an id through a safe publication may read it.
/// Id 0 is the empty stack.
public final class StackTable {

    /// Frames and the truncated bit; the hash, over all frames, is taken once.
    private static final class Key {
        private final List<Frame> frames;
        private final boolean truncated;
        private final int hash;

        Key(List<Frame> frames, boolean truncated) {
            this.frames = frames;
            this.truncated = truncated;
            hash = frames.hashCode() * 2 + (truncated ? 1 : 0);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && hash == key.hash
                    && truncated == key.truncated
                    && frames.equals(key.frames);
        }
    }

    private final Map<Key, Integer> ids = new HashMap<>();
    private volatile Stack[] stacks = new Stack[1024];
    private volatile int size;

    public StackTable() {
        intern(List.of(), false);
    }

    /// The list is copied when the stack is new.
    public synchronized int intern(List<Frame> frames, boolean truncated) {
        int id = size;
        List<Frame> kept = List.copyOf(frames);
        Integer known = ids.putIfAbsent(new Key(kept, truncated), id);
        if (known != null) {
            return known;
        }
        Stack stack = new Stack(id, Border.settled(kept), truncated);
        Stack[] array = stacks;
        if (id == array.length) {
            array = java.util.Arrays.copyOf(array, id * 2);
        }
        array[id] = stack;
        stacks = array;
        size = id + 1;
        return id;
    }

    /// @throws IndexOutOfBoundsException when the id was never given out
    public Stack get(int id) {
        if (id >= size) {
            throw new IndexOutOfBoundsException(id);
        }
        return stacks[id];
    }

    public int size() {
        return size;
    }

    /// All stacks so far, by id.
    public List<Stack> all() {
        int count = size;
        Stack[] array = stacks;
        List<Stack> all = new ArrayList<>(count);
        for (int id = 0; id < count; id++) {
            all.add(array[id]);
        }
        return all;
    }
}
