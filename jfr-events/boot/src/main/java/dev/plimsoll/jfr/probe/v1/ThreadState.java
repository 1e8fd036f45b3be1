package dev.plimsoll.jfr.probe.v1;

import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the probes know of one thread: guard, open contexts, sampling, exact counters. Only its thread writes it; the
 * ticker reads the counters, late by a moment at most, and folds them when the thread is dead.
 */
public final class ThreadState extends Draws {

    /** Threads of libraries that free what the garbage collector has found, by their classes. */
    private static final String[] CLEANERS = {
        "java.lang.ref.Reference$ReferenceHandler",
        "java.lang.ref.Finalizer$FinalizerThread",
        "com.sun.jna.internal.Cleaner$CleanerThread",
        "org.bytedeco.javacpp.Pointer$DeallocatorThread",
        "jnr.ffi.util.ref.internal.Finalizer"
    };

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

    /** Of {@link #open}: how many allocation contexts are. */
    static final int CONTEXTS = (1 << 29) - 1;

    /** Of {@link #open}: a binding frees {@link #freed} right now, and has told of it. */
    static final int FREEING = 1 << 29;

    /** Of {@link #open}: the free of {@link #toldFree} has been told of on its way to the bottom. */
    static final int TOLD = 1 << 30;

    /** Of {@link #open}: the outermost allocation context, when it ends, has more to do than to end. */
    static final int PENDING = 1 << 31;

    /**
     * What is open: one look tells that there is nothing to see to, as mostly. Public because woven code lowers the number
     * of allocation contexts by itself when a stack is too short for a call.
     */
    public int open;

    /**
     * Open free contexts, the innermost in the low 16 bits, see {@link Probe#enterFree}. Public because woven code leaves
     * one by a shift.
     */
    public long freeContexts;

    /** Outermost allocation context: its binding and kind, see {@link Kind#of(int, int)}. */
    int of;

    /** What was asked for in it, and then what its block counts as, in bytes. */
    long requested;

    /** The base address of its block when that is known; what an earlier one had when none is open. */
    long address;

    /** For {@link #PENDING}, as the next three: an owner that a context further in told. */
    Object owner;

    /** What {@link #sample} has said of the block, or 0. */
    double drawn;

    /** Who took it, see {@link Allocator}. */
    int allocator;

    /** What it is followed under. */
    long key;

    /** For {@link #FREEING}, and for {@link #TOLD}: addresses. */
    long freed;

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

    /** Per binding: allocations, bytes, frees, nothing: shifting is quicker than multiplying. */
    private final long[] counters = new long[4 * Binding.LIMIT];

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

    ThreadState(Thread thread, boolean cleaner, boolean ours, long seed) {
        super(seed);
        this.thread = new WeakReference<>(thread);
        this.place = place(thread);
        this.cleaner = cleaner;
        this.busy = ours;
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
        return (int) (thread.getId() & (NEAR.length - 1));
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

    /**
     * The block of the open contexts is to be recorded when they end.
     *
     * @param weight what {@link #sample} said
     * @param by who took it, see {@link Allocator}
     * @param under its address, or another key
     * @param bytes what it counts as
     */
    void drawn(double weight, int by, long under, long bytes) {
        drawn = weight;
        allocator = by;
        key = under;
        requested = bytes;
        open |= PENDING;
    }

    /** The block of the open contexts, if it is recorded, has this owner unless one is known. */
    void ownedBy(Object its) {
        if (owner == null) {
            owner = its;
            open |= PENDING;
        }
    }

    /** The outermost context has ended, or begins. */
    void forgetPending() {
        open &= ~PENDING;
        drawn = 0;
        owner = null;
    }

    /** Whether allocation contexts are open, and the address is that of their block. */
    @Inlined
    boolean isOfContexts(long block) {
        return (open & CONTEXTS) != 0 && address == block;
    }

    /** Whether a binding frees the block right now, and has told of it. */
    @Inlined
    boolean isBeingFreed(long block) {
        return (open & FREEING) != 0 && freed == block;
    }

    @Inlined
    void allocated(int binding, long size) {
        counters[4 * binding]++;
        counters[4 * binding + 1] += size;
    }

    @Inlined
    void frees(int binding) {
        counters[4 * binding + 2]++;
    }

    long counter(int binding, int which) {
        return counters[4 * binding + which];
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
}
