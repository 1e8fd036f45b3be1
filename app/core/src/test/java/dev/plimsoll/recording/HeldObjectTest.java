package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldObjectTest {

    @TempDir
    Path folder;

    /// @param site name of the method that made it
    private record Held(String type, List<String> holders, String site) {}

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void bothReadersTellWhatHoldsAnObject(int jdk) throws Exception {
        Path file = HeldBuffers.record(jdk, folder);
        StackTable fastStacks = new StackTable();
        List<NativeEvent> fast = new ArrayList<>();
        RecordingReader.read(file, fastStacks, (columns, done) -> fast.addAll(columns.events()));
        StackTable stacks = new StackTable();
        EventDecoder decoder = new EventDecoder(stacks);
        List<NativeEvent> reference = new ArrayList<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                decoder.decode(recording.readEvent(), reference::add);
            }
        }

        List<Held> held = held(fast, fastStacks);
        assertEquals(held(reference, stacks), held);
        List<Held> leaked = held.stream()
                .filter(h ->
                        h.type().equals("java.nio.DirectByteBuffer") && h.site().equals("Keeps.leak"))
                .toList();
        assertFalse(leaked.isEmpty(), held::toString);
        assertEquals("static Keeps.kept", leaked.getFirst().holders().getFirst());
        assertEquals("java.util.HashMap.table", leaked.getFirst().holders().get(1));
        assertEquals("java.util.HashMap$Node[]", leaked.getFirst().holders().get(2));
        assertTrue(
                held.stream()
                        .anyMatch(h -> h.site().equals("Keeps.other")
                                && h.holders().getFirst().equals("Stack Variable (Thread Name: main)")),
                held::toString);
    }

    private static List<Held> held(List<NativeEvent> events, StackTable stacks) {
        return events.stream()
                .filter(NativeEvent.HeldObject.class::isInstance)
                .map(NativeEvent.HeldObject.class::cast)
                .map(e -> new Held(
                        e.type(),
                        e.holders(),
                        e.stack() == 0
                                ? ""
                                : Objects.requireNonNull(stacks.get(e.stack()).site())
                                        .name()))
                .toList();
    }
}
