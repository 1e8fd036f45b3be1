package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.recording.chunk.RawFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every field of every event of every type is what the JDK's own reader says, over recordings of JVMs 17 and 25.
class RawEqualityTest {

    static final List<Corpus> ALL = List.of(Corpus.ALL.get(0), Corpus.ALL.get(3), Corpus.ALL.get(4));

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("ALL")
    void everyFieldOfEveryEvent(Corpus corpus) throws Exception {
        Path file = corpus.write(folder);
        Map<String, List<RecordedEvent>> expected = new TreeMap<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                expected.computeIfAbsent(event.getEventType().getName(), name -> new ArrayList<>())
                        .add(event);
            }
        }
        try (RawFile raw = RawFile.open(file)) {
            List<RawType> types = raw.types(done -> true);
            Map<String, Long> counts = new LinkedHashMap<>();
            expected.forEach((name, events) -> counts.put(name, (long) events.size()));
            Map<String, Long> counted = new LinkedHashMap<>();
            types.forEach(type -> counted.put(type.name(), type.events()));
            assertEquals(counts, counted);
            long compared = 0;
            for (RawType type : types) {
                RawRows rows = raw.rows(type.name(), Long.MAX_VALUE, done -> true);
                assertNull(rows.problem());
                List<RecordedEvent> events = expected.get(type.name());
                assertEquals(events.size(), rows.size(), type.name());
                for (int row = 0; row < rows.size(); row++) {
                    for (int field = 0; field < rows.fields().size(); field++) {
                        RawField declared = rows.fields().get(field);
                        String wanted = reference(events.get(row), declared);
                        if (wanted != null) {
                            assertEquals(wanted, text(rows, row, field), type.name() + "." + declared.name());
                            compared++;
                        }
                    }
                }
            }
            assertTrue(compared > 5L * corpus.events(), compared + " values were compared");
        }
    }

    @Test
    void whatDoesNotFitIsLeftOutAndSaid() throws Exception {
        Path file = Corpus.ALL.get(1).write(folder);
        try (RawFile raw = RawFile.open(file)) {
            RawType most = raw.types(done -> true).stream()
                    .max(java.util.Comparator.comparingLong(RawType::events))
                    .orElseThrow();
            RawRows all = raw.rows(most.name(), Long.MAX_VALUE, done -> true);
            assertEquals(most.events(), all.size());
            RawRows none = raw.rows(most.name(), -1, done -> true);
            assertEquals(0, none.size());
            assertTrue(String.valueOf(none.problem()).startsWith("0 of "), none.problem());
            assertThrows(CancellationException.class, () -> raw.rows(most.name(), Long.MAX_VALUE, done -> false));
            assertThrows(CancellationException.class, () -> raw.types(done -> false));
            assertEquals(0, raw.rows("no.Such", Long.MAX_VALUE, done -> true).size());
        }
    }

    static String text(RawRows rows, int row, int field) {
        long value = rows.number(row, field);
        RawField.Kind kind = rows.fields().get(field).kind();
        if (value == RawRows.NONE) {
            return "none";
        }
        return switch (kind) {
            case TIME, SPAN, BYTES, ADDRESS, NUMBER, FLAG -> Long.toString(value);
            case REAL, SHARE -> Double.toString(rows.real(row, field));
            case WORD -> rows.word(value);
            case STACK ->
                rows.stack(value).frames().stream().map(Frame::label).toList().toString();
        };
    }

    /// Null for what is shown in words of our own.
    private static String reference(RecordedEvent event, RawField field) {
        Object value = event.getValue(field.name());
        return switch (field.kind()) {
            case TIME -> {
                Instant time = event.getInstant(field.name());
                yield time.equals(Instant.MIN)
                        ? "none"
                        : Long.toString(time.getEpochSecond() * 1_000_000_000 + time.getNano());
            }
            case SPAN -> {
                Duration span = event.getDuration(field.name());
                boolean unknown = span.getSeconds() == Long.MIN_VALUE || span.getSeconds() == Long.MAX_VALUE;
                yield unknown ? "none" : Long.toString(span.toNanos());
            }
            // The recorder's own sign for a number that it does not know.
            case BYTES, ADDRESS, NUMBER ->
                event.getLong(field.name()) == Long.MIN_VALUE ? "none" : Long.toString(event.getLong(field.name()));
            case FLAG -> value.equals(Boolean.TRUE) ? "1" : "0";
            case REAL, SHARE -> Double.toString(event.getDouble(field.name()));
            case WORD ->
                switch (value) {
                    case null -> "none";
                    case String word -> word;
                    case RecordedClass type -> type.getName();
                    case RecordedThread thread ->
                        thread.getJavaName() != null ? thread.getJavaName() : String.valueOf(thread.getOSName());
                    default -> null;
                };
            case STACK -> stack((RecordedStackTrace) value);
        };
    }

    private static String stack(RecordedStackTrace trace) {
        if (trace == null) {
            return "[]";
        }
        List<String> labels = new ArrayList<>();
        for (RecordedFrame frame : trace.getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (Border.isShown(type)) {
                int line = frame.getLineNumber();
                labels.add(type + "." + frame.getMethod().getName() + (line < 0 ? "" : ":" + line));
            }
        }
        return labels.toString();
    }
}
