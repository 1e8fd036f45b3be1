package dev.plimsoll.truth;

import dev.plimsoll.testing.Jdks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a case in a JVM of its own while `plimsoll record` watches it, in the default mode.
final class Watch {

    private Watch() {}

    /// Where the recording of a case is.
    static Path file(Case of, Desk desk) {
        return desk.folder().resolve(of.name().replace(' ', '-') + ".jfr");
    }

    /// Returns the recording. The program begins its work when the probes are in.
    static Path record(Case of, List<String> options, Compiled compiled, Desk desk, int seconds)
            throws IOException, InterruptedException {
        Path file = file(of, desk);
        List<String> command = new ArrayList<>();
        command.add(Jdks.java(of.jdk()).toString());
        command.addAll(of.program().options());
        command.addAll(options);
        if (of.jdk() >= 25) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("-XX:+EnableDynamicAgentLoading");
        }
        command.addAll(List.of("-cp", compiled.classPath(of), of.program().className()));
        if (!of.arguments().isEmpty()) {
            command.addAll(List.of(of.arguments().split(" ")));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(
                        desk.folder().resolve(file.getFileName() + ".stderr").toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process program = builder.start();
        try {
            String up = program.inputReader().readLine();
            if (!"ready".equals(up)) {
                throw new IOException(of.name() + " did not come up; it said " + up);
            }
            Process record = desk.record(program.pid(), seconds, file);
            program.getOutputStream().write('\n');
            program.getOutputStream().flush();
            if (record.waitFor() != 0) {
                throw new IOException("`plimsoll record` failed on " + of.name());
            }
            if (!program.isAlive()) {
                throw new IOException(of.name() + " ended by itself");
            }
            return file;
        } finally {
            program.destroyForcibly();
        }
    }
}
