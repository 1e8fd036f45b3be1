package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.ReadReport;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two JVMs are never one account, however their recordings come together.
class SeveralJvmsTest {

    @TempDir
    static Path dir;

    private static Path first = Path.of("");
    private static Path second = Path.of("");

    @BeforeAll
    static void record() throws Exception {
        first = new Corpus(17, "default", 71, 300, 1, 2, List.of()).write(dir);
        second = new Corpus(25, "default", 72, 300, 1, 1, List.of()).write(dir);
    }

    private static ReadReport read(Path file) throws RecordingException {
        return RecordingReader.read(file, new StackTable(), (columns, done) -> true);
    }

    private static String refused(Path file) {
        return assertThrows(RecordingException.class, () -> read(file)).getMessage();
    }

    @Test
    void aFolderOfTwoSaysWhichFileIsWhose() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("two"));
        Files.copy(first, folder.resolve("a.jfr"));
        Files.copy(second, folder.resolve("b.jfr"));
        String sentence = refused(folder);
        assertTrue(
                sentence.matches("\\Q" + folder + "\\E holds recordings of 2 JVMs: \\d+ \\(dev.plimsoll.sample.Odd in"
                        + " a.jfr\\) and \\d+ \\(dev.plimsoll.sample.Odd in b.jfr\\); put those of one into a folder of"
                        + " their own and open that\\."),
                sentence);
    }

    @Test
    void anArchiveOfTwoSaysWhichFileIsWhose() throws Exception {
        Path archive = dir.resolve("two.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : List.of(second, first)) {
                zip.putNextEntry(new ZipEntry("dumps/" + file.getFileName()));
                Files.copy(file, zip);
            }
        }
        String sentence = refused(archive);
        assertTrue(sentence.contains("Odd in dumps/odd-71.jfr) and "), sentence);
        assertTrue(sentence.contains("Odd in dumps/odd-72.jfr); "), sentence);
    }

    @Test
    void oneFileOfTwoSaysSo() throws Exception {
        Path file = Files.copy(first, dir.resolve("together.jfr"));
        Files.write(file, Files.readAllBytes(second), StandardOpenOption.APPEND);
        String sentence = refused(file);
        assertTrue(
                sentence.matches("\\Q" + file + "\\E was put together from recordings of 2 JVMs: \\d+"
                        + " \\(dev.plimsoll.sample.Odd\\) and \\d+ \\(dev.plimsoll.sample.Odd\\); open the recording"
                        + " of one, or part this one with `jfr disassemble`\\."),
                sentence);
    }

    @Test
    void whatTwoRecordersSaidOfOneIsOne() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("one"));
        Path malloc = ProfiledMalloc.record(
                "class Keeps { public static void main(String[] args) {} }",
                "0",
                folder,
                "-XX:StartFlightRecording=settings=default,filename=" + folder.resolve("jdk.jfr"));
        long apart = read(malloc).events() + read(folder.resolve("jdk.jfr")).events();
        assertEquals(apart, read(folder).events());
    }
}
