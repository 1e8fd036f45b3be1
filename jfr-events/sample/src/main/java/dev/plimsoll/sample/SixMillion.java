package dev.plimsoll.sample;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import dev.plimsoll.jfr.event.v1.ResidentMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import jdk.jfr.Recording;

/**
 * Writes the recording of the speed table: {@code SixMillion FILE [MILLIONS [full|lean]]}. Half the events are
 * allocations with 14 or 15 frames from about 22,000 distinct stacks, half are frees, with collections between them.
 * {@code full} is the contract's events, {@code lean} the same with two numbers and one, 21.6 bytes an event.
 */
public final class SixMillion {
    private static final int THREADS = 2;

    private SixMillion() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]).toAbsolutePath();
        double millions = args.length > 1 ? Double.parseDouble(args[1]) : 6;
        boolean lean = args.length > 2 && args[2].equals("lean");
        Files.createDirectories(file.getParent());
        try (Recording recording = new Recording()) {
            for (Class<? extends jdk.jfr.Event> event : lean
                    ? List.of(Lean.Allocation.class, Lean.Free.class, ResidentMemory.class)
                    : List.of(NativeAllocation.class, NativeFree.class, ResidentMemory.class)) {
                recording.enable(event);
            }
            for (String event : List.of(
                    "GarbageCollection",
                    "GCHeapSummary",
                    "GCReferenceStatistics",
                    "GCPhasePause",
                    "DataLoss",
                    "JVMInformation")) {
                recording.enable("jdk." + event);
            }
            recording.setToDisk(true);
            recording.start();
            traffic((long) (millions * 1e6 / 2 / THREADS), lean);
            recording.stop();
            recording.dump(file);
        }
        System.out.printf("%s %,d bytes%n", file, Files.size(file));
    }

    private static void traffic(long blocks, boolean lean) throws InterruptedException {
        List<BlockingQueue<Long>> boxes = List.of(new ArrayBlockingQueue<>(1024), new ArrayBlockingQueue<>(1024));
        Traffic[] traffics = new Traffic[THREADS];
        Thread[] threads = new Thread[THREADS];
        for (int thread = 0; thread < THREADS; thread++) {
            traffics[thread] = new Traffic(thread, lean, blocks, boxes.get(thread), boxes.get(1 - thread));
            threads[thread] = new Thread(traffics[thread], "traffic " + thread);
            threads[thread].start();
        }
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                thread.join(250);
                System.gc();
                ResidentMemory event = new ResidentMemory();
                event.rss = 48_000_001L;
                event.commit();
            }
        }
        for (Traffic traffic : traffics) {
            traffic.empty();
        }
    }
}
