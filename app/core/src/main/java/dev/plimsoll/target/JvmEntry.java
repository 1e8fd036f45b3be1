package dev.plimsoll.target;

import org.jspecify.annotations.Nullable;

/// One JVM on this machine, as the picker and `list` show it.
///
/// @param pid process id
/// @param mainClass main class, module or jar, without its folder; empty when it cannot be read
/// @param arguments program and JVM arguments as typed; empty when they cannot be read
/// @param jdk for example `17.0.15 Debian`, empty when unknown
/// @param user owner of the process
/// @param started milliseconds since the epoch, 0 when unknown
/// @param obstacle why it cannot be attached and what to do, or null when it can
/// @param facts what else is known without touching it
public record JvmEntry(
        long pid,
        String mainClass,
        String arguments,
        String jdk,
        String user,
        long started,
        @Nullable String obstacle,
        JvmFacts facts) {

    /// Without facts.
    public JvmEntry(
            long pid,
            String mainClass,
            String arguments,
            String jdk,
            String user,
            long started,
            @Nullable String obstacle) {
        this(pid, mainClass, arguments, jdk, user, started, obstacle, JvmFacts.UNKNOWN);
    }

    public boolean attachable() {
        return obstacle == null;
    }

    /// Whether it refuses agents while it runs by an option of its own, and would take one given at its start.
    public boolean takesAgentOnlyAtStart() {
        return Obstacle.isOption(obstacle);
    }
}
