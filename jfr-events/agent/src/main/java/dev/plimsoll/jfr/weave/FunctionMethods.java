package dev.plimsoll.jfr.weave;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Java methods that JavaCPP's generated code calls for an object of a class below {@code FunctionPointer}: what the
 * class that declares the native {@code allocate} calls {@code call} or {@code apply}, with its suffix if it has one, where
 * a class below that overrides it. A virtual call reaches the lowest override only;
 * one that calls the method above it counts twice where objects of the class above are registered too.
 */
final class FunctionMethods {

    private static final String FUNCTION = "org.bytedeco.javacpp.FunctionPointer";

    private FunctionMethods() {}

    /**
     * Points that count their calls, by the class that has them; none when native code calls no Java of this class.
     *
     * @throws LinkageError when a class that a method names cannot be loaded
     */
    static Map<Class<?>, List<Point>> of(Class<?> type) {
        Map<Class<?>, List<Point>> points = new LinkedHashMap<>();
        List<Class<?>> below = new ArrayList<>();
        for (Class<?> at = type; at != null && !at.getName().equals(FUNCTION); at = at.getSuperclass()) {
            below.add(at);
        }
        for (Class<?> allocating : below) {
            if (Arrays.stream(allocating.getDeclaredMethods()).anyMatch(FunctionMethods::allocates)) {
                Arrays.stream(allocating.getDeclaredMethods())
                        .filter(FunctionMethods::isCalled)
                        .forEach(called -> lowest(called, below, points));
                return points;
            }
        }
        return points;
    }

    private static boolean allocates(Method method) {
        return method.getName().startsWith("allocate") && Modifier.isNative(method.getModifiers());
    }

    private static boolean isCalled(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && !method.isBridge()
                && (method.getName().startsWith("call") || method.getName().startsWith("apply"));
    }

    private static void lowest(Method called, List<Class<?>> below, Map<Class<?>, List<Point>> points) {
        for (Class<?> type : below) {
            for (Method method : type.getDeclaredMethods()) {
                boolean overrides = method.getName().equals(called.getName())
                        && Arrays.equals(method.getParameterTypes(), called.getParameterTypes())
                        && !method.isBridge();
                if (overrides) {
                    if ((method.getModifiers() & (Modifier.NATIVE | Modifier.ABSTRACT)) == 0) {
                        points.computeIfAbsent(type, t -> new ArrayList<>()).add(counting(method));
                    }
                    return;
                }
            }
        }
    }

    private static Point counting(Method method) {
        return Point.optional(
                method.getDeclaringClass().getName().replace('.', '/'),
                method.getName(),
                MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .toMethodDescriptorString(),
                Registrations.invocationOn(Value.receiver()));
    }
}
