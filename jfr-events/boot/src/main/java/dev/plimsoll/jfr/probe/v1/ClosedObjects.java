package dev.plimsoll.jfr.probe.v1;

import java.lang.ref.WeakReference;

/** The latest objects that gave their memory back, bounded and weakly: each has one place, and the later takes it. */
final class ClosedObjects {

    private static final int PLACES = 1 << 10;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final WeakReference<Object>[] objects = new WeakReference[PLACES];

    void remember(Object object) {
        objects[place(object)] = new WeakReference<>(object);
    }

    boolean remembers(Object object) {
        WeakReference<Object> known = objects[place(object)];
        return known != null && known.refersTo(object);
    }

    void clear() {
        for (int i = 0; i < PLACES; i++) {
            objects[i] = null;
        }
    }

    private static int place(Object object) {
        return System.identityHashCode(object) & (PLACES - 1);
    }
}
