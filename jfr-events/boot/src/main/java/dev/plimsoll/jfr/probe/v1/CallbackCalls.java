package dev.plimsoll.jfr.probe.v1;

import dev.plimsoll.jfr.event.v1.CallbackActivity;
import dev.plimsoll.jfr.event.v1.EventNames;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The calls of one callback, from before its stub exists. Any thread may call it; the ticker tells. */
final class CallbackCalls {

    /** A call so long after the registration is not part of the call that was given the callback, in milliseconds. */
    private static final long LONG_AFTER = 1_000;

    private static final ConcurrentLinkedQueue<CallbackCalls> CALLED = new ConcurrentLinkedQueue<>();

    final String target;
    private final AtomicLong invocations = new AtomicLong();
    private volatile boolean untold;
    volatile long handle;
    private volatile long last;

    /** When it was released, or null; a stub may outlive that. */
    volatile Release released;

    volatile int binding;

    /** The key in {@link Callbacks#BY_OBJECT}, or 0. */
    long object;

    /** Live registrations of the same object, before this one and after it; guarded by {@link Callbacks#BY_OBJECT}. */
    private CallbackCalls earlier;

    private CallbackCalls later;

    /**
     * Whether native code was seen to keep the pointer: it called on another thread than the one that registered, or long
     * after that. A call of a function that only sorts does neither.
     */
    volatile boolean kept;

    private final long registrar = Thread.currentThread().getId();
    private final long registered = Callbacks.now;

    CallbackCalls(String target) {
        this.target = target;
    }

    /** Comes behind another live registration of the same object. */
    void follow(CallbackCalls before) {
        earlier = before;
        before.later = this;
    }

    /** Leaves the others; returns the one before it. */
    CallbackCalls leave() {
        CallbackCalls before = earlier;
        if (before != null) {
            before.later = later;
        }
        if (later != null) {
            later.earlier = before;
        }
        earlier = null;
        later = null;
        return before;
    }

    long invocations() {
        return invocations.get();
    }

    /** Runs at each call from native code, where an exception would end the VM. */
    void count() {
        try {
            invocations.incrementAndGet();
            long at = Callbacks.now;
            last = at;
            if (!kept && (Thread.currentThread().getId() != registrar || at - registered > LONG_AFTER)) {
                kept = true;
            }
            if (!untold && handle != 0) {
                untold = true;
                CALLED.add(this);
            }
            Release before = released;
            if (before != null && Probe.active) {
                Misuses.tell(ThreadState.current(), EventNames.CALLBACK_AFTER_RELEASE, handle, binding, before, false);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** Writes the activity of callbacks that were called since; returns how many. */
    static int tellActivity() {
        int told = 0;
        for (CallbackCalls calls = CALLED.poll(); calls != null; calls = CALLED.poll()) {
            calls.untold = false;
            CallbackActivity event = new CallbackActivity();
            event.handle = calls.handle;
            event.invocations = calls.invocations.get();
            event.last = calls.last;
            event.commit();
            told++;
        }
        return told;
    }
}
