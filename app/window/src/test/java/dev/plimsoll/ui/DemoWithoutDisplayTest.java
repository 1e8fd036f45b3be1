package dev.plimsoll.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `plimsoll demo` on a machine without a display, all of it: the renderer in its JVM, the agent, the session, the
/// window drawn without a screen, the report.
final class DemoWithoutDisplayTest {

    private static final List<String> PAGES = List.of("attach", "overview", "flame", "allocations", "gc", "findings");

    @TempDir
    private Path folder;

    @Test
    void writesPagesAndAReport() throws Exception {
        Path words = folder.resolve("stderr");
        ProcessBuilder builder =
                PlimsollProcess.in(folder, words, List.of(), "dev.plimsoll.cli.Main", "demo", "callbacks", "-d", "6s");
        builder.environment().remove("DISPLAY");
        Process demo = builder.start();
        String out = new String(demo.getInputStream().readAllBytes());
        assertTrue(demo.waitFor(300, TimeUnit.SECONDS));

        String said = Files.readString(words);
        assertEquals(0, demo.exitValue(), said);
        assertEquals("", out);
        assertTrue(said.startsWith("There is no display: watching the renderer for 6 s"), said);
        assertFalse(said.contains("\tat "), said);
        for (String page : PAGES) {
            byte[] light = picture(page + "-light.png");
            byte[] dark = picture(page + "-dark.png");
            assertFalse(Arrays.equals(light, dark), page);
        }
        JsonObject report = JsonParser.parseString(
                        Files.readString(folder.resolve("plimsoll-demo").resolve("report.json")))
                .getAsJsonObject();
        JsonObject callbacks = report.getAsJsonObject("callbacks");
        assertTrue(callbacks.get("live").getAsLong() > 0, callbacks.toString());
        String frame = callbacks
                .getAsJsonArray("sites")
                .get(0)
                .getAsJsonObject()
                .get("frame")
                .getAsString();
        assertTrue(frame.startsWith("renderer.DrawSorter.register:"), frame);
        String text = Files.readString(folder.resolve("plimsoll-demo").resolve("report.txt"));
        assertTrue(text.contains(frame), text);
        assertFalse(
                ProcessHandle.allProcesses()
                        .anyMatch(process ->
                                process.info().commandLine().orElse("").contains("--parent " + demo.pid())),
                "the renderer ended");
    }

    /// The bytes of a picture of the usual size.
    private byte[] picture(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("plimsoll-demo").resolve(name));
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(bytes, 4), name);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        assertEquals(1440, header.getInt(16), name);
        assertEquals(900, header.getInt(20), name);
        return bytes;
    }
}
