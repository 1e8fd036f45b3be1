package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.testing.Jdks;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A program's `malloc` and `free` as async-profiler records them.
public final class ProfiledMalloc {

    private ProfiledMalloc() {}

    /// @param program with a class `Keeps`
    /// @param interval bytes between samples, 0 for every block
    /// @param folder gets the recording, which is returned
    /// @param flags of the program's JVM
    public static Path record(String program, String interval, Path folder, String... flags) throws Exception {
        Path library = folder.resolve("libasyncProfiler.so");
        String platform = System.getProperty("os.arch").equals("aarch64") ? "linux-arm64" : "linux-x64";
        try (InputStream in = ClassLoader.getSystemResourceAsStream(platform + "/libasyncProfiler.so")) {
            Files.copy(Objects.requireNonNull(in), library);
        }
        Path file = folder.resolve("malloc.jfr");
        Path source = Files.writeString(folder.resolve("Keeps.java"), program);
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                Jdks.java(25).toString(), "-agentpath:" + library + "=start,nativemem=" + interval + ",file=" + file));
        command.addAll(List.of(flags));
        command.add(source.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertEquals(0, process.waitFor(), out::toString);
        return file;
    }
}
