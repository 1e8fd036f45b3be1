package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/// The gate: what it says, how it ends, and what it says of a budget that is none.
final class CheckTest {

    /// 211 blocks of 1,009 bytes; two callbacks.
    private static final long LIVE_BYTES = 211 * 1_009;

    private static final String HERE = "dev.plimsoll.cli.RecordedHere.";

    @TempDir
    private static Path folder;

    private static Path exact;
    private static Path sampled;
    private static Path foreign;

    @BeforeAll
    static void record() throws Exception {
        exact = folder.resolve("exact.jfr");
        RecordedHere.write(exact, () -> {
            for (int i = 0; i < 211; i++) {
                RecordedHere.allocate(16L * (i + 1), 1_009, 1);
            }
            RecordedHere.register(0x70);
            RecordedHere.register(0x80);
            RecordedHere.absent("jna");
        });
        sampled = folder.resolve("sampled.jfr");
        RecordedHere.write(sampled, () -> RecordedHere.allocate(16, 1_009, 211));
        foreign = folder.resolve("foreign.jfr");
        RecordedHere.write(foreign, () -> {});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole            | live-bytes = 212899           | 0 | ok     whole: live-bytes: live 207.9 KiB",
                "whole            | live-bytes = 212898           | 1 | OVER   whole: live-bytes: live 207.9 KiB",
                "whole            | live-bytes = '207.9 KiB'      | 1 | OVER",
                "whole            | live-bytes = '208KiB'         | 0 | ok",
                "binding.ffm      | live-callbacks = 1            | 1 | live 2 callbacks, allowed 1",
                "binding.ffm      | live-callbacks = 2            | 0 | ok",
                "binding.jna      | live-bytes = 0                | 0 | ok",
                "package.'dev.plimsoll'     | live-bytes = 212898 | 1 | OVER",
                "package.'dev.plimsoll.cli' | live-bytes = 212898 | 1 | OVER",
                "package.'dev.plim'         | live-bytes = 0      | 0 | allowed 0 B; no recorded stack passes dev.plim",
                "whole            | blocks-per-operation = 21     | 1 | 21.100 blocks per operation, allowed 21.000",
                "whole            | blocks-per-operation = 21.1   | 0 | ok",
                "whole            | leaks = 0                     | 0 | ok     whole: leaks: 0 leaks, allowed 0",
            })
    void anExactRecordingIsOverOrNot(String table, String limit, int code, String words) throws Exception {
        Cli.Result result = check(exact, "operations = 10\n[" + table + "]\n" + limit + "\n");

        assertEquals(code, result.code(), result.err());
        assertTrue(result.out().contains(words), result.out());
    }

    @Test
    void theLinesAreNamedInEveryFormat() throws Exception {
        Path junit = folder.resolve("junit.xml");
        Path sarif = folder.resolve("check.sarif");
        Cli.Result result = check(
                exact,
                "[whole]\nleaks = 0\nlive-bytes = 0\nblocks-per-operation = 1\n",
                "--junit",
                junit.toString(),
                "--sarif",
                sarif.toString(),
                "--sources",
                "core/src");

        assertEquals(1, result.code());
        assertTrue(result.err().contains("is over 1 of 3 limits in "), result.err());
        String line = result.out()
                .lines()
                .filter(text -> text.contains(HERE))
                .findFirst()
                .orElseThrow()
                .strip();
        assertTrue(line.matches("\\Q" + HERE + "\\Eallocate:\\d+ \\(207.9 KiB\\)"), line);

        Element suite = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(junit.toFile())
                .getDocumentElement();
        assertEquals(
                "3 1 1",
                suite.getAttribute("tests") + " " + suite.getAttribute("failures") + " "
                        + suite.getAttribute("errors"));
        String failure = suite.getElementsByTagName("failure").item(0).getTextContent();
        assertTrue(failure.contains("budget.toml:3: live 207.9 KiB") && failure.contains(line), failure);

        JsonObject run = JsonParser.parseString(Files.readString(sarif))
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
        assertEquals(2, run.getAsJsonArray("results").size());
        JsonObject over = run.getAsJsonArray("results").get(0).getAsJsonObject();
        assertEquals("live-bytes", over.get("ruleId").getAsString());
        assertEquals("error", over.get("level").getAsString());
        String place = over.getAsJsonArray("locations").get(0).toString();
        String number = line.substring(line.indexOf(':') + 1, line.indexOf(' '));
        assertTrue(place.contains("\"uri\":\"core/src/dev/plimsoll/cli/RecordedHere.java\""), place);
        assertTrue(place.contains("\"startLine\":" + number + "}"), place);
    }

    @Test
    void whatCannotBeToldIsNeitherKeptNorOver() throws Exception {
        assertUnknown(check(sampled, "[whole]\nlive-bytes = '200 KiB'\n"), "within the error of sampling");
        assertUnknown(check(exact, "[whole]\nblocks-per-operation = 1\n"), "the number of operations is not known");
        assertUnknown(
                check(exact, "[binding.fmf]\nlive-bytes = 0\n"), "no binding fmf was watched; those that were are jna");
        assertUnknown(check(foreign, "[whole]\nlive-bytes = 0\n"), "nothing of Plimsoll is in the recording");
        Path cut = folder.resolve("cut.jfr");
        byte[] whole = Files.readAllBytes(exact);
        byte[] both = java.util.Arrays.copyOf(whole, whole.length + 500);
        System.arraycopy(whole, 0, both, whole.length, 500);
        Files.write(cut, both);
        assertUnknown(check(cut, "[whole]\nlive-bytes = '1g'\n"), "but the recording breaks off");
        assertEquals(1, check(cut, "[whole]\nlive-bytes = 1\n").code(), "what was seen is over it already");
    }

    private static void assertUnknown(Cli.Result result, String words) {
        assertEquals(2, result.code(), result.out());
        assertTrue(result.out().startsWith("?"), result.out());
        assertTrue(result.out().contains(words), result.out());
        assertTrue(result.err().contains("cannot be told; the lines with ? say why."), result.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[whole                          | :1:7: Unexpected end of line, expected ]",
                "[whol]                          | :1: 'whol' is unknown; expected [whole], [binding.NAME] or",
                "[whole];live-bites = 1          | :2: 'live-bites' is unknown; expected one of live-bytes,",
                "[whole];;live-bytes = 'many'    | :3: 'many' is no size; expected a number of bytes or",
                "[whole];live-bytes = -1         | :2: '-1' is no size",
                "[binding.ffm];leaks = 0.5       | :2: '0.5' is no number of pieces; expected a whole number",
                "[binding.ffm];leaks = 1;leaks=2 | :3:1: leaks previously defined at line 2",
                "[whole];blocks-per-operation=nan| :2: 'NaN' is no number of blocks; expected for example 2.5",
                "operations = 0                  | :1: operations is not a whole number above 0",
                "[package.com.acme];leaks = 0    | put a package with dots between quotation marks",
                "binding = 1                     | :1: 'binding' is no table; expected [whole]",
                "operations = 7                  | :1: nothing is limited; expected [whole]",
            })
    void aBudgetThatIsNoneIsSaidWithItsLine(String text, String words) throws Exception {
        Cli.Result result = check(exact, text.replace(';', '\n') + "\n");

        assertEquals(2, result.code());
        assertEquals("", result.out());
        assertTrue(result.line().contains("budget.toml" + (words.startsWith(":") ? words : "")), result.line());
        assertTrue(result.line().contains(words), result.line());
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Path there = Files.writeString(folder.resolve("there.xml"), "precious");
        Cli.Result result = check(exact, "[whole]\nleaks = 0\n", "--junit", there.toString());

        assertEquals(2, result.code());
        assertTrue(result.line().contains("is there already; give another name, or --force"), result.line());
        assertEquals("precious", Files.readString(there));
        assertFalse(result.err().contains("This should not happen"));
    }

    private static Cli.Result check(Path recording, String budget, String... more) throws Exception {
        Path file = Files.writeString(folder.resolve("budget.toml"), budget);
        List<String> args = new ArrayList<>(List.of("check", recording.toString(), "--budget", file.toString()));
        args.addAll(List.of(more));
        return Cli.here(args.toArray(String[]::new));
    }
}
