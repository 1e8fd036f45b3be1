package dev.plimsoll.jfr.probe.v1;

import dev.plimsoll.jfr.event.v1.CallbackRegistered;
import dev.plimsoll.jfr.event.v1.CallbackReleased;
import dev.plimsoll.jfr.event.v1.EventNames;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What woven code calls for callbacks: each is followed, exactly. Nothing here throws. */
public final class Callbacks {

    static final LiveTable LIVE = new LiveTable(1 << 18);

    /** Those of which a call from native code tells the object and not the handle, by {@link Handles#identity}. */
    static final LiveTable BY_OBJECT = new LiveTable(1 << 16);

    /** Milliseconds since the epoch, renewed by the ticker: cheaper than a clock in every call from native code. */
    static volatile long now;

    private static final MethodHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVirtual(CallbackCalls.class, "count", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** A live callback. */
    private static final class Callback extends Entry {

        final CallbackCalls calls;

        Callback(long handle, int binding, OwnerWatch owner, CallbackCalls calls) {
            super(handle, binding, owner);
            this.calls = calls;
        }

        @Override
        Callback copy() {
            return new Callback(address, binding, owner, calls);
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
            ThreadState s = ThreadState.watched();
            if (s == null || s.callback != null) {
                return null;
            }
            CallbackCalls calls = new CallbackCalls(CallbackTarget.of(target));
            calls.object = Handles.identity(target);
            s.callback = calls;
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
        CallbackCalls calls = s.callback;
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
            ThreadState s = ThreadState.watched();
            if (s == null) {
                return null;
            }
            if (s.callback != null) {
                return s.callback;
            }
            s.busy(true);
            try {
                return new CallbackCalls(CallbackTarget.of(target));
            } finally {
                s.busy(false);
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
            ThreadState s = ThreadState.watched();
            if (s != null && token != s.callback) {
                int binding = (s.open & ThreadState.CONTEXTS) != 0 ? s.of & 0xFF : Binding.FFM;
                add(s, (CallbackCalls) token, binding, handle, session, Kind.lifetime(session));
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    private static void add(
            ThreadState s, CallbackCalls calls, int binding, long handle, Object owner, String lifetime) {
        long start = Following.clock(s);
        s.busy(true);
        try {
            Misuses.CALLBACKS.forget(handle);
            OwnerWatch watch = Owners.watch(s, owner, handle);
            if (!LIVE.put(new Callback(handle, binding, watch, calls))) {
                Following.refused++;
                Owners.dropped(watch);
                return;
            }
            calls.binding = binding;
            calls.handle = handle;
            if (binding == Binding.LWJGL || binding == Binding.JAVACPP) {
                nameByObject(calls);
            }
            CallbackRegistered event = new CallbackRegistered();
            event.handle = handle;
            event.targetClass = calls.target;
            event.binding = Binding.name(binding);
            event.lifetime = lifetime;
            event.commit();
            s.events++;
        } finally {
            s.busy(false);
            Following.pay(s, start, binding, 1);
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

    /**
     * As {@link #made}, where native code calls a method of the target's class by JNI: to count that, the method is woven
     * now, once for each class, before native code is given the handle.
     */
    public static void madeByJni(int binding, long handle, Object target, Object owner, String lifetime) {
        CalledByJni.weave(target);
        made(binding, handle, target, owner, lifetime);
    }

    /** As {@link #releasing}, and tells whether it was a callback that is followed. */
    public static boolean released(long handle) {
        boolean known = Probe.active && LIVE.get(handle) != null;
        if (known) {
            releasing(handle);
        }
        return known;
    }

    /** Native code calls a callback of a library that has a method for all of them. */
    public static void invoked(long handle) {
        count(Probe.active ? LIVE.get(handle) : null);
    }

    /**
     * Native code calls an object through a method that is not told the handle. An object that is registered more than
     * once is called by the last registration that is live, as far as anybody in Java can say.
     */
    public static void invokedOn(Object target) {
        count(Probe.active ? BY_OBJECT.get(Handles.identity(target)) : null);
    }

    private static void count(Entry callback) {
        if (callback instanceof Callback) {
            ((Callback) callback).calls.count();
        }
    }

    /** The linker is about to give a stub back; a library may have released its callback long before. */
    public static void releasing(long handle) {
        release(handle, STUB);
    }

    /** A library is about to release a callback; it may do so once. */
    public static void releasingOnce(long handle) {
        release(handle, LIBRARY);
    }

    /** As above, in a method that may be called by one that said so already. */
    public static void releasingBelow(long handle) {
        release(handle, BELOW);
    }

    private static final int STUB = 0;
    private static final int LIBRARY = 1;
    private static final int BELOW = 2;

    private static void release(long handle, int who) {
        try {
            if (!Probe.active || handle == 0) {
                return;
            }
            ThreadState s = ThreadState.watched();
            if (s == null) {
                return;
            }
            boolean passedOn = s.passedOnCallback == handle;
            s.passedOnCallback = who == LIBRARY ? handle : 0;
            if (who == BELOW && passedOn) {
                return;
            }
            Callback callback = (Callback) LIVE.remove(handle);
            if (callback == null) {
                Release earlier = who != STUB ? Misuses.CALLBACKS.find(handle) : null;
                if (earlier != null) {
                    Misuses.tell(s, EventNames.SECOND_CLOSE, handle, earlier.binding, earlier, true);
                }
                return;
            }
            if (s.cleaner && callback.calls.kept) {
                Misuses.tell(s, EventNames.CALLBACK_COLLECTED, handle, callback.binding, null, false);
            }
            s.busy(true);
            try {
                Misuses.CALLBACKS.put(handle, callback.binding);
                callback.calls.released = Misuses.CALLBACKS.find(handle);
                Owners.dropped(callback.owner);
                forget(callback.calls);
                CallbackReleased event = new CallbackReleased();
                event.handle = handle;
                event.binding = Binding.name(callback.binding);
                event.commit();
                s.events++;
            } finally {
                s.busy(false);
            }
        } catch (MisuseException e) {
            throw e;
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** The calls of the object count for this registration; those of an earlier one when this is released before it. */
    private static void nameByObject(CallbackCalls calls) {
        synchronized (BY_OBJECT) {
            Entry before = BY_OBJECT.get(calls.object);
            if (BY_OBJECT.put(new Callback(calls.object, calls.binding, null, calls)) && before != null) {
                calls.follow(((Callback) before).calls);
            }
        }
    }

    private static void forget(CallbackCalls released) {
        if (released.object == 0) {
            return;
        }
        synchronized (BY_OBJECT) {
            Entry called = BY_OBJECT.get(released.object);
            CallbackCalls before = released.leave();
            if (called != null && ((Callback) called).calls.equals(released)) {
                BY_OBJECT.remove(released.object);
                if (before != null) {
                    BY_OBJECT.put(new Callback(before.object, before.binding, null, before));
                }
            }
        }
    }

    /** Calls of a live callback so far. */
    static long invocations(long handle) {
        return ((Callback) LIVE.get(handle)).calls.invocations();
    }

    /** A session begins or ends. */
    static void clear() {
        LIVE.clear();
        BY_OBJECT.clear();
    }
}
