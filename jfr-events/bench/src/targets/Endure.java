import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a program does for long, with many threads or with many buffers, and what that takes. */
public class Endure extends Loop {

    private static final sun.misc.Unsafe UNSAFE = UnsafeLoop.unsafe();

    /** Blocks that live at any time, while others come and go. */
    private static final int LIVE = 50_000;

    private final List<ByteBuffer> buffers = new ArrayList<>();

    @Override
    void pairs(int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    String order(String[] words) throws Throwable {
        int count = Integer.parseInt(words[1]);
        switch (words[0]) {
            case "churn":
                return churn(count);
            case "threads":
                return threads(count, Integer.parseInt(words[2]));
            case "virtual":
                return virtual(count, Integer.parseInt(words[2]));
            case "buffers":
                return buffers(count);
            default:
                return metaspace();
        }
    }

    /** Nanoseconds of this thread per operation, in the first tenth and in the last. */
    private static String churn(int operations) {
        long[] live = new long[LIVE];
        int tenth = operations / 10;
        long first = 0;
        long last = 0;
        int random = 1;
        for (int part = 0; part < 10; part++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < tenth; i += 2) {
                random = random * 1_664_525 + 1_013_904_223;
                int at = (random >>> 1) % LIVE;
                UNSAFE.freeMemory(live[at]);
                live[at] = UNSAFE.allocateMemory(48 + (random >>> 28));
            }
            last = THREADS.getCurrentThreadCpuTime() - start;
            first = part == 0 ? last : first;
        }
        for (long address : live) {
            UNSAFE.freeMemory(address);
        }
        return first * 100 / tenth + " " + last * 100 / tenth;
    }

    private static String threads(int count, int pairs) throws InterruptedException {
        long before = PROCESS.getProcessCpuTime();
        Thread[] threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            threads[i] = new Thread(() -> work(pairs));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Long.toString((PROCESS.getProcessCpuTime() - before) / count / pairs);
    }

    /** By reflection, for this compiles for 17 too. */
    private static String virtual(int count, int pairs) throws Exception {
        long before = PROCESS.getProcessCpuTime();
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        AtomicLong done = new AtomicLong();
        Thread[] threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            threads[i] = (Thread) start.invoke(null, (Runnable) () -> {
                work(pairs);
                done.incrementAndGet();
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (done.get() != count) {
            throw new IllegalStateException(done + " of " + count);
        }
        return Long.toString((PROCESS.getProcessCpuTime() - before) / count / pairs);
    }

    private static void work(int pairs) {
        for (int i = 0; i < pairs; i++) {
            UNSAFE.freeMemory(UNSAFE.allocateMemory(64));
            if ((i & 15) == 0) {
                Thread.yield();
            }
        }
    }

    /** Milliseconds of a collection while all are held, and of the one in which they die. */
    private String buffers(int count) {
        System.gc();
        for (int i = 0; i < count; i++) {
            buffers.add(ByteBuffer.allocateDirect(16));
        }
        System.gc();
        long held = collect();
        buffers.clear();
        return held + " " + collect();
    }

    private static long collect() {
        long start = System.nanoTime();
        System.gc();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static String metaspace() {
        System.gc();
        long used = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals("Metaspace")) {
                used = pool.getUsage().getUsed();
            }
        }
        return Long.toString(used);
    }
}
