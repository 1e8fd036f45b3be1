package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.recording.HeldBuffers;
import dev.plimsoll.recording.RecordingReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldObjectsTest {

    private static final String OWNER = "java.nio.DirectByteBuffer";
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    /// What holds the buffers comes out of a real JVM; that a line grows for a minute is told, since a test has none.
    @Test
    void aGrowingLineNamesTheFieldThatHoldsIt() throws Exception {
        Path file = HeldBuffers.record(25, folder);
        Logbook logbook = Logbook.forgetting(Subjects.of(file));
        List<NativeEvent.HeldObject> held = new ArrayList<>();
        RecordingReader.read(file, logbook.stacks(), (columns, done) -> {
            for (NativeEvent event : columns.events()) {
                if (event instanceof NativeEvent.HeldObject e) {
                    held.add(e);
                }
            }
            return true;
        });
        List<NativeEvent.HeldObject> leaked = held.stream()
                .filter(e -> e.type().equals(OWNER) && site(logbook, e).equals("Keeps.leak"))
                .toList();
        long end = held.getLast().time();
        List<NativeEvent> grows = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            long time = end - 60 * SECOND + i * SECOND / 10;
            grows.add(new NativeEvent.Allocation(
                    time,
                    4_096L * (i + 1),
                    2_003,
                    1,
                    "direct",
                    "cleaner",
                    OWNER,
                    leaked.getFirst().stack()));
            if (i % 20 == 10) {
                grows.add(new NativeEvent.GcCycle(time + 1, i, "SerialOld", "System.gc()", 1_000, 1_000, 1_000));
            }
        }
        grows.sort(Comparator.comparingLong(NativeEvent::time));

        logbook.enter(grows);
        assertEquals(List.of(), heldBy(logbook), "nobody looked yet");
        // As if an earlier search had found one of them too.
        NativeEvent.HeldObject first = leaked.getFirst();
        logbook.enter(List.of(new NativeEvent.HeldObject(end - 1, OWNER, List.of("static Old.field"), first.stack())));
        logbook.enter(new ArrayList<>(held));

        List<String> said = heldBy(logbook);
        assertEquals(1, said.size(), said::toString);
        String line = said.getFirst();
        assertTrue(line.startsWith("Held by static Keeps.kept > java.util.HashMap.table > "), line);
        assertTrue(
                line.endsWith(" > " + OWNER + " (" + leaked.size() + " of " + leaked.size() + " samples of the line)."),
                line);
    }

    private static List<String> heldBy(Logbook logbook) {
        Finding growth = logbook.take(new Phase.Playback()).findings().getFirst();
        assertEquals("growth", growth.rule());
        return growth.evidenceWords().stream()
                .filter(line -> line.startsWith("Held by"))
                .toList();
    }

    private static String site(Logbook logbook, NativeEvent.HeldObject held) {
        return held.stack() == 0
                ? ""
                : Objects.requireNonNull(logbook.stacks().get(held.stack()).site())
                        .name();
    }
}
