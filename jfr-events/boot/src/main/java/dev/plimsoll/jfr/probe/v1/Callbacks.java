package dev.plimsoll.jfr.probe.v1;

import dev.plimsoll.jfr.event.v1.CallbackActivity;
import dev.plimsoll.jfr.event.v1.CallbackRegistered;
import dev.plimsoll.jfr.event.v1.CallbackReleased;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What woven code calls for callbacks: each is followed, exactly. Nothing here throws. */
public final class Callbacks {

    static final LiveTable LIVE = new LiveTable(1 << 18);

    /** Milliseconds since the epoch, renewed by the ticker: cheaper than a clock in every call from native code. */
    static volatile long now;

    private static final ConcurrentLinkedQueue<Calls> CALLED = new ConcurrentLinkedQueue<>();
    private static final MethodHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVirtual(Calls.class, "count", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The calls of one callback, from before its stub exists. */
    static final class Calls {

        final String target;
        private final AtomicLong invocations = new AtomicLong();
        private volatile boolean untold;
        volatile long handle;
        private volatile long last;

        Calls(String target) {
            this.target = target;
        }

        /** Runs at each call from native code, where an exception would end the VM. */
        void count() {
            try {
                invocations.incrementAndGet();
                last = now;
                if (!untold && handle != 0) {
                    untold = true;
                    CALLED.add(this);
                }
            } catch (Throwable t) {
                Probe.errors++;
            }
        }
    }

    /** A live callback. */
    private static final class Callback extends Entry {

        Callback(long handle, int binding, OwnerWatch owner) {
            super(handle, binding, owner);
        }

        @Override
        Callback copy() {
            return new Callback(address, binding, owner);
        }
    }

    private Callbacks() {}

    /**
     * Opens the context of a library that registers a callback; what the linker does in it is the library's.
     *
     * @param target the object that native code will call
     * @return the state that {@link #exit} or {@link #exitThrown} must get, or null when this is not to be watched
     */
    public static ThreadState enter(Object target) {
        try {
            if (!Probe.active || target == null) {
                return null;
            }
            ThreadState s = ThreadState.current();
            if (s.busy || s.callback != null) {
                return null;
            }
            s.callback = new Calls(CallbackTarget.of(target));
            return s;
        } catch (Throwable t) {
            Probe.errors++;
            return null;
        }
    }

    /**
     * Leaves the context of a library: the callback was registered.
     *
     * @param handle address that native code calls, or by which the library releases it; 0 when there is none
     * @param owner whose death releases it, or null
     * @param lifetime what ends it
     */
    public static void exit(ThreadState s, int binding, long handle, Object owner, String lifetime) {
        if (s == null) {
            return;
        }
        Calls calls = s.callback;
        s.callback = null;
        try {
            if (handle != 0 && Probe.active) {
                add(s, calls, binding, handle, owner, lifetime);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** Leaves the context of a library: the callback was not registered. */
    public static void exitThrown(ThreadState s) {
        if (s != null) {
            s.callback = null;
        }
    }

    /**
     * The linker is about to register a callback.
     *
     * @return the token for {@link #counted} and {@link #registered}, or null when it is not to be watched
     */
    public static Object registering(MethodHandle target) {
        try {
            if (!Probe.active || target == null) {
                return null;
            }
            ThreadState s = ThreadState.current();
            if (s.busy) {
                return null;
            }
            if (s.callback != null) {
                return s.callback;
            }
            s.busy = true;
            try {
                return new Calls(CallbackTarget.of(target));
            } finally {
                s.busy = false;
            }
        } catch (Throwable t) {
            Probe.errors++;
            return null;
        }
    }

    /** The same target, counting its calls: of the same type, and passing every exception on. */
    public static MethodHandle counted(Object token, MethodHandle target) {
        if (token == null) {
            return target;
        }
        try {
            return MethodHandles.foldArguments(target, COUNT.bindTo(token));
        } catch (Throwable t) {
            Probe.errors++;
            return target;
        }
    }

    /**
     * The linker has registered a callback.
     *
     * @param handle address of its stub
     * @param session whose end releases it
     */
    public static void registered(Object token, long handle, Object session) {
        if (token == null || !Probe.active) {
            return;
        }
        try {
            ThreadState s = ThreadState.current();
            if (!s.busy && token != s.callback) {
                int binding = s.depth > 0 ? s.binding : Binding.FFM;
                add(s, (Calls) token, binding, handle, session, Kind.lifetime(session));
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    private static void add(ThreadState s, Calls calls, int binding, long handle, Object owner, String lifetime) {
        long start = System.nanoTime();
        s.busy = true;
        try {
            OwnerWatch watch = Owners.watch(s, owner, handle);
            if (!LIVE.put(new Callback(handle, binding, watch))) {
                Probe.notFollowed++;
                Owners.dropped(watch);
                return;
            }
            calls.handle = handle;
            CallbackRegistered event = new CallbackRegistered();
            event.handle = handle;
            event.targetClass = calls.target;
            event.binding = Binding.name(binding);
            event.lifetime = lifetime;
            event.commit();
            s.events++;
        } finally {
            s.busy = false;
            Probe.pay(s, start, binding, 1);
        }
    }

    /**
     * A callback was registered by a library, in one step.
     *
     * @param handle by which the library releases it
     * @param target the object that native code will call
     * @param owner whose death releases it, or null
     * @param lifetime what ends it
     */
    public static void made(int binding, long handle, Object target, Object owner, String lifetime) {
        exit(enter(target), binding, handle, owner, lifetime);
    }

    /** As {@link #releasing}, and tells whether it was a callback that is followed. */
    public static boolean released(long handle) {
        boolean known = Probe.active && LIVE.get(handle) != null;
        if (known) {
            releasing(handle);
        }
        return known;
    }

    /** A stub is about to be given back. */
    public static void releasing(long handle) {
        try {
            if (!Probe.active) {
                return;
            }
            ThreadState s = ThreadState.current();
            if (s.busy) {
                return;
            }
            Entry callback = LIVE.remove(handle);
            if (callback == null) {
                return;
            }
            s.busy = true;
            try {
                Owners.dropped(callback.owner);
                CallbackReleased event = new CallbackReleased();
                event.handle = handle;
                event.binding = Binding.name(callback.binding);
                event.commit();
                s.events++;
            } finally {
                s.busy = false;
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** Writes the activity of callbacks that were called since; returns how many. */
    static int tellActivity() {
        int told = 0;
        for (Calls calls = CALLED.poll(); calls != null; calls = CALLED.poll()) {
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
