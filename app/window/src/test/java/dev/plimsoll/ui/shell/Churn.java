package dev.plimsoll.ui.shell;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.concurrent.locks.LockSupport;

/// A target that asks much of the window: `Churn LIVE STACKS EVENTS_PER_SECOND`. Once it holds `LIVE` blocks it frees
/// the
/// oldest for each that it takes, so that a second has as many events as before. Every block comes by another stack of
/// the last `STACKS`. Prints `full` when it holds all.
final class Churn {

    private static final long BATCH_NANOS = 10_000_000L;
    private static final int DEPTH = 5;

    /// `sun.misc.Unsafe`, which the compiler must not see.
    private static final MethodHandle TAKE = method("allocateMemory", MethodType.methodType(long.class, long.class));

    private static final MethodHandle FREE = method("freeMemory", MethodType.methodType(void.class, long.class));

    private final long[] blocks;

    private Churn(int live) {
        blocks = new long[live];
    }

    private static MethodHandle method(String name, MethodType type) {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field field = unsafe.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return MethodHandles.lookup().findVirtual(unsafe, name, type).bindTo(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    public static void main(String[] args) throws Throwable {
        Churn churn = new Churn(Integer.parseInt(args[0]));
        churn.run(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    private void run(int stacks, int perSecond) throws Throwable {
        int perBatch = (int) (perSecond * BATCH_NANOS / 1_000_000_000L);
        int stack = 0;
        int place = 0;
        boolean full = false;
        long next = System.nanoTime();
        while (true) {
            for (int events = 0; events < perBatch; ) {
                if (full) {
                    FREE.invokeExact(blocks[place]);
                    events++;
                }
                blocks[place] = take(stack, DEPTH, 16L + stack % 97);
                events++;
                stack = (stack + 1) % stacks;
                if (++place == blocks.length) {
                    place = 0;
                    if (!full) {
                        full = true;
                        System.out.println("full");
                    }
                }
            }
            next += BATCH_NANOS;
            // What a busy machine made late is not caught up with: the rate is a ceiling.
            next = Math.max(next, System.nanoTime() - 5 * BATCH_NANOS);
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /// Each digit of `path` is a line of its own.
    private long take(int path, int depth, long bytes) throws Throwable {
        if (depth == 0) {
            return (long) TAKE.invokeExact(bytes);
        }
        return switch (path % 10) {
            case 0 -> take(path / 10, depth - 1, bytes);
            case 1 -> take(path / 10, depth - 1, bytes);
            case 2 -> take(path / 10, depth - 1, bytes);
            case 3 -> take(path / 10, depth - 1, bytes);
            case 4 -> take(path / 10, depth - 1, bytes);
            case 5 -> take(path / 10, depth - 1, bytes);
            case 6 -> take(path / 10, depth - 1, bytes);
            case 7 -> take(path / 10, depth - 1, bytes);
            case 8 -> take(path / 10, depth - 1, bytes);
            default -> take(path / 10, depth - 1, bytes);
        };
    }
}
