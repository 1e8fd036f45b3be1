package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.ReadReport;
import dev.plimsoll.testing.Jdks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkKeeperTest {

    @TempDir
    Path dir;

    private record Saved(long blocks, long bytes, boolean truncated) {}

    private static Saved read(Path file) throws RecordingException {
        List<NativeEvent.Allocation> allocations = new ArrayList<>();
        ReadReport read = RecordingReader.read(file, new StackTable(), (columns, done) -> {
            columns.events().stream()
                    .filter(NativeEvent.Allocation.class::isInstance)
                    .forEach(event -> allocations.add((NativeEvent.Allocation) event));
            return true;
        });
        return new Saved(
                allocations.size(),
                allocations.stream().mapToLong(NativeEvent.Allocation::bytes).sum(),
                read.truncated());
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void whatAKilledTargetFlushedIsARecording(int jdk) throws Exception {
        Instant since = Instant.now();
        Path saved = dir.resolve("saved.jfr");
        try (Emitter emitter = Emitter.start(jdk, dir, true);
                ChunkKeeper keeper = ChunkKeeper.start(emitter.repository, since)) {
            emitter.run("allocate 501 0");
            emitter.run("rotate");
            emitter.run("allocate 777 0");
            emitter.run("rotate");
            Emitter.Count count = emitter.run("allocate 1003 0");
            awaitFlushed(keeper, count, saved);
            emitter.process.destroyForcibly().waitFor();
            deleteAll(emitter.repository);
            keeper.save(saved);
            assertEquals(new Saved(count.blocks(), count.bytes(), false), read(saved));
        }
        assertSummary(saved, "plimsoll.NativeAllocation");
    }

    @Test
    void chunksOfATargetThatEndedAreStillThere() throws Exception {
        Path saved = dir.resolve("saved.jfr");
        try (Emitter emitter = Emitter.start(25, dir, true);
                ChunkKeeper keeper = ChunkKeeper.start(emitter.repository, Instant.now())) {
            emitter.run("allocate 501 0");
            emitter.run("rotate");
            Emitter.Count count = emitter.run("allocate 777 0");
            emitter.exit();
            assertFalse(Files.exists(emitter.repository), "a recorder clears up behind it");
            keeper.save(saved);
            assertEquals(new Saved(count.blocks(), count.bytes(), false), read(saved));
        }
    }

    @Test
    void chunksThatEndedBeforeAreLeftOut() throws Exception {
        Path saved = dir.resolve("saved.jfr");
        try (Emitter emitter = Emitter.start(25, dir, true)) {
            Emitter.Count before = emitter.run("allocate 501 0");
            emitter.run("rotate");
            emitter.run("rotate");
            try (ChunkKeeper keeper = ChunkKeeper.start(emitter.repository, Instant.now())) {
                emitter.run("rotate");
                Emitter.Count after = emitter.run("allocate 777 0");
                emitter.run("rotate");
                keeper.save(saved);
                assertEquals(new Saved(777, after.bytes() - before.bytes(), false), read(saved));
            }
        }
    }

    @Test
    void nothingStaysBehind() throws Exception {
        List<Path> before = shelves();
        try (Emitter emitter = Emitter.start(25, dir, true);
                ChunkKeeper keeper = ChunkKeeper.start(emitter.repository, Instant.now())) {
            assertEquals(before.size() + 1, shelves().size());
            keeper.save(dir.resolve("saved.jfr"));
        }
        assertEquals(before, shelves());
    }

    @Test
    void aRepositoryThatIsNotThereIsSaidToBeSo() {
        Path nowhere = dir.resolve("nowhere");
        String sentence = assertThrows(RecordingException.class, () -> ChunkKeeper.start(nowhere, Instant.now()))
                .getMessage();
        assertTrue(sentence.contains(nowhere.toString()), sentence);
    }

    /// Ten thousand times: it must go between two calls of one look.
    @Test
    void aRepositoryThatGoesWhileItIsLookedAtIsNoFault() throws Exception {
        Path repository = Files.createDirectory(dir.resolve("repository"));
        Path gone = dir.resolve("gone");
        FutureTask<Void> goesAndComes = new FutureTask<>(() -> {
            for (int time = 0; time < 10_000; time++) {
                Files.move(repository, gone);
                Files.move(gone, repository);
            }
            return null;
        });
        try (ChunkKeeper keeper = ChunkKeeper.start(repository, Instant.now())) {
            Thread.ofPlatform().start(goesAndComes);
            while (!goesAndComes.isDone()) {
                assertEquals(Set.of(), keeper.files());
            }
        }
        goesAndComes.get();
    }

    private static List<Path> shelves() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("plimsoll-chunks"))
                    .sorted()
                    .toList();
        }
    }

    private static void awaitFlushed(ChunkKeeper keeper, Emitter.Count count, Path saved) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        do {
            assertTrue(Instant.now().isBefore(deadline), "not flushed within 30 s");
            keeper.save(saved);
        } while (read(saved).blocks() < count.blocks());
    }

    private static void deleteAll(Path directory) throws Exception {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /// The JDK's own tool takes it for a recording.
    private static void assertSummary(Path file, String event) throws Exception {
        Process jfr = new ProcessBuilder(
                        Jdks.home(25).resolve("bin").resolve("jfr").toString(), "summary", file.toString())
                .redirectErrorStream(true)
                .start();
        String summary = new String(jfr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, jfr.waitFor(), summary);
        assertTrue(summary.contains(event), summary);
    }
}
