package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.recording.chunk.RawFollower;
import dev.plimsoll.sample.SixMillion;
import dev.plimsoll.testing.Jdks;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        return again(file, 1);
    }

    private Path again(Path file, int secondsLater) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putLong(32, ByteBuffer.wrap(bytes).getLong(32) + secondsLater * 1_000_000_000L);
        return Files.write(dir.resolve("later" + secondsLater + ".jfr"), bytes);
    }

    private static long allocated(RawFollower follower, List<Path> files) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertTrue(follower.read(files, done -> true));
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void stacksThatAreWrittenAgainAreNotReadAgain() throws Exception {
        Path first = write();
        try (RawFollower follower = new RawFollower(TYPE, Long.MAX_VALUE, new StackTable())) {
            long fresh = allocated(follower, List.of(first));
            int stacks = Objects.requireNonNull(follower.rows()).stackCount();
            long known = allocated(follower, List.of(first, again(first)));
            assertTrue(stacks > 10_000, stacks + " stacks");
            assertEquals(stacks, Objects.requireNonNull(follower.rows()).stackCount());
            assertTrue(known * 8 < fresh * 5, known + " bytes after " + fresh);
        }
    }

    /// Of a target that has recorded for long, the first look reads what is shown and counts the rest.
    @Test
    void whatWouldBeDroppedAtOnceIsNotRead() throws Exception {
        Path first = write();
        List<Path> files = new ArrayList<>(List.of(first));
        for (int later = 1; later < 6; later++) {
            files.add(again(first, later));
        }
        try (RawFollower all = new RawFollower(TYPE, Long.MAX_VALUE, new StackTable());
                RawFollower last = new RawFollower(TYPE, Long.MAX_VALUE, new StackTable())) {
            long much = allocated(all, files);
            long one = allocated(last, List.of(files.getLast()));
            theNewestOf(files, bytes(last), all, much - one, one);
        }
    }

    private static long bytes(RawFollower follower) {
        return follower.types().stream()
                .filter(type -> type.name().equals(TYPE))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private static void theNewestOf(List<Path> files, long mostBytes, RawFollower all, long others, long one)
            throws Exception {
        try (RawFollower newest = new RawFollower(TYPE, mostBytes, new StackTable())) {
            long little = allocated(newest, files);
            RawRows every = Objects.requireNonNull(all.rows());
            RawRows rows = Objects.requireNonNull(newest.rows());
            assertEquals(every.size(), rows.first() + rows.size());
            assertEquals(
                    every.number(every.size() - 1, every.field("startTime")),
                    rows.number(rows.size() - 1, rows.field("startTime")));
            assertEquals(all.types(), newest.types());
            assertTrue(
                    little - one < others / 2,
                    little + " bytes for the newest, " + one + " for one chunk, " + others + " for the others");
        }
    }

    @Test
    void eventsWithoutAStackAreReadWithoutStacks() throws Exception {
        Path first = write();
        StackTable none = new StackTable();
        StackTable some = new StackTable();
        try (RawFollower information = new RawFollower("jdk.JVMInformation", Long.MAX_VALUE, none);
                RawFollower allocations = new RawFollower(TYPE, Long.MAX_VALUE, some)) {
            long without = allocated(information, List.of(first));
            long with = allocated(allocations, List.of(first));
            assertEquals(1, none.size());
            assertTrue(some.size() > 10_000);
            assertTrue(without * 3 < with, without + " bytes without stacks, " + with + " with");
        }
    }

    @Test
    void countingReadsNoStacks() throws Exception {
        Path first = write();
        try (RawFollower one = new RawFollower(TYPE, Long.MAX_VALUE, new StackTable());
                RawFollower none = new RawFollower("", 0, new StackTable())) {
            long rows = allocated(one, List.of(first));
            long counts = allocated(none, List.of(first));
            assertEquals(one.types(), none.types());
            assertTrue(counts * 5 < rows, counts + " bytes to count, " + rows + " to read");
        }
    }
}
