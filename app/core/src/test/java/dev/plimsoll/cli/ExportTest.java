package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plimsoll.jfr.event.v1.EventNames;
import dev.plimsoll.testing.Tools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every format, from a recording with sums that are known, read by the tools that it is for.
final class ExportTest {

    /// 1,009 blocks of 64 bytes and up, all odd; the first 97 are freed.
    private static final int BLOCKS = 1_009;

    private static final int FREED = 97;
    private static final long ALL_BYTES = sum(0, BLOCKS);
    private static final long FREED_BYTES = sum(0, FREED);

    @TempDir
    private static Path folder;

    private static Path recording;

    @BeforeAll
    static void record() throws Exception {
        recording = folder.resolve("a.jfr");
        RecordedHere.write(recording, () -> {
            for (int i = 0; i < BLOCKS; i++) {
                upload(i);
            }
            for (int i = 0; i < FREED; i++) {
                RecordedHere.free(16L * (i + 1));
            }
        });
    }

    private static void upload(int i) {
        RecordedHere.allocate(16L * (i + 1), bytes(i), 1);
    }

    private static long bytes(int i) {
        return 65 + 2L * i;
    }

    private static long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes(i);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "allocated", "freed"})
    void collapsedStacksAddUp(String figure) throws Exception {
        String text = Files.readString(export("collapsed", "--figure", figure));
        long total = 0;
        for (String line : text.lines().toList()) {
            assertTrue(line.contains("dev.plimsoll.cli.ExportTest.upload:"), line);
            total += Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
        }
        long wanted = switch (figure) {
            case "live" -> ALL_BYTES - FREED_BYTES;
            case "allocated" -> ALL_BYTES;
            default -> FREED_BYTES;
        };
        assertEquals(wanted, total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "allocated", "freed"})
    void aRecordingKeepsWhatWasAskedFor(String figure) throws Exception {
        Path copy = export("jfr", "--figure", figure);
        Cli.Result result = Cli.run("report", copy.toString(), "--json");
        assertEquals(0, result.code(), result.err());
        JsonObject report = JsonParser.parseString(result.out()).getAsJsonObject();
        JsonObject ffm = report.getAsJsonArray("bindings").get(0).getAsJsonObject();
        assertEquals(
                figure.equals("freed") ? FREED : figure.equals("live") ? BLOCKS - FREED : BLOCKS,
                number(ffm, "allocations"));
        assertEquals(figure.equals("freed") ? 0 : ALL_BYTES - FREED_BYTES, number(ffm, "liveBytes"));
        assertEquals(figure.equals("live") ? 0 : FREED, number(ffm, "frees"));
        assertEquals(ProcessHandle.current().pid(), number(report.getAsJsonObject("recording"), "pid"));
        long events = number(report.getAsJsonObject("recording"), "events");
        assertEquals(number(ffm, "allocations") + number(ffm, "frees") + 1, events, "one of the JVM and no others");
    }

    @Test
    void goReadsPprof() throws Exception {
        Path go = Tools.find("go");
        Path file = export("pprof", "--figure", "freed");
        String top = run(go.toString(), "tool", "pprof", "-top", "-unit=B", file.toString());
        assertTrue(top.contains("Type: freedBytes"), top);
        assertTrue(top.contains(FREED_BYTES + "B"), top);
        assertTrue(top.contains("dev.plimsoll.cli.ExportTest.upload"), top);
        String live =
                run(go.toString(), "tool", "pprof", "-top", "-unit=B", "-sample_index=liveBytes", file.toString());
        assertTrue(live.contains(ALL_BYTES - FREED_BYTES + "B"), live);
    }

    @Test
    void aBrowserDrawsHtml() throws Exception {
        Path chromium = Tools.find("chromium", "chromium-browser", "google-chrome");
        Path file = export("html", "--figure", "allocated");
        String page = run(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("browser"),
                "--dump-dom",
                file.toUri().toString());
        assertTrue(page.contains("title=\"all: 1.0 MiB, 100.0 % of all\""), page);
        assertTrue(page.contains("title=\"dev.plimsoll.cli.ExportTest.upload:"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collapsed", "speedscope", "html", "svg", "csv"})
    void anonymisedNamesNobody(String format) throws Exception {
        String open = Files.readString(export(format));
        assertTrue(open.contains("ExportTest"), format);
        String text = Files.readString(export(format, "--anonymise"));
        assertFalse(text.contains("ExportTest") || text.contains("upload"), format);
        assertTrue(text.contains(".C"), format);
    }

    @Test
    void anAnonymisedRecordingNamesNobodyAndSaysTheSame() throws Exception {
        Path copy = export("jfr", "--anonymise");
        String bytes = Files.readString(copy, StandardCharsets.ISO_8859_1);
        for (String secret : List.of("ExportTest", "RecordedHere", "upload", "surefire", folder.toString())) {
            assertFalse(bytes.contains(secret), secret);
        }
        Cli.Result result = Cli.run("report", copy.toString(), "--json");
        assertEquals(0, result.code(), result.err());
        JsonObject report = JsonParser.parseString(result.out()).getAsJsonObject();
        JsonObject site = report.getAsJsonArray("sites").get(0).getAsJsonObject();
        assertEquals("ffm", site.get("binding").getAsString());
        assertEquals(ALL_BYTES - FREED_BYTES, number(site, "liveBytes"));
        // dev.plimsoll.cli.RecordedHere.allocate:41
        String frame = site.get("frame").getAsString();
        assertTrue(frame.matches("n\\d\\d\\.n\\d{7}\\.n\\d\\d\\.C\\d{11}\\.n\\d{7}:\\d+"), frame);
        assertTrue(
                site.getAsJsonArray("stack").toString().contains("java.lang.reflect.Method.invoke"), "the JDK's stay");
        assertFalse(report.getAsJsonObject("recording").get("truncated").getAsBoolean());
        try (jdk.jfr.consumer.RecordingFile file = new jdk.jfr.consumer.RecordingFile(copy)) {
            int events = 0;
            while (file.hasMoreEvents()) {
                // Other recordings of this JVM leave events of theirs in the chunk.
                String name = file.readEvent().getEventType().getName();
                events += name.equals(EventNames.NATIVE_ALLOCATION) || name.equals(EventNames.NATIVE_FREE) ? 1 : 0;
            }
            assertEquals(BLOCKS + FREED, events, "the JDK reads it too");
        }
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsLost() throws Exception {
        Path there = Files.writeString(folder.resolve("there.csv"), "precious");
        assertFails("known are collapsed, pprof, speedscope, html, svg, csv, jfr", recording, there, "pdf");
        assertFails("is there already; give another name, or --force", recording, there, "csv");
        assertFails("There is no file", folder.resolve("nosuch.jfr"), folder.resolve("new"), "csv");
        assertEquals("precious", Files.readString(there));
        assertFalse(Files.exists(folder.resolve("new")));
    }

    private static void assertFails(String words, Path file, Path out, String format) {
        Cli.Result result = Cli.here("export", file.toString(), "--format", format, "-o", out.toString());
        assertEquals(2, result.code());
        assertTrue(result.line().contains(words), result.line());
    }

    private static Path export(String format, String... more) {
        Path out = folder.resolve("out." + format);
        List<String> args = new ArrayList<>(
                List.of("export", recording.toString(), "--format", format, "-o", out.toString(), "--force"));
        args.addAll(List.of(more));
        Cli.Result result = Cli.here(args.toArray(String[]::new));
        assertEquals(0, result.code(), result.err());
        assertTrue(result.err().contains("wrote " + out), result.err());
        return out;
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), String.join(" ", command));
        return out;
    }

    private static long number(JsonObject object, String key) {
        return object.get(key).getAsLong();
    }
}
