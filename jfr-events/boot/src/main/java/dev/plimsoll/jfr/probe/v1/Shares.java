package dev.plimsoll.jfr.probe.v1;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What woven code calls for native things of which several Java objects may each hold a share, and where any of those is
 * followed: by the address alone, while its key in the table of blocks is of the object too, whose identity hash is dear.
 * A place says too much rather than too little: what leaves the table otherwise than by its free stays counted here until
 * the session ends. Any thread; nothing here throws.
 */
public final class Shares {

    private static final int SHIFT = 50;

    private static final AtomicIntegerArray FOLLOWED = new AtomicIntegerArray(1 << (64 - SHIFT));

    private Shares() {}

    /**
     * As {@link Probe#taken}, of what has no known size and of which several Java objects may each hold a share. Which object it
     * is takes longer to tell than all the rest, so it is asked only of what is sampled.
     */
    @Inlined
    public static void taken(int binding, long address, Object object) {
        try {
            ThreadState s = address == 0 ? null : ThreadState.watched();
            if (s == null || s.address != 0) {
                return;
            }
            if ((s.open & ThreadState.CONTEXTS) == 0) {
                begin(address);
                Probe.taken(binding, Handles.shared(address, object), 0);
                return;
            }
            if (s.requested == Probe.UNKNOWN) {
                s.requested = 0;
            }
            int its = s.of & 0xFF;
            double weight = Probe.weigh(s, its, address, s.requested, Kind.weighed(s.of >>> 8, s.requested));
            if (weight != 0) {
                begin(address);
                s.address = Handles.shared(address, object);
                s.drawn(weight, binding, s.address, s.requested);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** As {@link Probe#freeing}, of what {@link #taken} was told of, and of no block of malloc: no misuse is looked for. */
    @Inlined
    public static void freeing(int binding, long address, Object object) {
        try {
            ThreadState s = address == 0 ? null : ThreadState.watched();
            if (s == null) {
                return;
            }
            Block block = any(address) ? (Block) Probe.BLOCKS.remove(Handles.shared(address, object)) : null;
            if (block != null) {
                end(address);
            }
            Probe.given(s, block != null ? block.binding : binding, block, Cause.UNSAID);
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** Whether anything may be followed at the address. */
    @Inlined
    static boolean any(long address) {
        return FOLLOWED.getPlain(LiveTable.slot(address, SHIFT)) != 0;
    }

    static void begin(long address) {
        FOLLOWED.incrementAndGet(LiveTable.slot(address, SHIFT));
    }

    static void end(long address) {
        FOLLOWED.decrementAndGet(LiveTable.slot(address, SHIFT));
    }

    static void clear() {
        for (int i = 0; i < FOLLOWED.length(); i++) {
            FOLLOWED.set(i, 0);
        }
    }
}
