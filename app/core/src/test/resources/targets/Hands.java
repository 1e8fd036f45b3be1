import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jdk.jfr.Recording;

/**
 * Threads that give the same addresses out again and again, each block taken by one and given back by another, beside
 * long collections and as many flushes as there can be. One of them keeps a block now and then.
 */
public final class Hands {

    private static final int TAKERS = 3;
    private static final BlockingQueue<Long> HANDED = new ArrayBlockingQueue<>(64);
    private static final Queue<Long> GIVEN_BACK = new ConcurrentLinkedQueue<>();
    private static final List<Object> HEAP = new ArrayList<>();
    private static volatile boolean over;

    /** Writes the recording of so many seconds to a file. */
    public static void main(String[] arguments) throws Exception {
        Recording recording = new Recording();
        recording.enable(NativeAllocation.class);
        recording.enable(NativeFree.class);
        for (String name : List.of("GarbageCollection", "SystemGC", "GCHeapSummary", "GCReferenceStatistics")) {
            recording.enable("jdk." + name).withoutThreshold();
        }
        recording.start();
        for (int i = 0; i < 600_000; i++) {
            HEAP.add(new int[i % 40]);
        }
        List<Thread> threads = new ArrayList<>(List.of(new Thread(Hands::flushes), new Thread(Hands::collects)));
        for (int taker = 1; taker <= TAKERS; taker++) {
            int number = taker;
            threads.add(new Thread(() -> takes(number)));
            threads.add(new Thread(Hands::gives));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        Thread.sleep(Long.parseLong(arguments[1]) * 1_000);
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        recording.stop();
        recording.dump(Path.of(arguments[0]));
    }

    private static void takes(long number) {
        for (long block = 1; !over; block++) {
            Long again = GIVEN_BACK.poll();
            long address = again == null ? number << 40 | block * 64 : again;
            allocate(address);
            while (!HANDED.offer(address) && !over) {
                Thread.yield();
            }
            if (number == 1 && block % 50 == 0) {
                keep(1L << 44 | block * 64);
            }
            if (block % 40 == 0) {
                pause(1);
            }
        }
    }

    /** A line of its own. */
    private static void keep(long address) {
        NativeAllocation event = new NativeAllocation();
        event.address = address;
        event.bytes = 4_000;
        event.weight = 1;
        event.binding = "ffm";
        event.kind = "shared";
        event.commit();
    }

    private static void gives() {
        while (!over) {
            Long address = HANDED.poll();
            if (address == null) {
                pause(1);
            } else {
                free(address);
                GIVEN_BACK.add(address);
            }
        }
    }

    private static void collects() {
        while (!over) {
            System.gc();
            pause(200);
        }
    }

    /** As the recorder's own task does while somebody streams, and as the agent does. */
    private static void flushes() {
        try {
            Class<?> type = Class.forName("jdk.jfr.internal.MetadataRepository");
            Object metadata = type.getMethod("getInstance").invoke(null);
            Method flush = type.getMethod("flush");
            while (!over) {
                flush.invoke(metadata);
                pause(20);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void allocate(long address) {
        NativeAllocation event = new NativeAllocation();
        event.address = address;
        event.bytes = 48;
        event.weight = 1;
        event.binding = "ffm";
        event.kind = "shared";
        event.commit();
    }

    private static void free(long address) {
        NativeFree event = new NativeFree();
        event.address = address;
        event.binding = "ffm";
        event.cause = "explicit";
        event.commit();
    }
}
