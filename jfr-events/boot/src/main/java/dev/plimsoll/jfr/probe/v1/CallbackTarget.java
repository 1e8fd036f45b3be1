package dev.plimsoll.jfr.probe.v1;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Names the Java method behind a method handle, as {@code pkg.Class.method}. A direct handle is cracked; of a bound one
 * the parts are looked at: a handle that was bound to its receiver, else the receiver's class. Needs
 * {@code java.lang.invoke} opened to this module; without it, or where nothing is found, the handle's type is the answer.
 */
public final class CallbackTarget {

    private static volatile MethodHandles.Lookup lookup;
    private static volatile Method boundArgument;
    private static volatile Class<?> bound;

    private CallbackTarget() {}

    /**
     * To be called once {@code java.lang.invoke} is open.
     *
     * @throws ReflectiveOperationException when this JDK has other internals: targets stay types
     */
    public static void open() throws ReflectiveOperationException {
        Field trusted = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        trusted.setAccessible(true);
        lookup = (MethodHandles.Lookup) trusted.get(null);
        Class<?> type = Class.forName("java.lang.invoke.BoundMethodHandle", false, null);
        Method arg = type.getDeclaredMethod("arg", int.class);
        arg.setAccessible(true);
        bound = type;
        boundArgument = arg;
    }

    /** The class of an object that native code calls; a lambda's without what the VM puts behind its name. */
    static String of(Object target) {
        String name = target.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda + 8);
    }

    static String of(MethodHandle target) {
        String name = nameOf(target, 4);
        return name == null ? target.type().toString() : name;
    }

    private static String nameOf(MethodHandle target, int depth) {
        MethodHandles.Lookup l = lookup;
        if (l == null) {
            return null;
        }
        try {
            MethodHandleInfo info = l.revealDirect(target);
            return info.getDeclaringClass().getName().concat(".").concat(info.getName());
        } catch (IllegalArgumentException notDirect) {
            return depth == 0 ? null : nameOfBound(target, depth);
        }
    }

    private static String nameOfBound(MethodHandle target, int depth) {
        if (bound == null || !bound.isInstance(target)) {
            return null;
        }
        String receiver = null;
        for (int i = 0; i < 4; i++) {
            Object part;
            try {
                part = boundArgument.invoke(target, i);
            } catch (ReflectiveOperationException | RuntimeException noMoreParts) {
                break;
            }
            if (part instanceof MethodHandle) {
                String name = nameOf((MethodHandle) part, depth - 1);
                if (name != null) {
                    return name;
                }
            } else if (part != null && receiver == null) {
                receiver = part.getClass().getName();
            }
        }
        return receiver;
    }
}
