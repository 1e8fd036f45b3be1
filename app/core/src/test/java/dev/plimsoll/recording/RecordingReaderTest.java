package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.Stack;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.ReadReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingReaderTest {

    @TempDir
    Path dir;

    private final StackTable stacks = new StackTable();

    private record Whole(List<NativeEvent> events, List<Integer> batches, ReadReport read) {
        <T extends NativeEvent> List<T> of(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private Whole read(Path file) throws RecordingException {
        List<NativeEvent> events = new ArrayList<>();
        List<Integer> batches = new ArrayList<>();
        ReadReport read = RecordingReader.read(file, stacks, (columns, done) -> {
            events.addAll(columns.events());
            batches.add(columns.size());
            return true;
        });
        return new Whole(events, batches, read);
    }

    @Test
    void everyFieldArrives() throws Exception {
        Recording recording = Emit.started();
        long before = System.currentTimeMillis() * 1_000_000;
        Emit.allocation(0x7f00_0000_0010L, 1_999_993, 1, "direct");
        Emit.allocation(0x7f00_0000_0020L, 48, 1_365.83, "ffm");
        Emit.free(0x7f00_0000_0010L, "direct", "cleaner");
        long seen = System.currentTimeMillis() - 50;
        Emit.ownerCollected(0x7f00_0000_0020L, "ffm", seen);
        Emit.callback(0x51, "demo.Frame.onDraw");
        Emit.totals("direct", 2_000_003, 17, 3);
        System.gc();
        Whole whole = read(Emit.dump(recording, dir.resolve("a.jfr")));

        assertFalse(whole.read().truncated());
        NativeEvent.Allocation direct = whole.of(NativeEvent.Allocation.class).getFirst();
        assertEquals(0x7f00_0000_0010L, direct.address());
        assertEquals(1_999_993, direct.bytes());
        assertEquals(1, direct.weight());
        assertEquals("direct", direct.binding());
        assertEquals("buffer", direct.kind());
        assertEquals("java.nio.ByteBuffer", direct.ownerClass());
        assertTrue(direct.time() > before - 1_000_000_000L && direct.time() < before + 60_000_000_000L);
        assertEquals(1_365.83, whole.of(NativeEvent.Allocation.class).get(1).weight());
        assertEquals(
                FreeCause.CLEANER, whole.of(NativeEvent.Free.class).getFirst().cause());
        assertEquals(
                (seen + 1) * 1_000_000 - 1,
                whole.of(NativeEvent.OwnerCollected.class).getFirst().seen());
        assertEquals(
                "demo.Frame.onDraw",
                whole.of(NativeEvent.CallbackRegistered.class).getFirst().targetClass());
        NativeEvent.BindingTotals totals =
                whole.of(NativeEvent.BindingTotals.class).getFirst();
        assertEquals(2_000_003, totals.allocatedBytes());
        assertEquals(17, totals.allocations());
        assertEquals(3, totals.frees());

        NativeEvent.GcCycle gc = whole.of(NativeEvent.GcCycle.class).stream()
                .filter(cycle -> cycle.cause().equals("System.gc()"))
                .findFirst()
                .orElseThrow();
        assertTrue(gc.duration() > 0 && gc.sumOfPauses() > 0 && gc.longestPause() <= gc.sumOfPauses());
        assertTrue(whole.of(NativeEvent.HeapSummary.class).stream()
                .anyMatch(heap -> heap.gcId() == gc.gcId() && !heap.beforeGc() && heap.used() > 0));
        assertTrue(
                whole.of(NativeEvent.GcReferences.class).stream()
                        .anyMatch(
                                refs -> refs.gcId() == gc.gcId() && refs.type().startsWith("Phantom")),
                whole.of(NativeEvent.GcReferences.class)::toString);
        assertEquals(
                ProcessHandle.current().pid(),
                whole.of(NativeEvent.JvmInformation.class).getFirst().pid());
        assertFalse(whole.of(NativeEvent.GcConfiguration.class).getFirst().old().isEmpty());
        List<String> gauges = whole.of(NativeEvent.Gauge.class).stream()
                .map(NativeEvent.Gauge::name)
                .distinct()
                .toList();
        assertTrue(gauges.containsAll(List.of("heapMax", "physicalMemory", "metaspaceCommitted")), gauges::toString);
        assertEquals(
                RecordingFile.readAllEvents(dir.resolve("a.jfr")).size(),
                whole.read().events());
    }

    @Test
    void theSiteIsTheLineThatAllocated() throws Exception {
        Recording recording = Emit.started();
        Runnable lambda = () -> Emit.allocation(16, 11, 1, "ffm");
        lambda.run();
        Emit.allocation(32, 13, 1, "ffm");
        Emit.allocation(48, 17, 1, "ffm");
        Whole whole = read(Emit.dump(recording, dir.resolve("a.jfr")));
        List<Stack> found = whole.of(NativeEvent.Allocation.class).stream()
                .map(allocation -> stacks.get(allocation.stack()))
                .toList();
        assertEquals(3, found.stream().distinct().count());
        for (Stack stack : found) {
            assertTrue(stack.frames().stream().noneMatch(frame -> Border.isProbe(frame.className())));
            assertTrue(
                    stack.frames().stream().noneMatch(frame -> frame.className().contains("Lambda")));
            Frame top = stack.frames().getFirst();
            assertEquals("dev.plimsoll.recording.Emit.allocation", top.name());
            assertTrue(top.line() > 0);
        }
        assertEquals(
                "lambda$theSiteIsTheLineThatAllocated$0",
                found.getFirst().frames().get(1).method());
        assertEquals(
                "dev.plimsoll.recording.RecordingReaderTest.theSiteIsTheLineThatAllocated",
                found.get(1).frames().get(1).name());
    }

    @Test
    void batchesAreSortedAndAFreeMayComeAChunkLater() throws Exception {
        Recording recording = Emit.started();
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            int from = t * 1_000;
            threads[t] = new Thread(() -> {
                for (int i = from; i < from + 1_000; i++) {
                    Emit.allocation(i * 16L, i, 1, "ffm");
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        // A second recording makes the recorder begin another chunk.
        Recording second = Emit.started();
        for (int i = 0; i < 4_000; i += 2) {
            Emit.free(i * 16L, "ffm", "explicit");
        }
        second.stop();
        second.close();
        Whole whole = read(Emit.dump(recording, dir.resolve("a.jfr")));
        assertEquals(
                whole.events().size(),
                whole.batches().stream().mapToInt(Integer::intValue).sum());
        List<NativeEvent> ours = whole.events().stream()
                .filter(e -> e instanceof NativeEvent.Allocation || e instanceof NativeEvent.Free)
                .toList();
        assertEquals(6_000, ours.size());
        for (int i = 1; i < ours.size(); i++) {
            assertTrue(ours.get(i - 1).time() <= ours.get(i).time());
        }
    }

    /// The JDK's own reader answers such a name with an Error.
    @Test
    void aTypeNameThatTheJdkRefusesCostsItsChunk() throws Exception {
        Recording recording = Emit.started();
        Emit.allocation(0x10, 4_099, 1, "ffm");
        Path whole = Emit.dump(recording, dir.resolve("whole.jfr"));
        String bytes = Files.readString(whole, StandardCharsets.ISO_8859_1);
        Path damaged = dir.resolve("damaged.jfr");
        Files.writeString(
                damaged, bytes.replace("jdk.ActiveSetting", "jdk/ActiveSetting"), StandardCharsets.ISO_8859_1);
        assertEquals(
                null,
                new ReferenceReader(new EventDecoder(stacks), (columns, done) -> true)
                        .read(whole)
                        .problem());
        assertEquals(
                "Not all of the recording could be read: a chunk is damaged.",
                new ReferenceReader(new EventDecoder(stacks), (columns, done) -> true)
                        .read(damaged)
                        .problem());
    }

    @Test
    void aFileCutAnywhereIsReadAsFarAsItGoes() throws Exception {
        Recording recording = Emit.started();
        for (int chunk = 0; chunk < 3; chunk++) {
            for (int i = 0; i < 500; i++) {
                Emit.allocation(chunk * 100_000L + i * 16L, i + 1, 1, "ffm");
            }
            Recording rotate = Emit.started();
            rotate.stop();
            rotate.close();
        }
        byte[] bytes = Files.readAllBytes(Emit.dump(recording, dir.resolve("whole.jfr")));
        long all = read(dir.resolve("whole.jfr")).read().events();
        Random random = new Random(50);
        int someLeft = 0;
        int someLost = 0;
        for (int i = 0; i < 50; i++) {
            int length = i < 5 ? i * 20 : random.nextInt(bytes.length);
            Path cut = dir.resolve("cut.jfr");
            Files.write(cut, java.util.Arrays.copyOf(bytes, length));
            if (length < 4) {
                assertThrows(RecordingException.class, () -> read(cut));
                continue;
            }
            Whole whole = read(cut);
            assertTrue(whole.read().truncated(), "cut at " + length);
            assertTrue(whole.read().events() <= all);
            // The last bytes of a file are of no event: whoever loses those alone loses none.
            someLost += whole.read().events() < all ? 1 : 0;
            someLeft += whole.of(NativeEvent.Allocation.class).isEmpty() ? 0 : 1;
        }
        assertTrue(someLeft > 10, "files of which something was read: " + someLeft);
        assertTrue(someLost > 40, "files of which something was lost: " + someLost);
        assertEquals(
                0,
                Files.list(Path.of(System.getProperty("java.io.tmpdir")))
                        .filter(path -> path.getFileName()
                                .toString()
                                .startsWith("plimsoll-chunk-"
                                        + ProcessHandle.current().pid() + "-"))
                        .count());
    }

    @Test
    void damageInOneChunkCostsNoOther() throws Exception {
        Recording recording = Emit.started();
        Emit.allocation(16, 11, 1, "ffm");
        Recording rotate = Emit.started();
        Emit.allocation(32, 13, 1, "ffm");
        rotate.stop();
        rotate.close();
        Path file = Emit.dump(recording, dir.resolve("a.jfr"));
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 100, 4_000, (byte) 0xff);
        Files.write(file, bytes);
        Whole whole = read(file);
        assertTrue(whole.read().truncated());
        assertTrue(
                whole.of(NativeEvent.Allocation.class).stream().anyMatch(allocation -> allocation.bytes() == 13),
                whole.events()::toString);
    }

    @Test
    void whatCannotBeReadIsSaidInOneSentence() throws Exception {
        Path missing = dir.resolve("missing.jfr");
        assertSentence("There is no file " + missing + ".", missing);
        Path empty = Files.createFile(dir.resolve("empty.jfr"));
        assertSentence(empty + " is empty; the recording was never written to it.", empty);
        Path text = Files.writeString(dir.resolve("text.jfr"), "I am no recording.");
        assertSentence(text + " is not a flight recording; name a .jfr file.", text);
        Path folder = Files.createDirectory(dir.resolve("folder"));
        assertSentence(folder + " is a directory without recordings; name a .jfr file.", folder);
    }

    @Test
    void aFileOfAnotherUserIsSaidToBeSo() throws Exception {
        Path locked = Files.writeString(dir.resolve("locked.jfr"), "FLR");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(locked), "this user may read everything");
        assertSentence("No permission to read " + locked + "; ask its owner.", locked);
    }

    private void assertSentence(String sentence, Path file) {
        assertEquals(
                sentence,
                assertThrows(RecordingException.class, () -> read(file)).getMessage());
    }
}
