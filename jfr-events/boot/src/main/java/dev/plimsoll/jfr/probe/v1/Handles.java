package dev.plimsoll.jfr.probe.v1;

import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What woven code calls for native objects that are known by a number which is no address: names of OpenGL, handles of
 * Vulkan, objects of Java that stand for one. Followed in the table of blocks under a key of their own: the kind in the
 * topmost byte, where no address has anything. Nothing here throws.
 */
public final class Handles {

    /** OpenGL contexts by number, 0 for none. One that is collected leaves its number to the next. */
    private static final AtomicReferenceArray<WeakReference<Object>> CONTEXTS = new AtomicReferenceArray<>(1 << 8);

    private static volatile int contexts = 1;

    private Handles() {}

    /** A key for a Java object that stands for a native one; two objects may share it, as rarely as their hash. */
    public static long identity(Object object) {
        return object == null
                ? 0
                : (1L << 56)
                        | (object.getClass().hashCode() & 0xFF_FFFFL) << 32
                        | (System.identityHashCode(object) & 0xFFFF_FFFFL);
    }

    /** A key for one of several Java objects that stand for the same native one. */
    public static long shared(long address, Object object) {
        return address == 0 ? 0 : address ^ ((long) System.identityHashCode(object) << 48);
    }

    /** The key of a handle of Vulkan, which is unique among those of its kind only. */
    public static long key(int kind, long handle) {
        return handle == 0 ? 0 : handle ^ ((long) kind << 56);
    }

    /** The key of a name of OpenGL, which is unique in its context, or in those that share with it, among its kind. */
    public static long key(int kind, Object context, int name) {
        return name == 0 ? 0 : key(kind, number(context), name);
    }

    private static long key(int kind, int context, int name) {
        return ((long) kind << 56) | ((long) context << 40) | (name & 0xFFFF_FFFFL);
    }

    /**
     * A call that makes one object has returned.
     *
     * @param kind binding and kind, see {@link Kind#of(int, int)}
     * @param result 0 when it has made it, as Vulkan says it
     */
    public static void born(int kind, int result, long handle, long bytes) {
        if (result == 0) {
            Probe.made(kind, key(kind >>> 8, handle), bytes, null);
        }
    }

    /** As {@link #born(int, int, long, long)} for several: a {@code long[]} or a {@code LongBuffer}. */
    public static void born(int kind, int result, Object handles, long bytes) {
        try {
            if (result == 0 && handles instanceof long[]) {
                for (long handle : (long[]) handles) {
                    Probe.made(kind, key(kind >>> 8, handle), bytes, null);
                }
            } else if (result == 0 && handles instanceof LongBuffer) {
                LongBuffer buffer = (LongBuffer) handles;
                for (int i = buffer.position(); i < buffer.limit(); i++) {
                    Probe.made(kind, key(kind >>> 8, buffer.get(i)), bytes, null);
                }
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** A name of OpenGL was made. */
    public static void named(int kind, Object context, int name) {
        Probe.made(kind, key(kind >>> 8, context, name), 0, null);
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
            for (int i = 0; i < contexts && Probe.BLOCKS.get(found) == null; i++) {
                found = key(kind >>> 8, i, name);
            }
            dying(kind, Probe.BLOCKS.get(found) == null ? own : found);
        } catch (Throwable t) {
            Probe.errors++;
        }
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

    /** What has this key is about to be given back. */
    public static void dying(int kind, long key) {
        Probe.freeing(kind & 0xFF, key);
    }

    /** What an object stands for ends, as {@link #ending(int, long, int)}. */
    public static void ending(Object object, int kind, int cause) {
        try {
            ending(kind, identity(object), cause);
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** What has this key ends, if it is followed: those who end it may do so again. */
    public static void ending(int kind, long key, int cause) {
        try {
            Block block = Probe.active ? (Block) Probe.BLOCKS.remove(key) : null;
            if (block != null) {
                ThreadState s = ThreadState.current();
                s.frees(kind & 0xFF);
                Following.end(s, block, cause);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /**
     * What has this name got memory, in the place of what it had.
     *
     * @param bytes nothing happens when they are the same as before, or unknown, which is 0
     */
    public static void stored(int kind, Object context, int name, long bytes) {
        stored(kind, context, name, bytes, 0);
    }

    /**
     * As {@link #stored(int, Object, int, long)}, one level of several.
     *
     * @param level 0 takes the place of all, others are added
     */
    public static void stored(int kind, Object context, int name, long bytes, int level) {
        try {
            if (name == 0 || bytes <= 0 || !Probe.active) {
                return;
            }
            ThreadState s = ThreadState.watched();
            long key = key(kind >>> 8, context, name);
            Block block = (Block) Probe.BLOCKS.get(key);
            long had = block == null ? 0 : block.bytes;
            long has = level == 0 ? bytes : had + bytes;
            if (s == null || has == had) {
                return;
            }
            Block old = (Block) Probe.BLOCKS.remove(key);
            if (old != null) {
                s.frees(kind & 0xFF);
                Following.end(s, old, Cause.REALLOC);
            }
            Probe.allocated(s, kind & 0xFF, kind >>> 8, kind & 0xFF, key, has, null);
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** Bytes between position and limit of a buffer, or of a whole array. */
    public static long bytes(Object data) {
        if (data == null) {
            return 0;
        }
        if (data instanceof Buffer) {
            Buffer buffer = (Buffer) data;
            return (long) buffer.remaining() * elementBytes(buffer);
        }
        return data.getClass().isArray() ? (long) Array.getLength(data) * arrayElementBytes(data) : 0;
    }

    private static int elementBytes(Buffer buffer) {
        if (buffer instanceof ByteBuffer) {
            return 1;
        }
        if (buffer instanceof ShortBuffer || buffer instanceof CharBuffer) {
            return 2;
        }
        return buffer instanceof IntBuffer || buffer instanceof FloatBuffer
                ? 4
                : buffer instanceof LongBuffer || buffer instanceof DoubleBuffer ? 8 : 0;
    }

    private static int arrayElementBytes(Object array) {
        return array instanceof byte[]
                ? 1
                : array instanceof short[] || array instanceof char[]
                        ? 2
                        : array instanceof int[] || array instanceof float[]
                                ? 4
                                : array instanceof long[] || array instanceof double[] ? 8 : 0;
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
