package dev.plimsoll.target;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What can be known of a JVM without touching it, beyond its command line: read from `/proc` on Linux, unknown on other
/// systems.
///
/// @param residentBytes RSS, -1 when unknown
/// @param memoryLimitBytes limit of its control group, -1 when there is none or it is unknown
/// @param agentPresent whether it has Plimsoll's agent loaded, now or earlier
/// @param collector for example `G1`, empty when unknown
/// @param bindings libraries beside the JDK that can be seen in it; there may be more
public record JvmFacts(
        long residentBytes, long memoryLimitBytes, boolean agentPresent, String collector, List<BindingTrace> bindings) {

    public static final JvmFacts UNKNOWN = new JvmFacts(-1, -1, false, "", List.of());

    /// A jar on the boot class path: the VM itself reads it, and maps its directory. What is on another class path,
    /// as with a compiler that is given our jars, is opened by Java code and not mapped.
    private static final Pattern AGENT = Pattern.compile(".*/plimsoll-agent[^/]*\\.jar");

    /// Any thread; a few reads of small files.
    ///
    /// @param options for the JVM, in order
    /// @param performance the JVM's own counters, which need not be there
    static JvmFacts of(long pid, List<String> options, Path performance) {
        String mappings = LinuxProcess.mappings(pid);
        return new JvmFacts(
                resident(LinuxProcess.status(pid)),
                limit(pid),
                mappings.lines().anyMatch(line -> AGENT.matcher(line).matches()),
                PerformanceFile.collector(performance),
                BindingTrace.of(pid, options, mappings));
    }

    /// The line `VmRSS:     1234 kB` of `/proc/PID/status`.
    static long resident(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .filter(digits -> !digits.isEmpty())
                .mapToLong(digits -> Long.parseLong(digits) * 1024)
                .findFirst()
                .orElse(-1);
    }

    /// The lowest `memory.max` on the way from the process's group (version 2) to the root.
    private static long limit(long pid) {
        String group = LinuxProcess.controlGroup(pid)
                .lines()
                .filter(line -> line.startsWith("0::"))
                .map(line -> line.substring(3))
                .findFirst()
                .orElse("");
        Path root = Path.of("/sys/fs/cgroup");
        long lowest = Long.MAX_VALUE;
        for (Path at = root.resolve("." + group).normalize(); at != null && at.startsWith(root); at = at.getParent()) {
            String most = LinuxProcess.text(at.resolve("memory.max")).strip();
            if (!most.isEmpty() && most.chars().allMatch(Character::isDigit)) {
                lowest = Math.min(lowest, Long.parseLong(most));
            }
        }
        return lowest == Long.MAX_VALUE ? -1 : lowest;
    }
}
