package dev.plimsoll.jfr.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.agent.Desk.Recorded;
import dev.plimsoll.jfr.event.v1.EventNames;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default: exact for a slow program; for a fast one samples whose estimate meets the exact counters. */
class AdaptiveTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aSlowProgramIsExactAndAFastOneIsEstimatedWithinItsInterval(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.attach(child.pid(), "adaptive")) {
            child.orderOk("unsafe-keep 1051 40");
            child.orderOk("unsafe-free 211 1500000");
            Recorded recorded = desk.stop();

            List<RecordedEvent> slow = of(recorded, 1_051);
            assertEquals(40, slow.size());
            assertTrue(slow.stream().allMatch(e -> weight(e) == 1));

            List<RecordedEvent> fast = of(recorded, 211);
            assertTrue(fast.stream().anyMatch(e -> weight(e) > 1), "R never rose over " + fast.size() + " events");
            assertTrue(fast.size() < 1_000_000, fast.size() + " events");
            double estimate = fast.stream().mapToDouble(AdaptiveTest::weight).sum();
            double variance =
                    fast.stream().mapToDouble(e -> weight(e) * (weight(e) - 1)).sum();
            double error = Math.abs(estimate - 1_500_000);
            // 5 standard errors: the draws differ from run to run.
            assertTrue(error <= 5 * Math.sqrt(variance) + 1, estimate + " +- " + Math.sqrt(variance));
        }
    }

    /** One line can be looked at closely while the rest of a fast program stays cheap. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void everyBlockOfSomeSizesIsTakenAndTheOthersAreSampled(int feature) throws Exception {
        try (Child child = Child.start(feature, directory);
                Desk desk = Desk.attach(child.pid(), "exact:unsafe:223/227")) {
            child.orderOk("unsafe-free 211 1500000");
            child.orderOk("unsafe-free 223 60013");
            child.orderOk("unsafe-keep 227 40");
            Recorded recorded = desk.stop();

            assertTrue(of(recorded, 211).size() < 1_000_000);
            assertEquals(60_013, of(recorded, 223).size());
            assertEquals(40, of(recorded, 227).size());
            assertTrue(of(recorded, 223).stream().allMatch(e -> weight(e) == 1));
        }
    }

    private static double weight(RecordedEvent event) {
        return event.getDouble(EventNames.FIELD_WEIGHT);
    }

    private static List<RecordedEvent> of(Recorded recorded, long bytes) {
        return recorded.of(EventNames.NATIVE_ALLOCATION).stream()
                .filter(e -> e.getLong(EventNames.FIELD_BYTES) == bytes)
                .toList();
    }
}
