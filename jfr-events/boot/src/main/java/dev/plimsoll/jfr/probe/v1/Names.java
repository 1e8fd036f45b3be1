package dev.plimsoll.jfr.probe.v1;

import java.nio.IntBuffer;

/**
 * What woven code calls for objects of OpenGL, which have a name in their context and among their kind. Followed as
 * {@link Handles} are. Nothing here throws.
 */
public final class Names {

    /** How many contexts are remembered at most, the latest. */
    private static final int CONTEXTS = 1 << 8;

    /** Contexts by the 24 bits of their identity that are in a key; two may share them, once in sixteen million. */
    private static final int[] SEEN = new int[CONTEXTS];

    /** How many there were. Read without order: a context is made long before its names go to another thread. */
    private static int contexts;

    /** Names that got memory, sampled or not. What a full table refuses counts as if it had had none before. */
    static final LiveTable STORED = new LiveTable(1 << 16);

    private Names() {}

    /** The key of a name of OpenGL, which is unique in its context, or in those that share with it, among its kind. */
    public static long key(int kind, Object context, int name) {
        return name == 0 ? 0 : key(kind, number(context), name);
    }

    @Inlined
    private static long key(int kind, int context, int name) {
        return ((long) kind << 56) | ((long) context << 32) | (name & 0xFFFF_FFFFL);
    }

    /** A session begins or ends. */
    static void clear() {
        STORED.clear();
    }

    /** A name of OpenGL was made. */
    @Inlined
    public static void named(int kind, Object context, int name) {
        Handles.made(kind, key(kind >>> 8, context, name), 0);
    }

    /** Names were made: an {@code int[]} or an {@code IntBuffer}. */
    @Inlined
    public static void named(int kind, Object context, Object names) {
        try {
            if (names instanceof int[]) {
                for (int name : (int[]) names) {
                    named(kind, context, name);
                }
            } else if (names instanceof IntBuffer) {
                namedIn((IntBuffer) names, kind, context);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    private static void namedIn(IntBuffer names, int kind, Object context) {
        for (int i = names.position(); i < names.limit(); i++) {
            named(kind, context, names.get(i));
        }
    }

    /** A name is about to be given back; by a context that shares with the one that made it, perhaps. */
    @Inlined
    public static void unnaming(int kind, Object context, int name) {
        try {
            if (name == 0 || !Probe.active) {
                return;
            }
            long key = key(kind >>> 8, context, name);
            if (contexts > 1 && !isKnown(key)) {
                key = elsewhere(kind, name, key);
            }
            if (STORED.size() != 0) {
                STORED.remove(key);
            }
            Handles.dying(kind, key);
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** The key that a name has in the context that made it, or in its own when none is known to have. */
    private static long elsewhere(int kind, int name, long own) {
        for (int i = 0; i < Math.min(CONTEXTS, contexts); i++) {
            long key = key(kind >>> 8, SEEN[i], name);
            if (isKnown(key)) {
                return key;
            }
        }
        return own;
    }

    private static boolean isKnown(long key) {
        return Probe.BLOCKS.get(key) != null || STORED.get(key) != null;
    }

    /** As {@link #named(int, Object, Object)}. */
    @Inlined
    public static void unnaming(int kind, Object context, Object names) {
        try {
            if (names instanceof int[]) {
                for (int name : (int[]) names) {
                    unnaming(kind, context, name);
                }
            } else if (names instanceof IntBuffer) {
                unnamingIn((IntBuffer) names, kind, context);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    private static void unnamingIn(IntBuffer names, int kind, Object context) {
        for (int i = names.position(); i < names.limit(); i++) {
            unnaming(kind, context, names.get(i));
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
            Entry known = STORED.get(key);
            Stored had = known == null ? Stored.empty(key, kind & 0xFF) : (Stored) known;
            Stored has = had.with(part, bytes);
            STORED.put(has);
            if (had.bytes() != has.bytes()) {
                Probe.given(s, kind & 0xFF, (Block) Probe.BLOCKS.remove(key), Cause.REALLOC);
                Handles.allocated(s, kind, key, has.bytes());
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    @Inlined
    private static int number(Object context) {
        int number = System.identityHashCode(context) & 0xFF_FFFF;
        return contexts > 0 && SEEN[0] == number ? number : remembered(number);
    }

    private static int remembered(int number) {
        for (int i = 0; i < Math.min(CONTEXTS, contexts); i++) {
            if (SEEN[i] == number) {
                return number;
            }
        }
        synchronized (SEEN) {
            SEEN[contexts & CONTEXTS - 1] = number;
            contexts++;
        }
        return number;
    }
}
