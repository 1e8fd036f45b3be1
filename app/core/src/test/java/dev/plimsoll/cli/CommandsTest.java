package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plimsoll.target.ChildJvm;
import dev.plimsoll.target.Sampling;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every command promises, and `list`.
final class CommandsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attach ",
                "open ",
                "demo ",
                "list ",
                "record ",
                "report ",
                "export ",
                "check ",
                "crash ",
                "recover ",
                "rules ",
                "rules check "
            })
    void everyCommandHasHelpAndVersion(String command) {
        Cli.Result help = Cli.here((command + "--help").split(" "));
        assertEquals(0, help.code());
        assertTrue(help.out().contains("Usage: plimsoll " + command), help.out());
        assertFalse(
                help.out().contains("%%") || help.out().contains("${"), () -> "an unformatted word in " + help.out());
        assertEquals("", help.err());

        Cli.Result version = Cli.here((command + "--version").split(" "));
        assertEquals(0, version.code());
        assertTrue(version.out().startsWith("plimsoll "), version.out());
        assertEquals("", version.err());
    }

    /// The command line's library speaks of a text that it cannot format on the process's own stderr.
    @Test
    void noTextIsMisread() {
        PrintStream own = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            for (String command : List.of("attach", "open", "demo", "list", "record", "report", "export", "check")) {
                assertEquals(0, Cli.here(command, "--help").code());
            }
        } finally {
            System.setErr(own);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void helpIsACommandToo() {
        assertEquals(Cli.here("--help").out(), Cli.here("help").out());
        assertEquals(
                Cli.here("record", "--help").out(), Cli.here("help", "record").out());
    }

    @Test
    void listSaysTheSameToPeopleAndPrograms() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, ChildJvm.IDLE, "-Dname=\"quoted\"\n", "-XX:+DisableAttachMechanism")) {
            Cli.Result json = Cli.here("list", "--json");
            assertEquals(0, json.code());
            assertEquals("", json.err());
            JsonObject list = JsonParser.parseString(json.out()).getAsJsonObject();
            assertEquals(1, list.get("schema").getAsInt());
            JsonObject jvm = null;
            for (JsonElement element : list.getAsJsonArray("jvms")) {
                if (element.getAsJsonObject().get("pid").getAsLong() == child.pid()) {
                    assertNull(jvm, "listed twice");
                    jvm = element.getAsJsonObject();
                }
            }
            assertEquals("Idle", jvm.get("mainClass").getAsString());
            assertTrue(jvm.get("arguments").getAsString().contains("-Dname=\"quoted\"\n"));
            assertFalse(jvm.get("attachable").getAsBoolean());
            String obstacle = jvm.get("obstacle").getAsString();

            Cli.Result text = Cli.here("list");
            assertEquals(0, text.code());
            assertTrue(text.out().lines().anyMatch(line -> line.startsWith(child.pid() + " ")), text.out());
            assertTrue(text.out().contains("cannot be attached: " + obstacle), text.out());
        }
    }

    @ParameterizedTest
    @CsvSource({"512k,524288", "1m,1048576", "2G,2147483648", "1,1", "4097,4097"})
    void anIntervalIsBytes(String word, long bytes) {
        assertEquals(bytes, new SamplingOptions.Bytes().convert(word));
        assertEquals(Long.toString(bytes), new Sampling.Every(bytes).word());
    }

    @ParameterizedTest
    @CsvSource({"30s,PT30S", "500ms,PT0.5S", "2m,PT2M", "1h,PT1H", "7,PT7S"})
    void aTimeHasAUnit(String word, Duration time) {
        assertEquals(time, new DurationConverter().convert(word));
    }

    @ParameterizedTest
    @CsvSource({
        "/x/libjavafx_font_freetype.so: libfreetype.so.6: cannot open shared object file: No such file, libfreetype6",
        "libpangoft2-1.0.so.0: cannot open shared object file: No such file or directory, libpangoft2-1.0-0",
        "/x/libglassgtk3.so: libXtst.so.6: cannot open shared object file: No such file or directory, libxtst6"
    })
    void aMissingLibraryIsNamedWithItsPackage(String words, String debianPackage) {
        Throwable failure = new IllegalStateException(new UnsatisfiedLinkError(words));

        String sentence = SystemLibraries.missingIn(failure);

        assertTrue(sentence.contains("apt install " + debianPackage + ")"), sentence);
        assertNull(SystemLibraries.missingIn(new UnsatisfiedLinkError("no such method")));
    }
}
