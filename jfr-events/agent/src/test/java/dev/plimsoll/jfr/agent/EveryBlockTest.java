package dev.plimsoll.jfr.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.agent.Desk.Recorded;
import dev.plimsoll.jfr.event.v1.EventNames;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tight loop of which every block is recorded: its stacks become fewer, its blocks do not. */
class EveryBlockTest {

    private static final int BLOCKS = 1_200_000;
    private static final int BYTES = 67;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void noBlockIsMissingWhereStacksAre(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.attach(child.pid(), "every-block")) {
            child.orderOk("unsafe-keep 1009 11");
            child.orderOk("unsafe-free " + BYTES + " " + BLOCKS);
            Recorded recorded = desk.stop();

            List<RecordedEvent> untraced = of(recorded, EventNames.UNTRACED_ALLOCATION);
            List<RecordedEvent> traced = of(recorded, EventNames.NATIVE_ALLOCATION);
            assertEquals(BLOCKS, untraced.size() + traced.size());
            assertTrue(untraced.size() > BLOCKS / 10, untraced.size() + " without a stack");
            assertTrue(traced.size() > 1_000, traced.size() + " with a stack");
            assertNull(untraced.get(0).getStackTrace());
            double blocks = 0;
            double variance = 0;
            for (RecordedEvent event : traced) {
                assertTrue(event.getBoolean(EventNames.FIELD_EVERY_BLOCK));
                double weight = event.getDouble(EventNames.FIELD_WEIGHT);
                blocks += weight;
                variance += weight * (weight - 1);
            }
            assertEquals(BLOCKS, blocks, 5 * Math.sqrt(variance));
            long few = recorded.of(EventNames.NATIVE_ALLOCATION).stream()
                    .filter(e -> e.getLong(EventNames.FIELD_BYTES) == 1_009 && e.getStackTrace() != null)
                    .count();
            assertEquals(11, few, "stacks of what is rare");
            long frees = recorded.of(EventNames.NATIVE_FREE).stream()
                    .filter(e -> e.getString(EventNames.FIELD_BINDING).equals("unsafe"))
                    .count();
            assertTrue(frees >= BLOCKS, frees + " frees");
            assertTrue(
                    recorded.of(EventNames.AGENT_HEALTH).stream()
                            .anyMatch(e -> e.getLong(EventNames.FIELD_STACK_INTERVAL) >= BYTES
                                    && e.getLong(EventNames.FIELD_INTERVAL) == 0
                                    && e.getString(EventNames.FIELD_MODE).equals("exact")),
                    "the agent says so");
        }
    }

    private static List<RecordedEvent> of(Recorded recorded, String name) {
        return recorded.of(name).stream()
                .filter(e -> e.getLong(EventNames.FIELD_BYTES) == BYTES)
                .toList();
    }
}
