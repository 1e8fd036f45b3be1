package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path dir;

    private final StackTable stacks = new StackTable();
    private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    private final List<NativeEvent> seen = new ArrayList<>();

    private LiveStream open(Emitter emitter, Instant since) throws RecordingException {
        return LiveStream.open(emitter.repository, since, emitter.process.toHandle(), stacks, batches::add);
    }

    private long allocations() {
        return seen.stream().filter(NativeEvent.Allocation.class::isInstance).count();
    }

    private long bytes() {
        return seen.stream()
                .mapToLong(event -> event instanceof NativeEvent.Allocation a ? a.bytes() : 0)
                .sum();
    }

    private void awaitAllocations(long count) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (allocations() < count) {
            Batch batch = batches.poll(1, TimeUnit.SECONDS);
            if (batch != null) {
                seen.addAll(batch.events());
            }
            assertTrue(Instant.now().isBefore(deadline), () -> "only " + allocations() + " of " + count);
        }
    }

    private void takeAll() {
        List<Batch> rest = new ArrayList<>();
        batches.drainTo(rest);
        rest.forEach(batch -> seen.addAll(batch.events()));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void everyEventArrivesOnceWhileTheTargetRuns(int jdk) throws Exception {
        Instant since = Instant.now();
        try (Emitter emitter = Emitter.start(jdk, dir, true)) {
            emitter.run("allocate 501 0");
            try (LiveStream stream = open(emitter, since)) {
                assertTrue(stream.quick(), "the test JVM exports the bell");
                Emitter.Count count = emitter.run("allocate 1003 100");
                awaitAllocations(count.blocks());
                emitter.run("rotate");
                count = emitter.run("allocate 777 0");
                awaitAllocations(count.blocks());
                assertEquals(count.blocks(), allocations());
                assertEquals(count.bytes(), bytes());
                emitter.run("gc");
                emitter.exit();
                assertEquals(LiveStream.Ended.TARGET_GONE, stream.ended().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
                takeAll();
                assertEquals(count.bytes(), bytes());
                assertEquals(0, stream.faults());
            }
        }
        NativeEvent.Allocation first = (NativeEvent.Allocation) seen.stream()
                .filter(NativeEvent.Allocation.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "Emitter.allocate",
                stacks.get(first.stack()).frames().getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aKilledTargetEndsTheStreamWithWhatItFlushed(int jdk) throws Exception {
        Instant since = Instant.now();
        try (Emitter emitter = Emitter.start(jdk, dir, true);
                LiveStream stream = open(emitter, since)) {
            Emitter.Count count = emitter.run("allocate 1003 0");
            awaitAllocations(count.blocks());
            emitter.process.destroyForcibly().waitFor();
            assertEquals(LiveStream.Ended.TARGET_GONE, stream.ended().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            takeAll();
            assertEquals(count.bytes(), bytes());
        }
    }

    @Test
    void drainingReadsTheRestAndCloses() throws Exception {
        Instant since = Instant.now();
        try (Emitter emitter = Emitter.start(25, dir, true);
                LiveStream stream = open(emitter, since)) {
            Emitter.Count count = emitter.run("allocate 1003 0");
            awaitAllocations(1);
            stream.drain();
            assertEquals(LiveStream.Ended.CLOSED, stream.ended().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            takeAll();
            assertEquals(count.bytes(), bytes());
        }
    }

    @Test
    void aRepositoryThatCannotBeReadIsSaidToBeSo() {
        Path nowhere = dir.resolve("nowhere");
        String sentence = assertThrows(
                        RecordingException.class,
                        () -> LiveStream.open(nowhere, Instant.now(), ProcessHandle.current(), stacks, batches::add))
                .getMessage();
        assertTrue(sentence.startsWith("Cannot read " + nowhere), sentence);
    }
}
