package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plimsoll.target.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `rules check`: what fits is listed, what does not is named by its line and by what was expected.
final class RulesCheckTest {

    private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));
    private static final Path SHIPPED =
            ROOT.resolve("app/core/src/main/resources/dev/plimsoll/target/rule/rocksdb.toml");

    private static final String IDLE_CODEC = ChildJvm.IDLE.replace("public class Idle {", """
            public class Idle {
                static class Codec {
                    long peer = 4711;
                    Codec(long size) {}
                    void close() { peer = 0; }
                    native void end();
                }
                static Object kept = new Codec(1);
            """);

    private static final String OWN_WRAPPER = """
            import java.util.*;

            public class Uses {
                static long next = 1 << 20;
                static final List<Object> KEPT = new ArrayList<>();

                static class Codec {
                    private long peer;
                    Codec(int bytes) {
                        peer = next++;
                    }
                    static Codec of(int bytes) {
                        return new Codec(bytes);
                    }
                    void close() {
                        peer = 0;
                    }
                }

                static class Better extends Codec {
                    Better(int bytes) {
                        super(bytes);
                    }
                }

                public static void main(String[] args) throws Exception {
                    System.out.println("up");
                    System.in.read();
                    for (int i = 0; i < 9; i++) {
                        Codec codec = leak(i);
                        if (i < 7) {
                            KEPT.add(codec);
                        } else {
                            codec.close();
                            codec.close();
                        }
                    }
                    System.out.println("did");
                    while (System.in.read() >= 0) {}
                }

                private static Codec leak(int i) {
                    return i % 2 == 0 ? Codec.of(1_001) : new Better(1_001); // here
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsNoTextIsSaidToBeNone() throws IOException {
        Path file = Files.write(folder.resolve("garbage.toml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertEquals(
                "plimsoll: " + file + " is not text in UTF-8; give a file of rules.",
                Cli.here("rules", "check", file.toString()).line());
    }

    @Test
    void aJarThatIsNotThereIsNamedOnce() {
        assertEquals(
                "plimsoll: There is no file nojar.jar; give jars with --jar.",
                Cli.here("rules", "check", SHIPPED.toString(), "--jar", "nojar.jar")
                        .line());
    }

    @Test
    void aJarThatIsNoneIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("text.jar"), "no jar");
        assertTrue(Cli.here("rules", "check", SHIPPED.toString(), "--jar", file.toString())
                .line()
                .startsWith("plimsoll: " + file + " cannot be read as a jar ("));
    }

    @Test
    void theShippedRuleFitsRocksdb() throws IOException, InterruptedException {
        try (Stream<Path> jars = Files.list(ROOT.resolve("jfr-events/agent/target/released/rocksdb"))) {
            Cli.Result result = Cli.here(
                    "rules",
                    "check",
                    SHIPPED.toString(),
                    "--jar",
                    jars.toList().getFirst().toString());

            assertEquals(0, result.code(), result.err());
            assertEquals(13, result.out().lines().count(), result.out());
            assertTrue(result.out().contains("rocksdb: born in org.rocksdb.RocksObject.<init>(long)"), result.out());
        }
    }

    /// `#` is a line's end.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[codec#|1|this is not TOML",
                "a = 1|1|expected a table [a]",
                "[lwjgl]#born = {}|1|a binding of Plimsoll's own is called lwjgl",
                "[codec]#owner = 'x'|2|expected one of born, class, dies, library",
                "[codec]#dies = { class = 'a.B', method = 'c()', handle = 'this.h' }|1|there is no born",
                "[codec]#born = 7|2|there is no born",
                "[codec]#born = { constructor = '(long)', handle = 'this.h' }|2|no class is named",
                "[codec]#born = { class = 'a.B', handle = 'this.h' }|2|expected either constructor",
                "[codec]#born = { class = 'a.B', method = 'open', handle = 'this.h' }|2|or `open(..)` for all methods",
                "[codec]#born = { class = 'a.B', method = 'open(long,)', handle = 'this.h' }|2|`` is no type",
                "[codec]#born = { class = 'a.B', constructor = '(long)', handle = 'that.h' }|2|expected this, result or arg0",
                "[codec]#born = { class = 'a.B', constructor = '(long)', handle = 'this.h', size = 'arg0*' }|2|size is ``",
                "[codec]#born = [#{ class = 'a.B', constructor = '(long)' }]|3|there is no handle",
                "#[codec]#born = { class = 'a.B', constructor = '()', handle = 'this.h' }"
                        + "#dies = { class = 'a.B', method = 'c()', handle = 'result' }|4|dies before there is a result",
            })
    void whatIsWrongInTheFileIsNamedByItsLine(String text, int line, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("my.toml"), text.replace('#', '\n'));
        Cli.Result result = Cli.here("rules", "check", file.toString());

        assertEquals(2, result.code());
        assertTrue(result.line().startsWith("plimsoll: " + file + ":" + line + ": "), result.err());
        assertTrue(result.line().contains(expected), result.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "class = 'org.HdrHistogram.Histogramm', method = 'reset()'|there is no class org.HdrHistogram.Histogramm",
                "class = 'org.hdr.Histogram', method = 'reset()'|there is org.HdrHistogram.Histogram",
                "class = 'org.HdrHistogram.Histogram', method = 'copy(int)'|expected one of copy()",
                "class = 'java.util.zip.Inflater', method = 'end(long)'|native or abstract",
                "class = 'org.HdrHistogram.Histogram', method = 'copy()', handle = 'this.nothing'|Histogram has no nothing",
                "class = 'org.HdrHistogram.Histogram', method = 'copy()', handle = 'this.identity.x'|long has no x",
                "class = 'org.HdrHistogram.Histogram', method = 'copy()', handle = 'this.getMean()'|is a double; expected a long",
                "class = 'org.HdrHistogram.Histogram', method = 'copy()', handle = 'arg0'|has 0 arguments",
            })
    void whatDoesNotFitTheJarIsNamedByItsLine(String dies, String expected) throws IOException {
        String handle = dies.contains("handle") ? "" : ", handle = 'this.identity'";
        Path file = Files.writeString(folder.resolve("my.toml"), """
                [hdr]
                born = { class = 'org.HdrHistogram.Histogram', constructor = '(..)', handle = 'this.identity' }
                dies = { %s%s }
                """.formatted(dies, handle));
        Cli.Result result = Cli.here("rules", "check", file.toString(), "--jar", hdr());

        assertEquals(2, result.code(), result.out());
        assertTrue(result.line().startsWith("plimsoll: " + file + ":3: "), result.err());
        assertTrue(result.line().contains(expected), result.err());
    }

    @Test
    void aRunningJvmSaysWhatItWatchesAndWhatDoesNotFit() throws IOException, InterruptedException {
        try (ChildJvm child = ChildJvm.start(17, IDLE_CODEC)) {
            assertEquals(
                    "codec: woven, by rule: Idle$Codec.<init>, Idle$Codec.close" + System.lineSeparator()
                            + "other: absent, no class of it has been loaded" + System.lineSeparator(),
                    check(child, "close()", 0).out());

            assertTrue(check(child, "end()", 2)
                    .line()
                    .contains("my.toml:1: codec does not fit process " + child.pid()
                            + ": Idle$Codec: it has no Java code in end()."));
            assertTrue(check(child, "shut()", 2).line().contains("it has no shut()"));
        }
    }

    /// The wrapper's own frames are the binding's: the line is the one that made it and forgot it.
    @Test
    void aLeakOfAnOwnWrapperIsNamedAtTheLineThatMadeIt() throws Exception {
        Path rules = Files.writeString(folder.resolve("my.toml"), """
                [codec]
                born = { class = 'Uses$Codec', constructor = '(int)', handle = 'this.peer', size = 'arg0' }
                dies = { class = 'Uses$Codec', method = 'close()', handle = 'this.peer' }
                """);
        Path file = folder.resolve("own.jfr");
        try (ChildJvm child = ChildJvm.start(17, OWN_WRAPPER)) {
            Process record = new Cli()
                    .start("record", "" + child.pid(), "-o", file.toString(), "--exact", "--rules", rules.toString());
            BufferedReader err = record.errorReader();
            assertEquals("recording " + child.pid(), err.readLine());
            child.say("go");
            assertEquals("did", child.line());
            new ProcessBuilder("kill", "-INT", "" + record.pid()).start().waitFor();
            assertEquals(0, Cli.finish(record).code());
        }
        JsonObject report = JsonParser.parseString(
                        Cli.run("report", file.toString(), "--json").out())
                .getAsJsonObject();

        JsonObject site = report.getAsJsonArray("sites").get(0).getAsJsonObject();
        long line =
                1 + OWN_WRAPPER.lines().takeWhile(l -> !l.contains("// here")).count();
        assertEquals(
                "codec Uses.leak:" + line,
                site.get("binding").getAsString() + " " + site.get("frame").getAsString());
        assertEquals(7 * 1_001, site.get("liveBytes").getAsLong());
        assertEquals(7, site.get("liveBlocks").getAsLong());
        assertEquals(9, site.get("allocations").getAsLong());
        assertTrue(
                report.getAsJsonArray("coverage").toString().contains("\"binding\":\"codec\",\"state\":\"woven\""),
                report::toString);
    }

    private Cli.Result check(ChildJvm child, String death, int code) throws IOException, InterruptedException {
        String rules = """
                [codec]
                class = 'Idle$Codec'
                born = { constructor = '(long)', handle = 'this.peer', size = 'arg0' }
                dies = { method = '%s', handle = 'this.peer' }
                [other]
                class = 'Other'
                born = { constructor = '(long)', handle = 'this.peer' }
                dies = { method = 'close()', handle = 'this.peer' }
                """.formatted(death);
        Path file = Files.writeString(folder.resolve("my.toml"), rules);
        Cli.Result result = Cli.run("rules", "check", file.toString(), "--pid", "" + child.pid());
        assertEquals(code, result.code(), result.err());
        return result;
    }

    private static String hdr() throws IOException {
        try (Stream<Path> jars = Files.list(ROOT.resolve("jfr-events/agent/target/released/hdr"))) {
            return List.copyOf(jars.toList()).getFirst().toString();
        }
    }
}
