package dev.plimsoll.jfr.probe.v1;

import java.nio.LongBuffer;

/**
 * What woven code calls for native objects that are known by a number which is no address: handles of Vulkan, objects
 * of Java that stand for one; names of OpenGL are {@link Names}. Followed in the table of blocks under a key of their own:
 * the kind in the topmost byte, where no address has anything. Nothing here throws.
 */
public final class Handles {

    private Handles() {}

    /** A key for a Java object that stands for a native one; two objects may share it, as rarely as their hash. */
    @Inlined
    public static long identity(Object object) {
        return object == null
                ? 0
                : (1L << 56)
                        | (object.getClass().hashCode() & 0xFF_FFFFL) << 32
                        | (System.identityHashCode(object) & 0xFFFF_FFFFL);
    }

    /** A key for one of several Java objects that stand for the same native one. */
    @Inlined
    public static long shared(long address, Object object) {
        return address == 0 ? 0 : address ^ ((long) System.identityHashCode(object) << 48);
    }

    /** The key of a handle of Vulkan, which is unique among those of its kind only. */
    @Inlined
    public static long key(int kind, long handle) {
        return handle == 0 ? 0 : handle ^ ((long) kind << 56);
    }

    /**
     * A call that makes one object has returned.
     *
     * @param kind binding and kind, see {@link Kind#of(int, int)}
     * @param result 0 when it has made it, as Vulkan says it
     */
    @Inlined
    public static void born(int kind, int result, long handle, long bytes) {
        if (result == 0) {
            made(kind, key(kind >>> 8, handle), bytes);
        }
    }

    /** Something is there that stands for itself, whatever context of memory is open. */
    @Inlined
    static void made(int kind, long key, long bytes) {
        try {
            ThreadState s = key == 0 ? null : ThreadState.watched();
            if (s != null) {
                allocated(s, kind, key, bytes);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    @Inlined
    static void allocated(ThreadState s, int kind, long key, long bytes) {
        double weight = Probe.weigh(s, kind & 0xFF, key, bytes, Kind.weighed(kind >>> 8, bytes));
        if (weight != 0) {
            Following.begin(s, Probe.BLOCKS, kind & 0xFF, kind >>> 8, Allocator.NONE, key, bytes, weight, null);
        }
    }

    /** As {@link #born(int, int, long, long)} for several: a {@code long[]} or a {@code LongBuffer}. */
    @Inlined
    public static void born(int kind, int result, Object handles, long bytes) {
        if (result == 0 && handles instanceof long[]) {
            for (long handle : (long[]) handles) {
                made(kind, key(kind >>> 8, handle), bytes);
            }
        } else if (result == 0 && handles instanceof LongBuffer) {
            bornIn((LongBuffer) handles, kind, bytes);
        }
    }

    private static void bornIn(LongBuffer handles, int kind, long bytes) {
        try {
            for (int i = handles.position(); i < handles.limit(); i++) {
                made(kind, key(kind >>> 8, handles.get(i)), bytes);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** What has this key is about to be given back. That nobody follows it is no misuse: it may not have been sampled. */
    @Inlined
    public static void dying(int kind, long key) {
        try {
            ThreadState s = key == 0 ? null : ThreadState.watched();
            if (s != null) {
                if (Probe.isNothingKnownAt(key)) {
                    s.frees(Probe.claimed(s, kind & 0xFF));
                } else {
                    Probe.given(s, kind & 0xFF, (Block) Probe.BLOCKS.remove(key), Cause.UNSAID);
                }
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** What an object stands for ends, as {@link #ending(int, long, int)}. */
    @Inlined
    public static void ending(Object object, int kind, int cause) {
        try {
            ending(kind, identity(object), cause);
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** What has this key ends, if it is followed: those who end it may do so again. */
    @Inlined
    public static void ending(int kind, long key, int cause) {
        try {
            Block block = Probe.active && !Probe.isNothingKnownAt(key) ? (Block) Probe.BLOCKS.remove(key) : null;
            if (block != null) {
                ThreadState s = ThreadState.current();
                s.frees(kind & 0xFF);
                Following.end(s, block, cause);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }
}
