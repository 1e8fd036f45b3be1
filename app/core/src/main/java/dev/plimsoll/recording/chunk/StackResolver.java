package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import dev.plimsoll.event.StackTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Gives frames of all chunks of a file numbers, and stacks of such numbers their ids in the session's stack
/// table: a stack that a chunk before already had costs one look-up over integers. One thread, the one that may
/// intern.
final class StackResolver {

    /// A frame that is never shown.
    private static final int LEFT_OUT = -1;

    /// Frames in all distinct stacks together. A recording has some hundred thousand; this keeps a hostile one
    /// from filling the heap.
    private static final int MOST_FRAMES = 1 << 24;

    private static final int SPREAD = new SplittableRandom().nextInt() | 1;

    private final StackTable stacks;
    private final Map<Frame, Integer> numbers = new HashMap<>();
    private final List<Frame> frames = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    private int[] now = new int[128];
    private int depth;

    /// Of all known stacks: the hash, and one more than the id; 0 where there is none. Their frames are in the table.
    private long[] slots = new long[1 << 12];

    private int known;
    private int knownFrames;
    private boolean full;

    StackResolver(StackTable stacks) {
        this.stacks = stacks;
    }

    /// Whether stacks were left out because there were too many.
    boolean full() {
        return full;
    }

    /// The number of a frame, to be given to [#add(int)].
    int frame(@Nullable String className, @Nullable String method, int line) {
        if (className == null || !Border.isShown(className)) {
            return LEFT_OUT;
        }
        String name = method == null ? "" : method;
        Frame frame = new Frame(once(className), once(name), line > 0 ? line : -1, Border.kindOf(className));
        Integer number = numbers.get(frame);
        if (number == null) {
            number = frames.size();
            frames.add(frame);
            numbers.put(frame, number);
        }
        return number;
    }

    private String once(String name) {
        String first = names.putIfAbsent(name, name);
        return first == null ? name : first;
    }

    /// Begins a stack, top frame first.
    void begin() {
        depth = 0;
    }

    void add(int frame) {
        if (frame != LEFT_OUT) {
            if (depth == now.length) {
                now = Arrays.copyOf(now, depth * 2);
            }
            now[depth++] = frame;
        }
    }

    /// Ends the stack and returns its id.
    int end(boolean truncated) {
        int shape = depth << 1 | (truncated ? 1 : 0);
        int hash = shape;
        for (int i = 0; i < depth; i++) {
            hash = (hash ^ now[i]) * SPREAD;
            hash ^= hash >>> 15;
        }
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int id = (int) slots[slot] - 1;
            if ((int) (slots[slot] >>> Integer.SIZE) == hash && isNow(stacks.get(id), truncated)) {
                return id;
            }
            slot = (slot + 1) & mask;
        }
        return add(slot, hash, truncated);
    }

    private boolean isNow(Stack stack, boolean truncated) {
        List<Frame> known = stack.frames();
        if (known.size() != depth || stack.truncated() != truncated) {
            return false;
        }
        for (int i = 0; i < depth; i++) {
            if (!known.get(i).equals(frames.get(now[i]))) {
                return false;
            }
        }
        return true;
    }

    private int add(int slot, int hash, boolean truncated) {
        if (knownFrames + depth > MOST_FRAMES) {
            full = true;
            return 0;
        }
        List<Frame> list = new ArrayList<>(depth);
        for (int i = 0; i < depth; i++) {
            list.add(frames.get(now[i]));
        }
        int id = stacks.intern(list, truncated);
        slots[slot] = (long) hash << Integer.SIZE | (id + 1);
        knownFrames += depth;
        if (++known * 2 > slots.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long stack : old) {
            if (stack != 0) {
                int slot = (int) (stack >>> Integer.SIZE) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = stack;
            }
        }
    }
}
