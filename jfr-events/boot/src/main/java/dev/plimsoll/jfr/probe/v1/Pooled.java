package dev.plimsoll.jfr.probe.v1;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.Buffer;

/**
 * What woven code calls for buffers that a pool hands out. Their memory is the pool's chunk, so they are sampled and
 * followed as blocks are but are in a table of their own, for the first of a chunk begins where the chunk begins, and in
 * no sum. Nothing here throws.
 */
public final class Pooled {

    static final LiveTable LIVE = new LiveTable(1 << 17);

    /** The insides of it, where the compiler takes them for constants. */
    private static final byte[] KNOWN = LIVE.known().counts();

    private static final int SHIFT = LIVE.known().shift();

    /** Set once, before {@link #readable} is. */
    private static MethodHandle found;

    private static volatile boolean readable;

    /** A class of its own, so that the compiler takes for constant what is found only after the attach. */
    private static final class Address {

        static final MethodHandle OF = found;
    }

    private Pooled() {}

    /**
     * To be called once {@code java.nio} is open to this module. The field is read, for {@code DirectBuffer.address()} of
     * the JDK refuses a buffer of a shared arena.
     *
     * @throws ReflectiveOperationException when this JDK has other internals: buffers then have no address
     */
    public static void open() throws ReflectiveOperationException {
        if (!readable) {
            found = MethodHandles.privateLookupIn(Buffer.class, MethodHandles.lookup())
                    .findGetter(Buffer.class, "address", long.class);
            readable = true;
        }
    }

    /** Address of a place in a direct buffer, 0 when it is no direct buffer. */
    @Inlined
    public static long address(Object memory, int offset) {
        try {
            return readable && memory instanceof Buffer && ((Buffer) memory).isDirect()
                    ? (long) Address.OF.invokeExact((Buffer) memory) + offset
                    : 0;
        } catch (Throwable t) {
            Probe.errors++;
            return 0;
        }
    }

    /** A pool has handed out a buffer. */
    @Inlined
    public static void taken(int binding, long address, long bytes, Object owner) {
        try {
            ThreadState s = address == 0 ? null : ThreadState.watched();
            if (s == null) {
                return;
            }
            s.pooled++;
            double weight = s.sample(bytes, Probe.PACE.rate(Pace.stratum(binding, bytes)));
            if (weight != 0) {
                // The memory stays the pool's: nobody takes it.
                Following.begin(s, LIVE, binding, Kind.POOLED, Allocator.NONE, address, bytes, weight, owner);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /**
     * A buffer is about to go back to its pool.
     *
     * @param cause of {@link Cause}
     */
    @Inlined
    public static void given(long address, int cause) {
        try {
            ThreadState s = address == 0 ? null : ThreadState.watched();
            if (s == null) {
                return;
            }
            s.pooled++;
            Block block = Known.isNothingAt(address, KNOWN, SHIFT) ? null : (Block) LIVE.remove(address);
            if (block != null) {
                Following.end(s, block, cause != Cause.UNSAID ? cause : s.cleaner ? Cause.CLEANER : Cause.EXPLICIT);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }
}
