package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.recording.chunk.RawFollower;
import dev.plimsoll.sample.SixMillion;
import dev.plimsoll.testing.Jdks;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read of a chunk depends on what is new in it and on what was asked for.
class FollowingCostTest {

    private static final String TYPE = "plimsoll.NativeAllocation";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path dir;

    private Path write() throws Exception {
        Path file = dir.resolve("first.jfr");
        Process process = new ProcessBuilder(
                        Jdks.java(25).toString(),
                        "-Djava.io.tmpdir=" + dir,
                        "-cp",
                        home(SixMillion.class) + File.pathSeparator + home(NativeAllocation.class),
                        SixMillion.class.getName(),
                        file.toString(),
                        "0.2")
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());
        return file;
    }

    private static Path home(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /// The same chunk as if the recorder had written all of it again later.
    private Path again(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putLong(32, ByteBuffer.wrap(bytes).getLong(32) + 1_000_000_000);
        return Files.write(dir.resolve("second.jfr"), bytes);
    }

    private static long allocated(RawFollower follower, List<Path> files) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertTrue(follower.read(files, done -> true));
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void stacksThatAreWrittenAgainAreNotReadAgain() throws Exception {
        Path first = write();
        try (RawFollower follower = new RawFollower(TYPE, Long.MAX_VALUE)) {
            long fresh = allocated(follower, List.of(first));
            int stacks = Objects.requireNonNull(follower.rows()).stackCount();
            long known = allocated(follower, List.of(first, again(first)));
            assertTrue(stacks > 10_000, stacks + " stacks");
            assertEquals(stacks, Objects.requireNonNull(follower.rows()).stackCount());
            assertTrue(known * 8 < fresh * 5, known + " bytes after " + fresh);
        }
    }

    @Test
    void countingReadsNoStacks() throws Exception {
        Path first = write();
        try (RawFollower one = new RawFollower(TYPE, Long.MAX_VALUE);
                RawFollower none = new RawFollower("", 0)) {
            long rows = allocated(one, List.of(first));
            long counts = allocated(none, List.of(first));
            assertEquals(one.types(), none.types());
            assertTrue(counts * 5 < rows, counts + " bytes to count, " + rows + " to read");
        }
    }
}
