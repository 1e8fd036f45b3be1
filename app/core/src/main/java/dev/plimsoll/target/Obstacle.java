package dev.plimsoll.target;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a JVM cannot be attached, as far as that can be told without touching it. Each reason is one sentence that also
/// says what to do.
final class Obstacle {

    private static final int OLDEST = 17;
    private static final String NO_ATTACH = "-XX:+DisableAttachMechanism";
    private static final String NO_AGENTS = "-XX:-EnableDynamicAgentLoading";

    private Obstacle() {}

    /// @param owner user of the process, empty when unknown
    /// @param user who runs Plimsoll
    /// @return the gravest obstacle, or null when none is known
    static @Nullable String to(
            ProcessHandle process, String owner, String user, JavaCommand command, @Nullable JavaHome home) {
        long pid = process.pid();
        if (pid == ProcessHandle.current().pid()) {
            return "Process " + pid + " is Plimsoll itself; choose another JVM.";
        }
        if (!owner.isEmpty() && !owner.equals(user)) {
            return "Process " + pid + " belongs to " + owner + "; run Plimsoll as that user.";
        }
        if (home != null) {
            String lacking = lacking(pid, home);
            if (lacking != null) {
                return lacking;
            }
        }
        List<String> options = options(pid, command);
        if (on(options, "DisableAttachMechanism", false)) {
            return "Process " + pid + " was started with " + NO_ATTACH + "; start it without.";
        }
        if (!on(options, "EnableDynamicAgentLoading", true)) {
            return "Process " + pid + " was started with " + NO_AGENTS + "; start it without.";
        }
        if (LinuxProcess.seesOtherFiles(pid)) {
            return "Process " + pid + " runs in a container; run Plimsoll inside the same container.";
        }
        return LinuxProcess.stopped(pid)
                ? "Process " + pid + " is stopped; continue it with `kill -CONT " + pid + "`."
                : null;
    }

    /// Whether only the JVM's own options are in the way: the agent can still be given at the start.
    static boolean isOption(@Nullable String obstacle) {
        return obstacle != null && (obstacle.contains(NO_ATTACH) || obstacle.contains(NO_AGENTS));
    }

    private static @Nullable String lacking(long pid, JavaHome home) {
        int feature = home.feature();
        if (feature > 0 && feature < OLDEST) {
            return "Process " + pid + " runs on Java " + feature + "; Plimsoll needs Java " + OLDEST + " or newer.";
        }
        if (!home.hotSpot()) {
            return "Process " + pid + " runs on a JVM that is not HotSpot; start it on an OpenJDK.";
        }
        for (String module : List.of("jdk.jfr", "java.instrument")) {
            if (home.lacks(module)) {
                return "Process " + pid + " runs on a Java image without the module " + module
                        + "; add it with `jlink --add-modules " + module + "`.";
            }
        }
        return null;
    }

    /// The JVM's options in the order in which it reads them.
    private static List<String> options(long pid, JavaCommand command) {
        List<String> options = new ArrayList<>();
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
            options.addAll(List.of(LinuxProcess.environment(pid, variable).split("\\s+")));
        }
        options.addAll(command.options());
        options.addAll(List.of(LinuxProcess.environment(pid, "_JAVA_OPTIONS").split("\\s+")));
        return options;
    }

    private static boolean on(List<String> options, String flag, boolean otherwise) {
        boolean on = otherwise;
        for (String option : options) {
            if (option.equals("-XX:+" + flag)) {
                on = true;
            } else if (option.equals("-XX:-" + flag)) {
                on = false;
            }
        }
        return on;
    }
}
