package dev.plimsoll.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The demo of this build, which registers callbacks and releases none, in a JVM of its own.
public final class LeakingProcess {

    private LeakingProcess() {}

    /// Returns when it runs. It ends with this JVM at the latest.
    ///
    /// @param options of its JVM
    public static Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-jar",
                System.getProperty("plimsoll.demo"),
                "callbacks",
                "--parent",
                Long.toString(ProcessHandle.current().pid())));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.inputReader().readLine();
        return process;
    }
}
