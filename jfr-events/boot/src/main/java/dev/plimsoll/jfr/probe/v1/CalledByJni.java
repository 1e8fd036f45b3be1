package dev.plimsoll.jfr.probe.v1;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Callbacks that native code calls by JNI, as a method of the target's class: to count that, the method is woven, once for
 * each class, when its first callback is registered. Any thread; nothing here throws.
 */
public final class CalledByJni {

    /** Weaves the methods of a class that native code calls by JNI; null when nobody does. */
    private static volatile Consumer<Class<?>> weaving;

    /** Which {@link #weaving} has seen a class. Weakly, for the class keeps it. */
    private static final ClassValue<AtomicReference<WeakReference<Consumer<Class<?>>>>> WOVEN_BY = new ClassValue<>() {
        @Override
        protected AtomicReference<WeakReference<Consumer<Class<?>>>> computeValue(Class<?> type) {
            return new AtomicReference<>(new WeakReference<>(null));
        }
    };

    private CalledByJni() {}

    /** @param with null from the end of a session on */
    public static void weaveWith(Consumer<Class<?>> with) {
        weaving = with;
    }

    static void weave(Object target) {
        try {
            Consumer<Class<?>> with = weaving;
            ThreadState s = with == null || target == null ? null : ThreadState.watched();
            if (s != null) {
                AtomicReference<WeakReference<Consumer<Class<?>>>> by = WOVEN_BY.get(target.getClass());
                if (!by.get().refersTo(with)) {
                    by.set(new WeakReference<>(with));
                    s.busy(true);
                    try {
                        with.accept(target.getClass());
                    } finally {
                        s.busy(false);
                    }
                }
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }
}
