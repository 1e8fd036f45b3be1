package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.Stack;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.ReadReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Recordings that Plimsoll's agent had no part in.
class OtherRecordersTest {

    /// 300 buffers are kept, of a size that Unsafe need not round up to whole words, and the JVM's own memory moves
    /// around them.
    private static final String PROGRAM = """
            import java.nio.ByteBuffer;
            import java.util.*;
            public class Keeps {
                static final List<ByteBuffer> kept = new ArrayList<>();
                public static void main(String[] args) {
                    for (int i = 0; i < 300; i++) {
                        leak();
                    }
                }
                static void leak() { kept.add(ByteBuffer.allocateDirect(200_008)); }
            }
            """;

    @TempDir
    private Path dir;

    private final StackTable stacks = new StackTable();

    private List<NativeEvent.Allocation> allocations(Path file) throws Exception {
        return only(read(file), NativeEvent.Allocation.class);
    }

    private List<NativeEvent> read(Path file) throws Exception {
        List<NativeEvent> events = new ArrayList<>();
        RecordingReader.read(file, stacks, (columns, done) -> events.addAll(columns.events()));
        return events;
    }

    private static <T extends NativeEvent> List<T> only(List<NativeEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "512k"})
    void asyncProfilersAllocationsAreTheBindingMalloc(String interval) throws Exception {
        Path file = ProfiledMalloc.record(PROGRAM, interval, dir);

        List<NativeEvent.Allocation> kept = allocations(file).stream()
                .filter(a -> stacks.get(a.stack()).frames().stream()
                        .anyMatch(frame -> frame.name().equals("Keeps.leak")))
                .filter(a -> a.bytes() == 200_008)
                .toList();
        assertTrue(kept.stream().allMatch(a -> a.binding().equals("malloc")));
        double bytes = kept.stream().mapToDouble(a -> a.bytes() * a.weight()).sum();
        if (interval.equals("0")) {
            assertEquals(300 * 200_008, bytes);
        } else {
            // A byte counter samples every 524,288th byte: what it misses is less than one interval on each side.
            assertTrue(kept.size() < 300, kept::toString);
            assertTrue(Math.abs(bytes - 300 * 200_008) < 12_000_000, () -> "estimate " + bytes);
        }
        Stack stack = stacks.get(kept.getFirst().stack());
        assertEquals(
                "Keeps.leak", java.util.Objects.requireNonNull(stack.site()).name());
        assertTrue(stack.frames().stream().anyMatch(frame -> frame.kind() == FrameKind.VM), stack::toString);
        assertFalse(
                stack.frames().stream().map(Frame::className).anyMatch(name -> name.startsWith("libasyncProfiler")),
                stack::toString);
    }

    @Name("io.netty.AllocateChunk")
    static class AllocateChunk extends Event {
        int capacity;
        boolean direct;
        long address;
        boolean pooled;
    }

    @Name("io.netty.FreeChunk")
    static class FreeChunk extends Event {
        int capacity;
        boolean direct;
        long address;
    }

    @Name("io.netty.AllocateBuffer")
    static class AllocateBuffer extends Event {
        int size;
        boolean direct;
        long address;
    }

    /// Netty's own classes cannot be made to say what a test wants, so these have their names and fields.
    @Test
    void nettysOwnEventsAreTheBindingNetty() throws Exception {
        Path file = dir.resolve("netty.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(AllocateChunk.class);
            recording.enable(FreeChunk.class);
            recording.enable(AllocateBuffer.class);
            recording.start();
            chunk(4_096, 131_072, true);
            chunk(8_192, 65_536, false);
            AllocateBuffer buffer = new AllocateBuffer();
            buffer.size = 777;
            buffer.direct = true;
            buffer.address = 4_096;
            buffer.commit();
            FreeChunk free = new FreeChunk();
            free.direct = true;
            free.address = 4_096;
            free.commit();
            recording.stop();
            recording.dump(file);
        }
        List<NativeEvent> events = read(file);
        List<NativeEvent.Allocation> taken = only(events, NativeEvent.Allocation.class);
        assertEquals(2, taken.size(), "what is on the heap says nothing");
        assertEquals("netty", taken.getFirst().binding());
        assertEquals("chunk", taken.getFirst().kind());
        assertEquals(131_072, taken.getFirst().bytes());
        assertEquals("pooled", taken.getLast().kind());
        assertEquals(777, taken.getLast().bytes());
        assertEquals(4_096, only(events, NativeEvent.Free.class).getFirst().address());
    }

    private static void chunk(long address, int capacity, boolean direct) {
        AllocateChunk event = new AllocateChunk();
        event.address = address;
        event.capacity = capacity;
        event.direct = direct;
        event.commit();
    }

    @Test
    void whatAPlainRecordingDoesNotHaveIsSaid() throws Exception {
        Path file = dir.resolve("plain.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.JVMInformation");
            recording.start();
            recording.stop();
            recording.dump(file);
        }
        ReadReport report = RecordingReader.read(file, stacks, (columns, done) -> true);
        List<String> missing = Contents.missing(report);
        assertEquals(3, missing.size(), missing::toString);
        assertTrue(missing.getFirst().contains("`plimsoll record PID -o FILE` records them"), missing::toString);
        assertTrue(missing.get(1).contains("jdk.GarbageCollection"), missing::toString);
        assertTrue(missing.get(2).contains("jdk.ResidentSetSize"), missing::toString);
    }
}
