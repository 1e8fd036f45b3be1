package dev.plimsoll.jfr.probe.v1;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Where something is followed of which several Java objects may each hold a share: by the address alone, while its key in
 * the table of blocks is of the object too, whose identity hash is dear. A place says too much rather than too little: what
 * leaves the table otherwise than by its free stays counted here until the session ends. Any thread.
 */
final class Shares {

    private static final int SHIFT = 50;

    private static final AtomicIntegerArray FOLLOWED = new AtomicIntegerArray(1 << (64 - SHIFT));

    private Shares() {}

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
