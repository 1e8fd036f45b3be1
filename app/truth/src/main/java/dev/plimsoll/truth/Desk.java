package dev.plimsoll.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The product's own commands, in JVMs of their own, as a person would type them.
///
/// @param folder for what they say
record Desk(Path folder) {

    /// `plimsoll record`, which has put its probes in when this returns.
    Process record(long pid, int seconds, Path file) throws IOException, InterruptedException {
        Process record = new ProcessBuilder(
                        command("record", "" + pid, "-d", seconds + "s", "-o", file.toString(), "--force"))
                .start();
        StringBuilder words = new StringBuilder();
        BufferedReader err = record.errorReader();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            words.append(line).append('\n');
            if (line.equals("recording " + pid)) {
                return record;
            }
        }
        throw new IOException("`plimsoll record` ended with " + record.waitFor() + ": " + words);
    }

    /// `plimsoll report --json`.
    String report(Path file) throws IOException, InterruptedException {
        Path out = folder.resolve(file.getFileName() + ".json");
        Path err = folder.resolve(file.getFileName() + ".txt");
        Process report = new ProcessBuilder(command("report", file.toString(), "--json"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (report.waitFor() != 0) {
            throw new IOException("`plimsoll report` failed: " + Files.readString(err));
        }
        return Files.readString(out);
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-exports=jdk.jfr/jdk.jfr.internal.util=ALL-UNNAMED",
                "-Dplimsoll.agent=" + System.getProperty("plimsoll.agent"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.plimsoll.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }
}
