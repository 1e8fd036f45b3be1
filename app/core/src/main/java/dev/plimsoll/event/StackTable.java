package dev.plimsoll.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives equal stacks one id. One thread interns; any thread that got an id through a safe publication may read it.
/// Id 0 is the empty stack.
public final class StackTable {

    private record Key(List<Frame> frames, boolean truncated) {}

    private final Map<Key, Integer> ids = new HashMap<>();
    private volatile Stack[] stacks = new Stack[1024];
    private volatile int size;

    public StackTable() {
        intern(List.of(), false);
    }

    /// Writer thread only. The list is copied when the stack is new.
    public int intern(List<Frame> frames, boolean truncated) {
        Integer known = ids.get(new Key(frames, truncated));
        if (known != null) {
            return known;
        }
        int id = size;
        List<Frame> kept = List.copyOf(frames);
        Stack stack = new Stack(id, Border.settled(kept), truncated);
        Stack[] array = stacks;
        if (id == array.length) {
            array = java.util.Arrays.copyOf(array, id * 2);
        }
        array[id] = stack;
        stacks = array;
        size = id + 1;
        ids.put(new Key(kept, truncated), id);
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
