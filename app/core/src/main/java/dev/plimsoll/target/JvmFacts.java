package dev.plimsoll.target;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What can be known of a JVM without touching it, beyond its command line: read from `/proc` on Linux, unknown on other
/// systems.
///
/// @param residentBytes RSS, -1 when unknown
/// @param memoryLimitBytes limit of its control group, -1 when there is none or it is unknown
/// @param agentPresent whether it has Plimsoll's agent loaded, now or earlier
public record JvmFacts(long residentBytes, long memoryLimitBytes, boolean agentPresent) {

    public static final JvmFacts UNKNOWN = new JvmFacts(-1, -1, false);

    /// Any thread; a few reads of small files.
    static JvmFacts of(long pid) {
        return new JvmFacts(resident(LinuxProcess.status(pid)), limit(pid), agent(LinuxProcess.openFiles(pid)));
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

    /// The agent's jar stays on the boot class path, and the JVM keeps what is there open.
    private static boolean agent(List<Path> files) {
        return files.stream()
                .flatMap(file -> Stream.ofNullable(file.getFileName()))
                .anyMatch(name -> name.toString().startsWith("plimsoll-") && name.toString().endsWith(".jar")
                        && !name.toString().contains("demo"));
    }
}
