package dev.plimsoll.jfr.probe.v1;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Handles of native functions, made through FFM, of the same type and with the same result, that count their calls and
 * show which addresses a running call was given.
 */
final class CountedCalls {

    private CountedCalls() {}

    static MethodHandle counting(MethodHandle handle, Symbol symbol) throws ReflectiveOperationException {
        MethodType type = handle.type();
        MethodHandle begin = beginning(type, symbol);
        MethodHandle call = MethodHandles.dropArguments(handle, 0, long.class);
        return MethodHandles.foldArguments(MethodHandles.tryFinally(call, ending(type, symbol)), begin);
    }

    /** Takes the addresses among the arguments, returns what {@link #end} must get. */
    private static MethodHandle beginning(MethodType type, Symbol symbol) throws ReflectiveOperationException {
        List<Integer> segments = new ArrayList<>();
        for (int i = 0; i < type.parameterCount() && segments.size() < RunningCalls.ADDRESSES; i++) {
            if (Downcalls.isSegment(type.parameterType(i))) {
                segments.add(i);
            }
        }
        if (segments.isEmpty()) {
            MethodHandle begin = own("begin", long.class, Symbol.class).bindTo(symbol);
            return MethodHandles.dropArguments(begin, 0, type.parameterList());
        }
        RunningCalls.any = true;
        MethodHandle begin = own("begin", long.class, Symbol.class, long.class, long.class, long.class, long.class)
                .bindTo(symbol);
        for (int unused = segments.size(); unused < RunningCalls.ADDRESSES; unused++) {
            begin = MethodHandles.insertArguments(begin, segments.size(), 0L);
        }
        int[] order = new int[segments.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = segments.get(i);
            begin = Downcalls.onAddress(begin, i, type.parameterType(order[i]));
        }
        return MethodHandles.permuteArguments(begin, type.changeReturnType(long.class), order);
    }

    private static MethodHandle ending(MethodType type, Symbol symbol) throws ReflectiveOperationException {
        Class<?> result = type.returnType();
        List<Class<?>> rest = new ArrayList<>(type.parameterList());
        if (result == void.class) {
            MethodHandle end = own("end", void.class, Symbol.class, Throwable.class, long.class)
                    .bindTo(symbol);
            return MethodHandles.dropArguments(end, 2, rest);
        }
        MethodHandle end;
        if (result == long.class || Downcalls.isSegment(result)) {
            end = own("end", void.class, Symbol.class, Throwable.class, long.class, long.class)
                    .bindTo(symbol);
            end = Downcalls.onAddress(end, 1, result);
        } else {
            end = own("end", void.class, Symbol.class, Throwable.class, long.class)
                    .bindTo(symbol);
            end = MethodHandles.dropArguments(end, 1, result);
        }
        MethodHandle passed = MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class);
        rest.add(0, long.class);
        return MethodHandles.foldArguments(MethodHandles.dropArguments(passed, 2, rest), end);
    }

    private static MethodHandle own(String name, Class<?> result, Class<?>... parameters)
            throws ReflectiveOperationException {
        return MethodHandles.lookup().findStatic(CountedCalls.class, name, MethodType.methodType(result, parameters));
    }

    static long begin(Symbol symbol) {
        try {
            return Probe.active ? symbol.begin() : 0;
        } catch (Throwable t) {
            Probe.errors++;
            return 0;
        }
    }

    /** As above with the call shown; bit 62 of what is returned says that it is. */
    static long begin(Symbol symbol, long a, long b, long c, long d) {
        try {
            if (!Probe.active) {
                return 0;
            }
            RunningCalls.begin(ThreadState.current(), a, b, c, d);
            return symbol.begin() | SHOWN;
        } catch (Throwable t) {
            Probe.errors++;
            return 0;
        }
    }

    private static final long SHOWN = 1L << 62;

    static void end(Symbol symbol, Throwable thrown, long begun) {
        if (begun == 0) {
            return;
        }
        try {
            if ((begun & SHOWN) != 0) {
                RunningCalls.end(ThreadState.current());
            }
            symbol.end(begun & ~SHOWN);
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** What native code hands out is live, whoever took it. */
    static void end(Symbol symbol, Throwable thrown, long result, long begun) {
        Misuses.BLOCKS.forget(result);
        end(symbol, thrown, begun);
    }
}
