package dev.plimsoll.jfr.probe.v1;

import java.lang.ref.WeakReference;
import java.nio.IntBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What woven code calls for objects of OpenGL, which have a name in their context and among their kind. Followed as
 * {@link Handles} are. Nothing here throws.
 */
public final class Names {

    /** OpenGL contexts by number, 0 for none. One that is collected leaves its number to the next. */
    private static final AtomicReferenceArray<WeakReference<Object>> CONTEXTS = new AtomicReferenceArray<>(1 << 8);

    private static volatile int contexts = 1;

    private Names() {}

    /** The key of a name of OpenGL, which is unique in its context, or in those that share with it, among its kind. */
    public static long key(int kind, Object context, int name) {
        return name == 0 ? 0 : key(kind, number(context), name);
    }

    private static long key(int kind, int context, int name) {
        return ((long) kind << 56) | ((long) context << 40) | (name & 0xFFFF_FFFFL);
    }

    /** A name of OpenGL was made. */
    public static void named(int kind, Object context, int name) {
        Handles.made(kind, key(kind >>> 8, context, name), 0);
    }

    /** Names were made: an {@code int[]} or an {@code IntBuffer}. */
    public static void named(int kind, Object context, Object names) {
        try {
            for (int i = first(names); i < end(names); i++) {
                named(kind, context, at(names, i));
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** A name is about to be given back; by a context that shares with the one that made it, perhaps. */
    public static void unnaming(int kind, Object context, int name) {
        try {
            if (name == 0 || !Probe.active) {
                return;
            }
            long own = key(kind >>> 8, context, name);
            long found = own;
            for (int i = 0; i < contexts && !isKnown(found); i++) {
                found = key(kind >>> 8, i, name);
            }
            Handles.dying(kind, isKnown(found) ? found : own);
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    private static boolean isKnown(long key) {
        return Probe.BLOCKS.get(key) != null || Handles.STORED.get(key) != null;
    }

    /** As {@link #named(int, Object, Object)}. */
    public static void unnaming(int kind, Object context, Object names) {
        try {
            for (int i = first(names); i < end(names); i++) {
                unnaming(kind, context, at(names, i));
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /**
     * A part of what has this name got memory, in the place of what the part had. The name is then given back and made
     * anew with all its bytes; when they are the same as before, nothing happens.
     *
     * @param bytes negative when it is not known: nothing happens
     * @param part see {@link Textures#part}, or {@link Stored#WHOLE}
     */
    public static void stored(int kind, Object context, int name, long bytes, int part) {
        try {
            if (name == 0 || bytes < 0 || !Probe.active) {
                return;
            }
            ThreadState s = ThreadState.watched();
            if (s == null) {
                return;
            }
            long key = key(kind >>> 8, context, name);
            Stored had = (Stored) Handles.STORED.get(key);
            Stored has = (had == null ? Stored.empty(key, kind & 0xFF) : had).with(part, bytes);
            Handles.STORED.put(has);
            if ((had == null ? 0 : had.bytes()) != has.bytes()) {
                Probe.given(s, kind & 0xFF, (Block) Probe.BLOCKS.remove(key), Cause.REALLOC);
                Handles.allocated(s, kind, key, has.bytes());
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    private static int first(Object names) {
        return names instanceof IntBuffer ? ((IntBuffer) names).position() : 0;
    }

    private static int end(Object names) {
        return names instanceof IntBuffer
                ? ((IntBuffer) names).limit()
                : names instanceof int[] ? ((int[]) names).length : 0;
    }

    private static int at(Object names, int index) {
        return names instanceof IntBuffer ? ((IntBuffer) names).get(index) : ((int[]) names)[index];
    }

    private static int number(Object context) {
        if (context == null) {
            return 0;
        }
        for (int i = 1; i < contexts; i++) {
            if (CONTEXTS.get(i).refersTo(context)) {
                return i;
            }
        }
        return add(context);
    }

    private static synchronized int add(Object context) {
        for (int i = 1; i < contexts; i++) {
            if (CONTEXTS.get(i).refersTo(context)) {
                return i;
            }
        }
        for (int i = 1; i < contexts; i++) {
            if (CONTEXTS.get(i).refersTo(null)) {
                CONTEXTS.set(i, new WeakReference<>(context));
                return i;
            }
        }
        if (contexts == CONTEXTS.length()) {
            return 0;
        }
        CONTEXTS.set(contexts, new WeakReference<>(context));
        int added = contexts;
        contexts = added + 1;
        return added;
    }
}
