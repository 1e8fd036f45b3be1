package dev.plimsoll.jfr.probe.v1;

/**
 * Addresses that calls into native code were given and have not returned from, by places: a thread that frees a block
 * looks at all places but its own, for native code may ask for the free from within its call. Threads that share a place
 * hide each other's calls; none is made up.
 */
final class RunningCalls {

    /** Addresses of one call that are watched. */
    static final int ADDRESSES = 4;

    /** Calls in callbacks of calls that are watched. */
    static final int NESTED = 4;

    private static final int THREADS = 64;

    /** Whether any call was ever watched. */
    static boolean any;

    private static final long[] PLACES = new long[THREADS * ADDRESSES];

    private RunningCalls() {}

    static void begin(ThreadState s, long a, long b, long c, long d) {
        int call = s.calls++;
        if (call < NESTED) {
            int at = call * ADDRESSES;
            s.running[at] = a;
            s.running[at + 1] = b;
            s.running[at + 2] = c;
            s.running[at + 3] = d;
            show(s, at);
        }
    }

    static void end(ThreadState s) {
        int call = --s.calls;
        if (call == 0) {
            int place = place(s);
            for (int i = 0; i < ADDRESSES; i++) {
                PLACES[place + i] = 0;
            }
        } else if (call > 0 && call <= NESTED) {
            show(s, (call - 1) * ADDRESSES);
        }
    }

    private static void show(ThreadState s, int at) {
        int place = place(s);
        for (int i = 0; i < ADDRESSES; i++) {
            PLACES[place + i] = s.running[at + i];
        }
    }

    /** Whether a call of another thread has an address in this block. */
    static boolean has(ThreadState s, long address, long bytes) {
        int mine = place(s);
        for (int i = 0; i < PLACES.length; i++) {
            long distance = PLACES[i] - address;
            if (distance >= 0 && distance < Math.max(1, bytes) && (i < mine || i >= mine + ADDRESSES)) {
                return true;
            }
        }
        return false;
    }

    private static int place(ThreadState s) {
        return (s.place & (THREADS - 1)) * ADDRESSES;
    }
}
