package dev.plimsoll.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The product in a JVM of its own, with the agent and the demo of this build.
public final class PlimsollProcess {

    private PlimsollProcess() {}

    /// Not started yet; its stderr goes to `words`.
    ///
    /// @param folder where it runs
    /// @param options of the JVM, besides those of the launcher
    /// @param line the main class and its arguments
    public static ProcessBuilder in(Path folder, Path words, List<String> options, String... line) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--add-exports=jdk.jfr/jdk.jfr.internal.util=ALL-UNNAMED",
                "--add-exports=jdk.attach/sun.tools.attach=ALL-UNNAMED",
                "-Dplimsoll.agent=" + System.getProperty("plimsoll.agent"),
                "-Dplimsoll.demo=" + System.getProperty("plimsoll.demo")));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(line));
        ProcessBuilder process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(words.toFile());
        process.environment().remove("JAVA_TOOL_OPTIONS");
        return process;
    }
}
