package dev.plimsoll.jfr.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.agent.Desk.Recorded;
import dev.plimsoll.jfr.event.v1.EventNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls through handles that were made after the attach are counted each, by the name that was looked up. */
class NativeCallsTest {

    @TempDir
    Path directory;

    @Test
    void callsAreCountedAndTimedByName() throws Exception {
        try (Child child = Child.start(25, directory)) {
            try (Desk desk = Desk.attach(child.pid(), "524288")) {
                assertEquals("sum 500050", child.order("calls 0 50005"));
                Map<String, RecordedEvent> calls = calls(desk.stop());
                assertEquals(50_005, calls.get("labs").getLong(EventNames.FIELD_COUNT));
                assertEquals(50_005, calls.get("strlen").getLong(EventNames.FIELD_COUNT));
                assertEquals(5, calls.get("usleep").getLong(EventNames.FIELD_COUNT));
                Duration slept = calls.get("usleep").getDuration(EventNames.FIELD_NANOS);
                assertTrue(slept.toMillis() >= 50, slept::toString);
                desk.detach();
            }
            // A second session begins at nought.
            try (Desk desk = Desk.attach(child.pid(), "524288")) {
                assertEquals("sum 110", child.order("calls 0 11"));
                assertEquals(11, calls(desk.stop()).get("labs").getLong(EventNames.FIELD_COUNT));
                desk.detach();
            }
        }
    }

    private static Map<String, RecordedEvent> calls(Recorded recorded) {
        Map<String, RecordedEvent> last = new TreeMap<>();
        for (RecordedEvent event : recorded.of(EventNames.NATIVE_CALLS)) {
            last.merge(
                    event.getString(EventNames.FIELD_SYMBOL),
                    event,
                    (a, b) -> a.getLong(EventNames.FIELD_COUNT) > b.getLong(EventNames.FIELD_COUNT) ? a : b);
        }
        return last;
    }
}
