package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.Stack;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.RepositoryFollower;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our reader of growing chunks and the JDK's agree on every event of a live child, field for field and frame for
/// frame: across a rotation, and up to the last flush of a child that is killed while it writes.
class FollowedEqualityTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path dir;

    private static final class Reader {
        private final StackTable stacks = new StackTable();
        private final BlockingQueue<List<NativeEvent>> batches = new LinkedBlockingQueue<>();
        private final List<NativeEvent> seen = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final LiveSource source;
        private final Thread thread;

        Reader(Emitter emitter, Instant since, boolean followed) {
            source = followed
                    ? new FollowedSource(emitter.repository, since, stacks, columns -> batches.add(columns.events()))
                    : new StreamedSource(emitter.repository, since, stacks, columns -> batches.add(columns.events()));
            thread = Thread.ofPlatform().daemon().start(source::run);
        }

        /// Takes what comes until such an event was there.
        void until(Predicate<NativeEvent> last) throws InterruptedException {
            Instant deadline = Instant.now().plus(PATIENCE);
            while (seen.stream().noneMatch(last)) {
                assertTrue(Instant.now().isBefore(deadline), () -> "only " + texts.size() + " events");
                List<NativeEvent> batch = batches.poll(1, TimeUnit.SECONDS);
                if (batch != null) {
                    take(batch);
                }
            }
        }

        private void take(List<NativeEvent> batch) {
            seen.addAll(batch);
            batch.forEach(event -> texts.add(text(event, stacks)));
        }

        List<String> end() throws InterruptedException {
            source.close();
            thread.join();
            List<List<NativeEvent>> rest = new ArrayList<>();
            batches.drainTo(rest);
            rest.forEach(this::take);
            Collections.sort(texts);
            return texts;
        }
    }

    private static String text(NativeEvent event, StackTable stacks) {
        Stack stack = stacks.get(event instanceof NativeEvent.Allocation a ? a.stack() : 0);
        return event.toString().replaceAll("stack=\\d+", "stack=")
                + stack.frames().stream().map(Frame::toString).toList()
                + stack.truncated();
    }

    private static void assertSame(List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertEquals(expected.get(i), actual.get(i), "event " + i);
        }
        assertEquals(expected.size(), actual.size());
    }

    private static Predicate<NativeEvent> allocation(long number) {
        return event -> event instanceof NativeEvent.Allocation a && a.address() == number * 16;
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void sameEventsAcrossARotation(int jdk) throws Exception {
        try (Emitter emitter = Emitter.start(jdk, dir, true)) {
            emitter.run("allocate 97 0");
            Instant since = Instant.now();
            Reader ours = new Reader(emitter, since, true);
            Reader theirs = new Reader(emitter, since, false);
            emitter.run("allocate 1003 100");
            emitter.run("gc");
            emitter.run("rotate");
            emitter.run("free 211");
            emitter.run("deep 307");
            long last = emitter.run("allocate 401 50").blocks();
            ours.until(allocation(last));
            theirs.until(allocation(last));
            List<String> expected = theirs.end();
            assertTrue(expected.size() > 1900, expected.size() + " events");
            assertSame(expected, ours.end());
            assertTrue(ours.source.quick() && ours.source.faults() == 0);
            assertFalse(((FollowedSource) ours.source).streamed(), "left to the JDK's reader");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void sameEventsOfAChildThatIsKilledWhileItWrites(int jdk) throws Exception {
        try (Emitter emitter = Emitter.start(jdk, dir, true)) {
            Instant since = Instant.now();
            Reader ours = new Reader(emitter, since, true);
            Reader theirs = new Reader(emitter, since, false);
            long before = emitter.run("allocate 503 0").blocks();
            emitter.begin("allocate 2000000 1");
            ours.until(allocation(before + 3_000));
            emitter.process.destroyForcibly().waitFor();
            List<NativeEvent> left = new ArrayList<>();
            StackTable stacks = new StackTable();
            readAll(emitter.repository, since, stacks, left);
            long last = left.stream()
                    .mapToLong(e -> e instanceof NativeEvent.Allocation a ? a.address() / 16 : 0)
                    .max()
                    .orElseThrow();
            ours.until(allocation(last));
            theirs.until(allocation(last));
            List<String> expected = theirs.end();
            assertTrue(expected.size() > 3_000, expected.size() + " events");
            assertSame(expected, ours.end());
            assertSame(
                    expected,
                    left.stream().map(event -> text(event, stacks)).sorted().toList());
        }
    }

    /// Nobody writes there any more: what comes without waiting is all.
    private static void readAll(Path repository, Instant since, StackTable stacks, List<NativeEvent> into)
            throws Exception {
        long from = since.getEpochSecond() * 1_000_000_000 + since.getNano();
        try (RepositoryFollower follower = new RepositoryFollower(repository, from, stacks, new EventDecoder(stacks))) {
            EventColumns columns = new EventColumns(follower.labels(), 1);
            while (follower.read(columns)) {
                columns.seal();
                into.addAll(columns.events());
                columns = new EventColumns(follower.labels(), 1);
            }
        }
    }
}
