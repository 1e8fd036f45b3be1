import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** Obeys one line at a time and answers each with one line. Runs on 17 and later. */
public class NioTarget {

    static final List<Object> KEPT = new ArrayList<>();
    static final sun.misc.Unsafe UNSAFE = unsafe();

    public static void main(String[] args) throws Throwable {
        byte[] buffer = new byte[256];
        System.out.println("up");
        StringBuilder line = new StringBuilder();
        for (int b = System.in.read(); b >= 0; b = System.in.read()) {
            if (b != '\n') {
                line.append((char) b);
                continue;
            }
            String[] words = line.toString().split(" ");
            line.setLength(0);
            System.out.println(obey(words));
        }
    }

    static String obey(String[] words) throws Throwable {
        int size = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        int count = words.length > 2 ? Integer.parseInt(words[2]) : 1;
        switch (words[0]) {
            case "direct-keep":
                for (int i = 0; i < count; i++) {
                    KEPT.add(ByteBuffer.allocateDirect(size));
                }
                return "ok";
            case "direct-drop":
                for (int i = 0; i < count; i++) {
                    ByteBuffer.allocateDirect(size);
                }
                return "ok";
            case "direct-clean":
                for (int i = 0; i < count; i++) {
                    UNSAFE.invokeCleaner(ByteBuffer.allocateDirect(size));
                }
                return "ok";
            case "unsafe-keep":
                for (int i = 0; i < count; i++) {
                    KEPT.add(UNSAFE.allocateMemory(size));
                }
                return "ok";
            case "unsafe-free":
                for (int i = 0; i < count; i++) {
                    UNSAFE.freeMemory(UNSAFE.allocateMemory(size));
                }
                return "ok";
            case "unsafe-free-kept":
                for (Object kept : KEPT) {
                    if (kept instanceof Long) {
                        UNSAFE.freeMemory((Long) kept);
                    }
                }
                KEPT.clear();
                return "ok";
            case "realloc-cases":
                return reallocate(size);
            case "double-free":
                return freeTwice(size);
            case "free-inside":
                return freeInside(size);
            case "threads":
                return threads(size, count);
            case "deep":
                return deep(size);
            case "spin":
                return spin(size, count);
            case "hold-recorder":
                return holdRecorder(size);
            case "let-recorder-go":
                return letRecorderGo();
            case "agent-cpu":
                return "nanos " + agentNanos();
            case "gc":
                System.gc();
                return "ok";
            case "loaders":
                System.gc();
                String stats = (String) java.lang.management.ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new javax.management.ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "vmClassloaderStats",
                                new Object[] {new String[0]},
                                new String[] {String[].class.getName()});
                return "loaders " + stats.replaceAll("(?s).*Total = (\\d+).*", "$1");
            case "metaspace":
                // What the first finds unused, the second gives back.
                System.gc();
                System.gc();
                for (java.lang.management.MemoryPoolMXBean pool :
                        java.lang.management.ManagementFactory.getMemoryPoolMXBeans()) {
                    if (pool.getName().equals("Metaspace")) {
                        return Long.toString(pool.getUsage().getUsed());
                    }
                }
                return "no metaspace";
            case "drop":
                KEPT.clear();
                return "ok";
            case "recordings":
                StringBuilder names = new StringBuilder("recordings");
                for (Recording r : FlightRecorder.getFlightRecorder().getRecordings()) {
                    names.append(' ').append(r.getName()).append('=').append(r.getState());
                }
                return names.toString();
            case "record":
                new Recording().start();
                return "ok";
            default:
                return "no such command";
        }
    }

    /** Every case of a reallocation; leaves one block of 5 times the size. */
    private static String reallocate(int size) {
        long fromNothing = UNSAFE.reallocateMemory(0, size);
        long grown = UNSAFE.reallocateMemory(fromNothing, 2L * size);
        long shrunk = UNSAFE.reallocateMemory(grown, size);
        boolean failed = false;
        try {
            UNSAFE.reallocateMemory(shrunk, Long.MAX_VALUE / 4);
        } catch (OutOfMemoryError e) {
            failed = true;
        }
        long toNothing = UNSAFE.reallocateMemory(shrunk, 0);
        long kept = UNSAFE.reallocateMemory(UNSAFE.allocateMemory(3L * size), 5L * size);
        KEPT.add(kept);
        return failed && toNothing == 0 ? "ok" : "unexpected";
    }

    private static String freeTwice(int size) {
        long address = UNSAFE.allocateMemory(size);
        UNSAFE.freeMemory(address);
        try {
            UNSAFE.freeMemory(address);
            return "done";
        } catch (IllegalStateException e) {
            String after = "";
            for (StackTraceElement frame : e.getCause().getStackTrace()) {
                after = frame.getMethodName().equals("freeTwice") ? " after freeTwice" : after;
            }
            return "refused " + e.getMessage().replaceAll("0x[0-9a-f]+", "ADDRESS") + after;
        }
    }

    /** Tries it near the block's start and far from it. */
    private static String freeInside(int size) {
        long address = UNSAFE.allocateMemory(size);
        int refused = 0;
        for (long offset : new long[] {16, size - 3}) {
            try {
                UNSAFE.freeMemory(address + offset);
            } catch (IllegalStateException e) {
                refused++;
            }
        }
        UNSAFE.freeMemory(address);
        return "refused " + refused;
    }

    private static String threads(int size, int count) throws InterruptedException {
        Thread[] threads = new Thread[count];
        for (int t = 0; t < count; t++) {
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    UNSAFE.freeMemory(UNSAFE.allocateMemory(size));
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return "ok";
    }

    private static final java.util.concurrent.CountDownLatch LET_GO = new java.util.concurrent.CountDownLatch(1);
    private static Thread holder;
    private static volatile boolean gaveUp;

    /** Nothing is flushed from here until the recorder is let go, or for so many milliseconds. */
    private static String holdRecorder(int millis) throws Exception {
        Object recorder = Class.forName("jdk.jfr.internal.MetadataRepository")
                .getMethod("getInstance")
                .invoke(null);
        java.util.concurrent.CountDownLatch held = new java.util.concurrent.CountDownLatch(1);
        holder = new Thread(() -> {
            synchronized (recorder) {
                held.countDown();
                try {
                    gaveUp = !LET_GO.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    gaveUp = true;
                }
            }
        });
        holder.start();
        held.await();
        return "ok";
    }

    private static String letRecorderGo() throws InterruptedException {
        LET_GO.countDown();
        holder.join();
        return gaveUp ? "too late" : "in time";
    }

    /** So many threads use what the processors have, for so many milliseconds. */
    private static String spin(int count, int millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000L;
        Thread[] threads = new Thread[count];
        for (int t = 0; t < count; t++) {
            threads[t] = new Thread(() -> {
                while (System.nanoTime() - end < 0) {
                    Thread.onSpinWait();
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return "ok";
    }

    /** Processor time of the ticker and of the recorder since they began. */
    private static long agentNanos() {
        java.lang.management.ThreadMXBean threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long id : threads.getAllThreadIds()) {
            java.lang.management.ThreadInfo thread = threads.getThreadInfo(id);
            if (thread != null
                    && thread.getThreadName().matches("plimsoll-ticker|JFR (Recorder Thread|Periodic Tasks)")) {
                nanos += threads.getThreadCpuTime(id);
            }
        }
        return nanos;
    }

    /** Allocates at every depth of a stack that runs over, and counts what was given. */
    private static String deep(int size) {
        int[] taken = new int[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        down(size, taken);
                    } catch (StackOverflowError e) {
                        taken[0] += 0;
                    }
                },
                "deep",
                512 << 10);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            return "interrupted";
        }
        return "taken " + taken[0];
    }

    private static void down(int size, int[] taken) {
        long address = UNSAFE.allocateMemory(size);
        if (address != 0) {
            taken[0]++;
        }
        down(size, taken);
    }

    static sun.misc.Unsafe unsafe() {
        try {
            Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (sun.misc.Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
