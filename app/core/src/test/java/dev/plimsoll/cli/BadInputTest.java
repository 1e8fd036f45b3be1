package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.target.ChildJvm;
import dev.plimsoll.testing.Jdks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong, one line on stderr says it and what to do, nothing goes to stdout, and the exit code is 2.
final class BadInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "lst | There is no command lst; did you mean list? `plimsoll --help`",
                "recrod | There is no command recrod; did you mean record?",
                "rep | There is no command rep; did you mean report?",
                "mirror | There is no command mirror; `plimsoll --help`",
                "rules chek | There is no command chek; did you mean check? `plimsoll rules --help`",
                "help recrod | Unknown subcommand 'recrod'",
                "report a.jfr --jsn | Unknown option: '--jsn'; did you mean --json? `plimsoll report --help`",
                "--bad | Unknown option: '--bad'; `plimsoll --help`",
                "list --bad | Unknown option: '--bad'; `plimsoll list --help`",
                "open | Missing required parameter: 'FILE'",
                "open nosuch.jfr | There is no file nosuch.jfr",
                "report nosuch.jfr | There is no file nosuch.jfr",
                "report . | . is a folder",
                "attach | Missing required parameter: 'PID'",
                "attach x | Invalid value for positional parameter at index 0 (PID): 'x' is not a long",
                "record 1 | Missing required option: '--output=FILE'",
                "record 1 -d soon -o a.jfr | 'soon' is not a time such as 30s",
                "record 1 -d 0s -o a.jfr | '0s' is not a time such as 30s",
                "record 1 --interval 0 -o a.jfr | '0' is not a number of bytes such as 512k",
                "record 1 --interval 4x -o a.jfr | '4x' is not a number of bytes such as 512k",
                "record 1 --interval 1k --exact -o a.jfr | are mutually exclusive",
                "recover nosuch -o a.jfr | There is no folder nosuch; give a process id",
                "recover 999999999999 -o a.jfr | Nothing was left in",
                "demo nosuch | Invalid value for positional parameter at index 0 (SCENARIO)",
                "open a.jfr --size 5x5 | '5x5' is not a size such as 1024x700",
                "open a.jfr --scale 9 | '9' is not a scale from 0.5 to 4",
            })
    void aWrongCommandLine(String line, String words) {
        Cli.Result result = Cli.here(line.split(" "));

        assertFails(result, words);
    }

    @Test
    void noSuchProcess() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();

        assertFails(Cli.run("attach", "" + gone.pid()), "There is no process " + gone.pid());
        assertFails(record(gone.pid()), "There is no process " + gone.pid());
    }

    @Test
    void aProcessThatIsNoJvm() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "120").start();
        try {
            assertFails(record(sleep.pid()), "Process " + sleep.pid() + " is not a JVM");
        } finally {
            sleep.destroyForcibly();
        }
    }

    @Test
    void anotherUsersJvm() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can start a JVM as somebody else");
        List<String> java = List.of(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                Jdks.java(25).toString());
        try (ChildJvm child = ChildJvm.start(java, 25, ChildJvm.IDLE)) {
            assertFails(record(child.pid()), "belongs to nobody; run Plimsoll as that user.");
        }
    }

    @Test
    void aJvmThatForbidsIt() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, ChildJvm.IDLE, "-XX:+DisableAttachMechanism")) {
            assertFails(record(child.pid()), "was started with -XX:+DisableAttachMechanism; start it without.");
            assertFails(Cli.run("attach", "" + child.pid()), "was started with -XX:+DisableAttachMechanism");
        }
    }

    @Test
    void anImageWithoutTheFlightRecorder() throws Exception {
        Path image = folder.resolve("image");
        Process jlink = new ProcessBuilder(
                        Jdks.home(25).resolve("bin/jlink").toString(),
                        "--add-modules",
                        "java.base,java.instrument",
                        "--output",
                        image.toString())
                .inheritIO()
                .start();
        assertEquals(0, jlink.waitFor());
        try (ChildJvm child = ChildJvm.start(List.of(image.resolve("bin/java").toString()), 25, ChildJvm.IDLE)) {
            assertFails(record(child.pid()), "without the module jdk.jfr; add it with");
        }
    }

    @Test
    void itself() throws Exception {
        Cli.Result result = new Cli().in(folder).recordItself();

        assertFails(result, "is Plimsoll itself; choose another JVM.");
    }

    @Test
    void anotherPlimsollIsThere() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, ChildJvm.IDLE)) {
            Process first = new Cli()
                    .in(folder)
                    .start(
                            "record",
                            "" + child.pid(),
                            "-d",
                            "1h",
                            "-o",
                            folder.resolve("first.jfr").toString());
            try {
                assertEquals("recording " + child.pid(), first.errorReader().readLine());

                assertFails(record(child.pid()), "Another Plimsoll watches process " + child.pid());
            } finally {
                first.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void anOutputThatCannotBeWritten() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, ChildJvm.IDLE)) {
            String pid = "" + child.pid();
            Path there = Files.writeString(folder.resolve("there.jfr"), "precious");
            assertFails(
                    Cli.run("record", pid, "-o", there.toString()), "is there already; give another name, or --force");
            assertFails(Cli.run("record", pid, "-o", folder.toString()), "is a folder; name a file in it.");
            assertFails(
                    Cli.run("record", pid, "-o", folder.resolve("no/such/a.jfr").toString()),
                    "does not exist; make it");
            assertFails(Cli.run("record", pid, "-o", "/proc/a.jfr"), "/proc/a.jfr cannot be written");

            assertEquals("precious", Files.readString(there));
            assertEquals("", child.stderr(), "the target was left alone");
        }
    }

    @Test
    void filesThatAreNoRecordings() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.jfr"));
        Path text = Files.writeString(folder.resolve("text.jfr"), "not a recording");
        Path magic = Files.write(folder.resolve("magic.jfr"), new byte[] {'F', 'L', 'R', 0, 0, 2, 0, 1, 9, 9});

        assertFails(Cli.here("report", empty.toString()), "is empty; record again.");
        assertFails(Cli.here("report", text.toString()), "is not a JFR recording; give a .jfr file.");
        assertFails(Cli.here("report", magic.toString(), "--json"), magic.toString());
        assertFails(Cli.here("open", text.toString()), "is not a JFR recording; give a .jfr file.");
        assertFails(Cli.here(text.toString()), "is not a JFR recording; give a .jfr file.");
    }

    @Test
    void recordingsOfTwoJvmsAreNotOne() throws Exception {
        for (String name : List.of("a.jfr", "b.jfr")) {
            Process jvm = new ProcessBuilder(
                            Jdks.java(25).toString(),
                            "-Xlog:disable",
                            "-XX:StartFlightRecording=filename=" + folder.resolve(name),
                            "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            assertEquals(0, jvm.waitFor(), Files.readString(folder.resolve("said")));
        }
        assertFails(Cli.run("report", folder.toString()), folder + " holds recordings of 2 JVMs: ");
        assertFails(Cli.run("report", folder.toString()), "put those of one into a folder of their own");
    }

    @Test
    void noDisplay() throws Exception {
        assertFails(Cli.run(), "There is no display; use `plimsoll record`");
    }

    @Test
    void noAgent() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, ChildJvm.IDLE)) {
            Cli.Result result = new Cli()
                    .in(folder)
                    .option("-Dplimsoll.agent=" + folder.resolve("gone.jar"))
                    .call("record", "" + child.pid(), "-o", "a.jfr");

            assertFails(result, "gone.jar is missing; build it with `./mvnw package`.");
        }
    }

    private Cli.Result record(long pid) throws Exception {
        Cli.Result result = new Cli().in(folder).call("record", "" + pid, "-d", "1s", "-o", "a.jfr");
        assertFalse(Files.exists(folder.resolve("a.jfr")), "nothing was written");
        return result;
    }

    private static void assertFails(Cli.Result result, String words) {
        assertEquals(2, result.code(), result.err());
        assertEquals("", result.out());
        assertTrue(result.line().startsWith("plimsoll: "), result.line());
        assertTrue(result.line().contains(words), result.line());
    }
}
