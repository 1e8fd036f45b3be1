package dev.plimsoll.jfr.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.agent.Desk.Recorded;
import dev.plimsoll.jfr.event.v1.EventNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A block that outlives its owner is told once; a block that its Cleaner frees never is. */
class OwnerTest {

    @TempDir
    Path directory;

    @Test
    void lostArenasAreToldAndWhatTheCleanerFreesIsNot() throws Exception {
        try (Child child = Child.start(25, directory);
                Desk desk = Desk.attach(child.pid(), "exact")) {
            child.orderOk("lost 4013 3");
            child.orderOk("lost-together 4019 5");
            child.orderOk("auto 6011 5");
            child.orderOk("direct-drop 8009 7");
            child.orderOk("callbacks 0 2");
            long deadline = System.nanoTime() + 30_000_000_000L;
            List<RecordedEvent> told;
            Recorded recorded;
            do {
                child.orderOk("gc");
                recorded = desk.peek();
                told = recorded.of(EventNames.OWNER_COLLECTED);
            } while (told.size() < 9 && System.nanoTime() < deadline);
            recorded = desk.stop();
            told = recorded.of(EventNames.OWNER_COLLECTED);

            assertEquals(3, told.stream().filter(e -> bytes(e) == 4_013).count());
            assertEquals(1, told.stream().filter(e -> bytes(e) == 0).count(), "the callback that was lost");
            assertEquals(5, told.stream().filter(e -> bytes(e) == 4_019).count(), "one arena");
            assertEquals(9, told.size());
            for (RecordedEvent event : told) {
                assertEquals("jdk.internal.foreign.SharedSession", event.getString(EventNames.FIELD_OWNER_CLASS));
                assertEquals("ffm", event.getString(EventNames.FIELD_BINDING));
                assertTrue(event.getBoolean(EventNames.FIELD_CLEANERS_RAN));
                Duration since = Duration.between(event.getInstant(EventNames.FIELD_SEEN), event.getStartTime());
                assertTrue(since.compareTo(Duration.ofMillis(1_990)) >= 0, since::toString);
            }
            desk.detach();
        }
    }

    private static long bytes(RecordedEvent event) {
        return event.getLong(EventNames.FIELD_BYTES);
    }
}
