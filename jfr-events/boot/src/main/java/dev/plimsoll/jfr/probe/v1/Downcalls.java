package dev.plimsoll.jfr.probe.v1;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Handles of native functions, made through FFM: the caller gets a handle of the same type that also tells the probe. The
 * calls of the C library's allocation functions are blocks taken and given back; all others are counted. A handle of a
 * shape that is not understood is left as it is and counted as a problem.
 */
public final class Downcalls {

    private static final int MALLOC = 0;
    private static final int CALLOC = 1;
    private static final int ALIGNED_ALLOC = 2;
    private static final int REALLOC = 3;
    private static final int FREE = 4;

    /** Any other function: its calls are counted. */
    private static final int COUNT = -1;

    /** The functions that are understood, in the order of {@link #watch}. */
    private static final String[] NAMES = {"malloc", "calloc", "aligned_alloc", "realloc", "free"};

    /** Addresses of the functions; 0 for one that was not found. */
    private static volatile long[] addresses = new long[NAMES.length];

    private Downcalls() {}

    /** Names of the functions that are understood. */
    public static String[] names() {
        return NAMES.clone();
    }

    /** Addresses of the functions of {@link #names}, in that order; 0 for one that was not found. */
    public static void watch(long[] functions) {
        addresses = functions.clone();
    }

    /** The handle to give to the caller of the linker: the same, or one that tells. */
    public static MethodHandle watched(MethodHandle handle, long symbol) {
        try {
            if (!Probe.active || symbol == 0) {
                return handle;
            }
            long[] known = addresses;
            for (int function = 0; function < known.length; function++) {
                if (known[function] == symbol) {
                    return watched(handle, function, symbol);
                }
            }
            return watched(handle, COUNT, symbol);
        } catch (Throwable t) {
            Probe.errors++;
            return handle;
        }
    }

    private static MethodHandle watched(MethodHandle handle, int function, long address)
            throws ReflectiveOperationException {
        ThreadState s = ThreadState.watched();
        if (s == null) {
            return handle;
        }
        s.busy(true);
        try {
            MethodHandle telling = function == COUNT ? counting(handle, address) : telling(handle, function);
            if (telling == null) {
                Session.problem();
                return handle;
            }
            return telling;
        } finally {
            s.busy(false);
        }
    }

    private static MethodHandle counting(MethodHandle handle, long address) throws ReflectiveOperationException {
        Symbol symbol = Symbols.at(address);
        return symbol == null ? handle : CountedCalls.counting(handle, symbol);
    }

    private static MethodHandle telling(MethodHandle handle, int function) throws ReflectiveOperationException {
        Class<?>[] p = handle.type().parameterArray();
        Class<?> r = handle.type().returnType();
        switch (function) {
            case MALLOC:
                return isAddress(r) && isLongs(p, 0, 1)
                        ? after(handle, own("malloc", void.class, long.class, long.class))
                        : null;
            case CALLOC:
                return isAddress(r) && isLongs(p, 0, 2)
                        ? after(handle, own("calloc", void.class, long.class, long.class, long.class))
                        : null;
            case ALIGNED_ALLOC:
                return isAddress(r) && isLongs(p, 0, 2)
                        ? after(handle, own("alignedAlloc", void.class, long.class, long.class, long.class))
                        : null;
            case REALLOC:
                return isAddress(r) && p.length == 2 && isAddress(p[0]) && isLongs(p, 1, 1) ? around(handle) : null;
            case FREE:
                return r == void.class && p.length == 1 && isAddress(p[0])
                        ? MethodHandles.foldArguments(handle, onAddress(own("free", void.class, long.class), 0, p[0]))
                        : null;
            default:
                return null;
        }
    }

    /** Calls the handle, then {@code tell} with the address that came back and the arguments. */
    private static MethodHandle after(MethodHandle handle, MethodHandle tell) throws ReflectiveOperationException {
        Class<?> address = handle.type().returnType();
        MethodHandle told = onAddress(tell, 0, address);
        MethodHandle result = MethodHandles.dropArguments(
                MethodHandles.identity(address), 1, handle.type().parameterList());
        return MethodHandles.foldArguments(MethodHandles.foldArguments(result, told), handle);
    }

    /** Takes the old block out, calls realloc, and puts in what there is then; also when the call throws. */
    private static MethodHandle around(MethodHandle realloc) throws ReflectiveOperationException {
        Class<?> old = realloc.type().parameterType(0);
        Class<?> result = realloc.type().returnType();
        MethodHandle begin = onAddress(own("reallocating", Object.class, long.class, long.class), 0, old);
        MethodHandle end =
                own("reallocated", void.class, Throwable.class, long.class, Object.class, long.class, long.class);
        end = onAddress(onAddress(end, 3, old), 1, result);
        MethodHandle cleanup = MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class);
        cleanup = MethodHandles.dropArguments(cleanup, 2, Object.class, old, long.class);
        cleanup = MethodHandles.foldArguments(cleanup, end);
        MethodHandle call = MethodHandles.dropArguments(realloc, 0, Object.class);
        return MethodHandles.foldArguments(MethodHandles.tryFinally(call, cleanup), begin);
    }

    /** The handle with its long at this place taken from an address of the given type; of no address 0. */
    static MethodHandle onAddress(MethodHandle handle, int place, Class<?> type) throws ReflectiveOperationException {
        if (type == long.class) {
            return handle;
        }
        MethodHandle address =
                MethodHandles.publicLookup().findVirtual(type, "address", MethodType.methodType(long.class));
        MethodHandle isNull =
                own("isNull", boolean.class, Object.class).asType(MethodType.methodType(boolean.class, type));
        MethodHandle zero = MethodHandles.dropArguments(MethodHandles.constant(long.class, 0L), 0, type);
        return MethodHandles.filterArguments(handle, place, MethodHandles.guardWithTest(isNull, zero, address));
    }

    private static MethodHandle own(String name, Class<?> result, Class<?>... parameters)
            throws ReflectiveOperationException {
        return MethodHandles.lookup().findStatic(Downcalls.class, name, MethodType.methodType(result, parameters));
    }

    private static boolean isAddress(Class<?> type) {
        return type == long.class || isSegment(type);
    }

    static boolean isSegment(Class<?> type) {
        return type.getName().equals("java.lang.foreign.MemorySegment");
    }

    private static boolean isLongs(Class<?>[] types, int from, int count) {
        if (types.length != from + count) {
            return false;
        }
        for (int i = from; i < types.length; i++) {
            if (types[i] != long.class) {
                return false;
            }
        }
        return true;
    }

    static boolean isNull(Object o) {
        return o == null;
    }

    static void malloc(long address, long bytes) {
        Probe.taken(Binding.FFM, address, bytes);
    }

    static void calloc(long address, long count, long bytes) {
        Probe.taken(Binding.FFM, address, count * bytes);
    }

    static void alignedAlloc(long address, long alignment, long bytes) {
        Probe.taken(Binding.FFM, address, bytes);
    }

    static void free(long address) {
        Probe.freeing(Binding.FFM, address);
    }

    static Object reallocating(long address, long bytes) {
        return Probe.reallocatingOrFreeing(Binding.FFM, address, bytes);
    }

    static void reallocated(Throwable thrown, long result, Object old, long address, long bytes) {
        if (thrown != null) {
            Probe.reallocationFailed(old);
        } else {
            Probe.reallocated(Binding.FFM, old, address, bytes, result);
        }
    }
}
