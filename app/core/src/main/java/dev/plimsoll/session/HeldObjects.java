package dev.plimsoll.session;

import dev.plimsoll.event.NativeEvent;
import java.util.ArrayDeque;
import java.util.List;

/// What the recorder's newest search for the holders of objects found: an earlier search found the same objects, where
/// they are still held. One thread.
final class HeldObjects {

    /// The recorder follows as many unless it is told otherwise.
    private static final int MOST = 256;

    private final ArrayDeque<NativeEvent.HeldObject> newest = new ArrayDeque<>();

    void add(NativeEvent.HeldObject held) {
        if (!newest.isEmpty() && newest.getLast().time() < held.time()) {
            newest.clear();
        }
        newest.add(held);
        if (newest.size() > MOST) {
            newest.removeFirst();
        }
    }

    List<NativeEvent.HeldObject> newest() {
        return List.copyOf(newest);
    }
}
