package dev.plimsoll.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The agent's jar, which the launcher names in the system property `plimsoll.agent`.
public final class AgentJar {

    private static final String PROPERTY = "plimsoll.agent";

    private AgentJar() {}

    /// Its absolute path.
    static Path find() throws TargetException {
        String path = System.getProperty(PROPERTY, "");
        if (path.isEmpty() || !Files.isReadable(Path.of(path))) {
            throw new TargetException("The agent " + (path.isEmpty() ? "plimsoll-agent.jar" : path)
                    + " is missing; build it with `./mvnw package`.");
        }
        return Path.of(path).toAbsolutePath();
    }

    /// The JVM option that loads the agent with the program and has it write `recording` when the program ends, as one
    /// word of a shell. Empty when the jar is not known.
    ///
    /// @param recording absolute, or relative to the program's working directory
    public static Optional<String> startOption(String recording) {
        String path = System.getProperty(PROPERTY, "");
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String option = "-javaagent:" + Path.of(path).toAbsolutePath() + "=file=" + ControlLine.encode(recording);
        return Optional.of(plain(option) ? option : "'" + option.replace("'", "'\\''") + "'");
    }

    private static boolean plain(String word) {
        return word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_./:=,%@+\\".indexOf(c) >= 0);
    }
}
