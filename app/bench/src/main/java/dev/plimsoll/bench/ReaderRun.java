package dev.plimsoll.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// `ReaderRun READER FILE`: reads the file once and prints a [Result].
public final class ReaderRun {

    private static final Map<String, Reader> READERS = Map.of(
            "Plimsoll", new PlimsollReader(),
            "JfrReader", new AsyncProfilerReader(),
            "RecordingFile", new JdkReader(),
            "JMC", new JmcReader());

    private ReaderRun() {}

    public static void main(String[] args) throws Exception {
        Reader reader = READERS.get(args[0]);
        if (reader == null) {
            throw new IllegalArgumentException(args[0] + " is none of " + READERS.keySet());
        }
        AtomicLong peak = new AtomicLong();
        Runtime runtime = Runtime.getRuntime();
        Thread watch = Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                peak.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
                try {
                    Thread.sleep(2);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        AtomicLong first = new AtomicLong(-1);
        long events =
                reader.read(Path.of(args[1]), () -> first.compareAndSet(-1, (System.nanoTime() - start) / 1_000_000));
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        watch.interrupt();
        System.out.println(new Result(events, seconds, cpuSeconds, peak.get(), first.get()).line());
        System.exit(0);
    }

    /// Reads a whole recording.
    interface Reader {
        /// Returns how many events were seen; `picture` is run when there is something to show.
        long read(Path file, Runnable picture) throws Exception;
    }
}
