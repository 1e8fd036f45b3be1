package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {

    @TempDir
    private Path dir;

    private static long bytes(Path file) throws RecordingException {
        AtomicLong bytes = new AtomicLong();
        RecordingReader.read(file, new StackTable(), (columns, done) -> {
            for (NativeEvent event : columns.events()) {
                bytes.addAndGet(event instanceof NativeEvent.Allocation a ? a.bytes() : 0);
            }
            return true;
        });
        return bytes.get();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void whatAKilledJvmLeftIsARecording(int jdk) throws Exception {
        Path out = dir.resolve("recovered.jfr");
        try (Emitter emitter = Emitter.start(jdk, dir, true)) {
            emitter.run("allocate 501 0");
            emitter.run("rotate");
            Emitter.Count count = emitter.run("allocate 777 0");
            Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
            do {
                assertTrue(Instant.now().isBefore(deadline), "not flushed within 30 s");
                Recovery.fromFolder(emitter.repository, out);
            } while (bytes(out) < count.bytes());
            emitter.process.destroyForcibly().waitFor();
            Recovery.Recovered recovered = Recovery.fromFolder(dir, out);
            assertTrue(recovered.chunks() >= 2, recovered::toString);
            assertEquals(count.bytes(), bytes(out));
            assertTrue(RecordingFile.readAllEvents(out).size() >= count.blocks(), "the JDK reads it too");

            Path excerpt = dir.resolve("excerpt.jfr");
            RecordingExcerpt.write(out, excerpt, Long.MIN_VALUE, Long.MAX_VALUE, Set.of("no such binding"));
            assertEquals(0, bytes(excerpt));
            RecordingExcerpt.write(out, excerpt, Long.MIN_VALUE, Long.MAX_VALUE, Set.of());
            assertEquals(count.bytes(), bytes(excerpt));
            RecordingExcerpt.write(out, excerpt, Long.MIN_VALUE, 0, Set.of());
            assertEquals(0, bytes(excerpt));
        }
    }

    @Test
    void nothingIsSaidInOneSentence() throws Exception {
        Path empty = Files.createDirectory(dir.resolve("empty"));
        String sentence = assertThrows(
                        RecordingException.class, () -> Recovery.fromFolder(empty, dir.resolve("out.jfr")))
                .getMessage();
        assertEquals(
                "Nothing was left in " + empty
                        + "; name the folder that the JVM's system property jdk.jfr.repository named.",
                sentence);
        assertThrows(RecordingException.class, () -> Recovery.ofProcess(999_999_999_999L, dir.resolve("out.jfr")));
    }
}
