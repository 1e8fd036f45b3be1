package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A glimpse shows what is there and leaves the logbook as it was.
class LogbookGlimpseTest {

    private static final Phase OPENING = new Phase.Opening("reading", 0);

    @Test
    void nothingIsEntered() {
        Logbook logbook = Logbook.remembering(Subjects.of(Path.of("some.jfr")));
        Snapshot before = logbook.take(OPENING);
        List<NativeEvent> events = new ArrayList<>();
        for (int block = 1; block <= 7; block++) {
            events.add(new NativeEvent.Allocation(block, 0x1000L * block, 13, 1, "ffm", "shared", null, 0, true));
        }
        Snapshot glimpse = logbook.glimpse(events, OPENING);
        assertEquals(91, glimpse.ledger().liveBytes().value());
        assertEquals(7, glimpse.ledger().eventsApplied());
        assertEquals(List.of(), glimpse.findings());

        Snapshot after = logbook.take(OPENING);
        assertEquals(0, after.ledger().eventsApplied());
        assertTrue(before.version() < glimpse.version() && glimpse.version() < after.version());
        logbook.enter(events);
        assertEquals(91, logbook.take(OPENING).ledger().liveBytes().value());
    }
}
