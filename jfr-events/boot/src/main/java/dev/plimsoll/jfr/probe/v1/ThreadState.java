package dev.plimsoll.jfr.probe.v1;

import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the probes know of one thread: guard, open contexts, sampling, exact counters. Only its thread writes it; the
 * ticker reads the counters, late by a moment at most, and folds them when the thread is dead.
 */
public final class ThreadState {

    /** Threads of libraries that free what the garbage collector has found, by their classes. */
    private static final String[] CLEANERS = {
        "java.lang.ref.Reference$ReferenceHandler",
        "java.lang.ref.Finalizer$FinalizerThread",
        "com.sun.jna.internal.Cleaner$CleanerThread",
        "org.bytedeco.javacpp.Pointer$DeallocatorThread",
        "jnr.ffi.util.ref.internal.Finalizer"
    };

    /** In multiples of R. */
    private static final double ALWAYS = 4.6;

    /** What {@link #sample} says of a block that is followed for company. */
    static final double COMPANION = -1;

    private static final ConcurrentLinkedQueue<ThreadState> ALL = new ConcurrentLinkedQueue<>();

    private static final ThreadLocal<ThreadState> CURRENT = new ThreadLocal<ThreadState>() {
        @Override
        protected ThreadState initialValue() {
            return ThreadState.of(Thread.currentThread());
        }
    };

    /**
     * The states of threads by their ids: a short way past the thread locals of a thread, where other locals may be in the
     * way. A state that is not here, or not its thread's, is found the long way.
     */
    private static final ThreadState[] NEAR = new ThreadState[1 << 12];

    /**
     * Open allocation contexts. Public because woven code lowers it by itself when a stack is too short for a call.
     */
    public int depth;

    /**
     * Open free contexts, the innermost in the low 16 bits, see {@link Probe#enterFree}. Public because woven code leaves
     * one by a shift.
     */
    public long freeContexts;

    /** Outermost allocation context: its binding, what was asked for, the base address when it is known, the owner. */
    int binding;

    int kind;
    long requested;
    long address;
    Object owner;

    /** Who took the block of the outermost context, see {@link Allocator}. */
    int allocator;

    /** What {@link #sample} has said of that block already, or 0. */
    double drawn;

    /** Block that a binding frees right now, told of already. */
    long freed;

    /** Address of a free that was told on its way to the bottom; 0 for none. */
    long toldFree;

    /** Address that a library has been seen to free, and that the bottom below it may be seen to free too; 0 for none. */
    long passedOn;

    /** Handle of a callback that a library releases, and that a woven method below may be seen to release too. */
    long passedOnCallback;

    /** Addresses that running calls into native code were given, the innermost last, and how many calls there are. */
    final long[] running = new long[RunningCalls.ADDRESSES * RunningCalls.NESTED];

    int calls;

    /** The callback that a library is registering. */
    CallbackCalls callback;

    /** The watch of the owner that came last: blocks of one arena come one after the other. */
    OwnerWatch lastWatch;

    /** Set while the thread is in the slow part of a probe: what happens there is ours. Always set in our own threads. */
    private boolean busy;

    /** Whether this thread frees for the garbage collector. */
    final boolean cleaner;

    /** Per binding: allocations, bytes, frees. */
    private final long[] counters = new long[3 * Binding.LIMIT];

    /** Buffers that pools handed out and got back: in no sum, but their hooks cost too. */
    long pooled;

    long events;
    long probeNanos;

    /** Events until the next one that is timed. */
    int timing;

    private final WeakReference<Thread> thread;

    /**
     * The same, held while the thread is alive and a session runs: quicker to compare. Null for virtual threads, which may go
     * without an end.
     */
    private Thread held;

    /** As {@link #held}, but null while the thread is busy too: one look tells that a probe has something to do. */
    private Thread watched;

    final int place;

    /** Multiples of R to the end of the drawn distance; 0 while blocks are taken for company. */
    private double countdown;

    /** What {@link #countdown} would be then. */
    private double distance;

    /** How many of the next blocks are taken for company. */
    private int company;

    /** As {@link #countdown}, to the next stack where every block is recorded. */
    private double stackCountdown;

    private long random;

    ThreadState(Thread thread, boolean cleaner, boolean ours, long seed) {
        this.thread = new WeakReference<>(thread);
        this.place = place(thread);
        this.cleaner = cleaner;
        this.busy = ours;
        this.random = scrambled(seed);
        this.countdown = draw();
        this.stackCountdown = draw();
    }

    /** The state of the calling thread, or null when what it does now is ours. */
    @Inlined
    @SuppressWarnings("ReferenceEquality")
    static ThreadState watched() {
        Thread t = Thread.currentThread();
        ThreadState s = NEAR[place(t)];
        return s != null && s.watched == t ? s : findWatched(t, s);
    }

    private static ThreadState findWatched(Thread t, ThreadState near) {
        ThreadState s = findCurrent(t, near);
        return s.busy ? null : s;
    }

    /** The state of the calling thread. */
    static ThreadState current() {
        Thread t = Thread.currentThread();
        return findCurrent(t, NEAR[place(t)]);
    }

    /**
     * From here on, or up to here, what this thread does is ours.
     *
     * @return what was before
     */
    boolean busy(boolean on) {
        boolean before = busy;
        busy = on;
        watched = on ? null : held;
        return before;
    }

    private static ThreadState findCurrent(Thread t, ThreadState near) {
        ThreadState s = near != null && near.thread.refersTo(t) ? near : CURRENT.get();
        NEAR[s.place] = s;
        if (s.held == null && Probe.active && !t.getClass().getName().equals("java.lang.VirtualThread")) {
            s.held = t;
            s.busy(s.busy);
        }
        return s;
    }

    /** The end of a session: nothing of ours holds a thread any more. */
    static void letGo() {
        for (ThreadState s : ALL) {
            s.held = null;
            s.watched = null;
        }
        for (int i = 0; i < NEAR.length; i++) {
            NEAR[i] = null;
        }
    }

    @Inlined
    private static int place(Thread thread) {
        return (int) thread.getId() & (NEAR.length - 1);
    }

    static Iterable<ThreadState> all() {
        return ALL;
    }

    /** Events of all threads that are not forgotten, so that it changes when anything is written. */
    static long written() {
        long sum = 0;
        for (ThreadState s : ALL) {
            sum += s.events;
        }
        return sum;
    }

    /** The ticker's, once the thread is dead. */
    static void forget(ThreadState state) {
        ALL.remove(state);
        state.held = null;
        state.watched = null;
        if (state.equals(NEAR[state.place])) {
            NEAR[state.place] = null;
        }
    }

    @Inlined
    void allocated(int binding, long size) {
        counters[3 * binding]++;
        counters[3 * binding + 1] += size;
    }

    @Inlined
    void frees(int binding) {
        counters[3 * binding + 2]++;
    }

    long counter(int binding, int which) {
        return counters[3 * binding + which];
    }

    boolean isThreadDead() {
        Thread t = thread.get();
        return t == null || !t.isAlive();
    }

    private static ThreadState of(Thread thread) {
        String type = thread.getClass().getName();
        String name = thread.getName();
        boolean erasing = type.contains("Innocuous");
        if (erasing) {
            // The JDK's cleaner threads erase their thread locals before each round.
            for (ThreadState s : ALL) {
                if (s.cleaner && s.thread.refersTo(thread)) {
                    return s;
                }
            }
        }
        boolean cleaner = erasing;
        for (String known : CLEANERS) {
            cleaner |= type.equals(known);
        }
        boolean ours = name.startsWith("plimsoll-") || name.startsWith("JFR ");
        long seed = System.nanoTime() ^ (thread.getId() << 40);
        ThreadState state = new ThreadState(thread, cleaner, ours, seed);
        ALL.add(state);
        return state;
    }

    /**
     * Decides whether a block is sampled: p = 1 - exp(-s/R), by a countdown in multiples of R with exponential draws of mean
     * 1, so that R may differ from block to block and change at any time. Blocks above 4.6 R are always taken and leave the
     * countdown alone (p is above 0.99 there and counts as 1).
     *
     * @param size of the block in bytes; 0 counts as 1
     * @param rate 1/R in 1/bytes, infinite for every block
     * @return 1/p when the block is sampled, {@link #COMPANION} when it is followed with one that was, else 0
     */
    @Inlined
    double sample(long size, double rate) {
        double units = (size == 0 ? 1 : size) * rate;
        if (units > ALWAYS) {
            return 1;
        }
        countdown -= units;
        return countdown > 0 ? 0 : drawAndWeigh(units);
    }

    /**
     * Decides whether a block that is recorded anyway has its stack taken. As {@link #sample}, by a countdown of its own.
     *
     * @return 1/p when it has, else 0
     */
    double sampleStack(long size, double rate) {
        double units = (size == 0 ? 1 : size) * rate;
        if (units > ALWAYS) {
            return 1;
        }
        stackCountdown -= units;
        if (stackCountdown > 0) {
            return 0;
        }
        stackCountdown = draw();
        return -1 / Math.expm1(-units);
    }

    private double drawAndWeigh(double units) {
        if (company > 0) {
            distance -= units;
            if (distance > 0) {
                countdown = --company > 0 ? 0 : distance;
                return COMPANION;
            }
        }
        distance = draw();
        company = Probe.PACE.company();
        countdown = company > 0 ? 0 : distance;
        return -1 / Math.expm1(-units);
    }

    /** Exponential with mean 1; the uniform number is xorshift64's (Marsaglia 2003). */
    private double draw() {
        long x = random;
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
        random = x;
        return -Math.log(((x >>> 11) + 1) * 0x1.0p-53);
    }

    /** Starts the draws of this thread anew: for tests that must come out the same each time. */
    void reseed(long seed) {
        random = scrambled(seed);
        countdown = draw();
        stackCountdown = draw();
        company = 0;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): seeds that are near each other must not draw alike. */
    private static long scrambled(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return z == 0 ? 1 : z;
    }
}
