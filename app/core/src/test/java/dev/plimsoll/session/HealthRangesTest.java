package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ranges as a person writes them.
final class HealthRangesTest {

    @ParameterizedTest
    @CsvSource({
        "gc-pause, 500 ms, 5e8",
        "gc-pause, 1.5s, 1.5e9",
        "live-callbacks, '12,000', 12000",
        "unexplained, 40 %, 0.4",
        "without-owner, 64MiB, 67108864",
        "without-owner, 0, 0",
    })
    void valuesAreRead(String id, String text, double value) {
        assertEquals(value, HealthMetric.of(id).orElseThrow().parse(text).orElseThrow(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"gc-pause, 500", "live-callbacks, many", "unexplained, -3 %", "without-owner, 64 MB", "gc-pause, ''"})
    void whatIsNoValueIsNotGuessed(String id, String text) {
        assertEquals(OptionalDouble.empty(), HealthMetric.of(id).orElseThrow().parse(text));
    }

    @Test
    void everyDefaultSurvivesItsOwnText() {
        for (HealthMetric metric : HealthMetric.values()) {
            assertEquals(
                    metric.most(),
                    metric.parse(metric.write(metric.most())).orElseThrow(),
                    metric.most() * 1e-9,
                    metric.id());
        }
    }

    @Test
    void aFileHasOnlyWhatWasChosen() {
        HealthRanges ranges = HealthRanges.DEFAULT
                .with(HealthMetric.PAUSE, 5e8)
                .with(HealthMetric.CALLBACKS, 40)
                .with(HealthMetric.COST, 0.02)
                .with(HealthMetric.COST, HealthMetric.COST.most());
        assertEquals(
                List.of(
                        "# metric              healthy up to",
                        "live-callbacks        40",
                        "gc-pause              500 ms"),
                ranges.lines());
        assertEquals(ranges, HealthRanges.parse(ranges.lines()));
    }

    @Test
    void aWrongLineIsNamed() {
        assertEquals(
                "line 2 needs a value like 200 ms for gc-pause",
                assertThrows(IllegalArgumentException.class, () -> HealthRanges.parse(List.of("", "gc-pause long")))
                        .getMessage());
        assertEquals(
                "line 1 names no metric: pause",
                assertThrows(IllegalArgumentException.class, () -> HealthRanges.parse(List.of("pause 3 s")))
                        .getMessage());
    }
}
