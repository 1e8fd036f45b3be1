package dev.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EvidenceLineTest {

    @Test
    void aCourseIsDrawnFromItsFirstMarkToItsLast() {
        EvidenceLine line = EvidenceLine.of("It rises.");
        assertEquals(List.of(), line.drawn(new double[] {7}).course(), "one mark is no course");
        assertEquals(List.of(7.0, 9.0), line.drawn(new double[] {7, 9}).course());
        List<Double> course =
                line.drawn(IntStream.range(0, 1_000).asDoubleStream().toArray()).course();
        assertEquals(EvidenceLine.POINTS, course.size());
        assertEquals(List.of(0.0, 999.0), List.of(course.getFirst(), course.getLast()));
        assertEquals(
                course,
                line.drawn(IntStream.range(0, 1_000).asDoubleStream().toArray())
                        .at(new Door.AccountBook())
                        .course());
    }
}
