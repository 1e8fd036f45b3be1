package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.ReadReport;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two dumps of one running recorder, of which the second repeats the first, packed in all ways.
class PackedRecordingTest {

    @TempDir
    static Path dir;

    private static Path first = Path.of("");
    private static Path second = Path.of("");
    private static Path other = Path.of("");

    @BeforeAll
    static void record() throws Exception {
        first = dir.resolve("first.jfr");
        second = dir.resolve("second.jfr");
        other = Files.writeString(dir.resolve("readme.txt"), "two dumps");
        try (Recording recording = Emit.started()) {
            Emit.allocation(16, 1_009, 1, "ffm");
            recording.dump(first);
            Emit.allocation(32, 2_003, 1, "ffm");
            recording.dump(second);
        }
    }

    private record Whole(List<Long> bytes, ReadReport report) {}

    private static Whole read(Path file) throws RecordingException {
        List<Long> bytes = new ArrayList<>();
        ReadReport report = RecordingReader.read(file, new StackTable(), (columns, done) -> {
            columns.events().stream()
                    .filter(NativeEvent.Allocation.class::isInstance)
                    .forEach(event -> bytes.add(((NativeEvent.Allocation) event).bytes()));
            return true;
        });
        return new Whole(bytes, report);
    }

    private static Path gzip(String name, byte[] content) throws Exception {
        Path file = dir.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }

    private static Path zip(String name, Map<String, byte[]> contents) throws Exception {
        Path file = dir.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                out.putNextEntry(new ZipEntry(content.getKey()));
                out.write(content.getValue());
            }
        }
        return file;
    }

    @Test
    void whatIsPackedIsReadLikeWhatIsNot() throws Exception {
        List<Path> before = unpacked();
        Whole gzipped = read(gzip("second.jfr.gz", Files.readAllBytes(second)));
        assertEquals(List.of(1_009L, 2_003L), gzipped.bytes());
        assertFalse(gzipped.report().truncated());
        byte[] text = Files.readAllBytes(other);
        Whole zipped = read(zip(
                "both.zip",
                Map.of("a/b.jfr", Files.readAllBytes(second), "c", Files.readAllBytes(first), "readme.txt", text)));
        assertEquals(List.of(1_009L, 2_003L), zipped.bytes(), "what both have counts once");
        assertFalse(zipped.report().truncated());
        assertEquals(before, unpacked());
    }

    @Test
    void aFolderIsOneRecording() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("dumps"));
        Files.copy(second, folder.resolve("2.jfr"));
        Files.copy(first, folder.resolve("1.jfr"));
        Files.copy(other, folder.resolve("readme.txt"));
        Whole whole = read(folder);
        assertEquals(List.of(1_009L, 2_003L), whole.bytes());
        assertFalse(whole.report().truncated());
    }

    @Test
    void anArchiveThatIsCutOffSaysSoAndGivesWhatItHas() throws Exception {
        byte[] packed = Files.readAllBytes(gzip("whole.gz", Files.readAllBytes(second)));
        Path cut = Files.write(dir.resolve("cut.gz"), Arrays.copyOf(packed, packed.length - 20));
        Whole whole = read(cut);
        assertTrue(whole.report().truncated());
        assertEquals(1_009L, whole.bytes().getFirst());
    }

    @Test
    void aBombGetsOneSentence() throws Exception {
        byte[] bomb = new byte[300_000_000];
        System.arraycopy(Files.readAllBytes(first), 0, bomb, 0, 68);
        List<Path> before = unpacked();
        for (Path file : List.of(gzip("bomb.gz", bomb), zip("bomb.zip", Map.of("bomb.jfr", bomb)))) {
            assertTrue(Files.size(file) < 1_000_000);
            String sentence =
                    assertThrows(RecordingException.class, () -> read(file)).getMessage();
            assertEquals(
                    file + " unpacks to more than 200 times its size, as no recording does; it was not opened.",
                    sentence);
        }
        assertEquals(before, unpacked());
    }

    @Test
    void anArchiveWithoutARecordingGetsOneSentence() throws Exception {
        byte[] text = Files.readAllBytes(other);
        for (Path file : List.of(gzip("text.gz", text), zip("text.zip", Map.of("text.jfr", text)))) {
            String sentence =
                    assertThrows(RecordingException.class, () -> read(file)).getMessage();
            assertEquals(file + " holds no flight recording; name a .jfr file.", sentence);
        }
    }

    /// Temporary copies that this class leaves, or somebody else did.
    private static List<Path> unpacked() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("plimsoll-(unpacked|joined)-.*"))
                    .sorted()
                    .toList();
        }
    }
}
