package dev.plimsoll.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// CPU time of this process since a moment, as a share of one core.
record Cpu(long cpu, long wall, Map<String, Long> threadTimes) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Cpu now() {
        return new Cpu(SYSTEM.getProcessCpuTime(), System.nanoTime(), byThread());
    }

    /// Of one core, from that moment to now.
    double percent() {
        return 100.0 * (SYSTEM.getProcessCpuTime() - cpu) / (System.nanoTime() - wall);
    }

    /// The same for each Java thread that took more than one percent, the busiest first.
    String threads() {
        double span = System.nanoTime() - wall;
        return byThread().entrySet().stream()
                .map(thread -> Map.entry(
                        thread.getKey(),
                        100 * (thread.getValue() - threadTimes.getOrDefault(thread.getKey(), 0L)) / span))
                .filter(thread -> thread.getValue() > 1)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(thread -> "%s %.0f %%".formatted(thread.getKey(), thread.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Long> byThread() {
        var threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> times = new TreeMap<>();
        for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null) {
                times.merge(info.getThreadName(), threads.getThreadCpuTime(info.getThreadId()), Long::sum);
            }
        }
        return times;
    }
}
