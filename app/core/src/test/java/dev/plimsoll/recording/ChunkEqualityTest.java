package dev.plimsoll.recording;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.BlockLabel;
import dev.plimsoll.event.BlockRun;
import dev.plimsoll.event.EventSink;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.Stack;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.ChunkFile;
import dev.plimsoll.recording.chunk.ReadReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The fast reader and the JDK's agree on every event, field for field, over recordings of JVMs 17 and 25.
class ChunkEqualityTest {

    static final List<Corpus> ALL = Corpus.ALL;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("ALL")
    void sameEvents(Corpus corpus) throws Exception {
        Path file = corpus.write(folder);

        Map<String, Long> expectedCounts = new TreeMap<>();
        List<String> expected = reference(file, expectedCounts);
        List<String> actual = new ArrayList<>();
        ReadReport report = fast(file, actual);

        assertNull(report.problem());
        Map<String, Long> counts = report.counts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().events(), (a, b) -> a, TreeMap::new));
        assertEquals(expectedCounts, counts);
        assertTrue(expected.size() > corpus.events() * 9 / 10, expected.size() + " events");
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), "event " + i);
        }
    }

    /// The second recording has the first one's stacks byte for byte, and other names behind their keys.
    @Test
    void sameNamesWhereKeysMeanOthers() throws Exception {
        Corpus corpus = ALL.get(1);
        byte[] first = Files.readAllBytes(corpus.write(folder));
        byte[] second = renamed(first, "north", "lower");
        Path file = folder.resolve("both.jfr");
        Files.write(file, first);
        Files.write(file, second, StandardOpenOption.APPEND);

        List<String> expected = new ArrayList<>(reference(file, new TreeMap<>()));
        List<String> actual = new ArrayList<>();
        fast(file, actual);

        // Both have each time twice, so their order is not told.
        expected.sort(Comparator.naturalOrder());
        actual.sort(Comparator.naturalOrder());
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i));
        }
        for (String name : List.of("Maze.north:", "Maze.lower:")) {
            assertTrue(actual.stream().anyMatch(event -> event.contains(name)), name + " in " + actual.getFirst());
        }
    }

    private static byte[] renamed(byte[] bytes, String name, String other) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(name, other).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> reference(Path file, Map<String, Long> counts) throws Exception {
        StackTable stacks = new StackTable();
        EventDecoder decoder = new EventDecoder(stacks);
        List<NativeEvent> events = new ArrayList<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                counts.merge(event.getEventType().getName(), 1L, Long::sum);
                decoder.decode(event, events::add);
            }
        }
        events.sort(Comparator.comparingLong(NativeEvent::time));
        return events.stream().map(event -> text(event, stacks)).toList();
    }

    private static ReadReport fast(Path file, List<String> texts) throws Exception {
        StackTable stacks = new StackTable();
        List<NativeEvent> events = new ArrayList<>();
        EventSink sink = new EventSink() {
            private final Map<Integer, NativeEvent.Allocation> origins = new HashMap<>();
            private final Map<Integer, NativeEvent.Free> releases = new HashMap<>();

            @Override
            public void origin(int number, BlockLabel label, int stack) {
                assertEquals(origins.size(), number);
                origins.put(
                        number,
                        new NativeEvent.Allocation(
                                0,
                                0,
                                0,
                                1,
                                label.binding(),
                                label.kind(),
                                label.ownerClass(),
                                stack,
                                label.everyBlock()));
            }

            @Override
            public void release(int number, String binding, FreeCause cause) {
                releases.put(number, new NativeEvent.Free(0, 0, binding, cause));
            }

            @Override
            public void blocks(BlockRun run) {
                for (int row = 0; row < run.size(); row++) {
                    events.add(run.isFree(row) ? free(run, row) : allocation(run, row));
                }
            }

            private NativeEvent allocation(BlockRun run, int row) {
                NativeEvent.Allocation of = requireNonNull(origins.get(run.word(row)));
                return new NativeEvent.Allocation(
                        run.time(row),
                        run.address(row),
                        run.bytes(row),
                        run.weight(row),
                        of.binding(),
                        of.kind(),
                        of.ownerClass(),
                        of.stack(),
                        of.everyBlock());
            }

            private NativeEvent free(BlockRun run, int row) {
                NativeEvent.Free of = requireNonNull(releases.get(run.word(row)));
                return new NativeEvent.Free(run.time(row), run.address(row), of.binding(), of.cause());
            }

            @Override
            public void other(NativeEvent event) {
                events.add(event);
            }

            @Override
            public void together(List<NativeEvent> simultaneous) {
                events.addAll(simultaneous);
            }
        };
        ChunkFile.Opened opened = ChunkFile.open(file);
        try (ChunkFile chunks =
                assertInstanceOf(ChunkFile.Opened.Readable.class, opened).file()) {
            ReadReport report = chunks.read(stacks, new EventDecoder(stacks), (columns, done) -> {
                columns.replay(sink);
                return true;
            });
            events.sort(Comparator.comparingLong(NativeEvent::time));
            events.stream().map(event -> text(event, stacks)).forEach(texts::add);
            return report;
        }
    }

    /// The event with its stack as labels, since ids depend on the order in which stacks were met.
    private static String text(NativeEvent event, StackTable stacks) {
        int id = switch (event) {
            case NativeEvent.Allocation a -> a.stack();
            case NativeEvent.CallbackRegistered c -> c.stack();
            case NativeEvent.Misuse m -> m.stack();
            case NativeEvent.HeldObject h -> h.stack();
            default -> 0;
        };
        Stack stack = stacks.get(id);
        String fields = event.toString().replaceAll("stack=\\d+", "stack=");
        return fields + stack.frames().stream().map(Frame::label).toList() + stack.truncated();
    }
}
