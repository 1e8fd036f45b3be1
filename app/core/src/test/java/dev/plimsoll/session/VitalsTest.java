package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What the watching itself notices.
final class VitalsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_790_000_000L * SECOND;

    private final Vitals vitals = new Vitals();

    @Test
    void eventsThatComeLateAreNoClockThatWasPutBack() {
        vitals.count(START + 50 * SECOND);
        vitals.count(START);
        assertEquals(0, vitals.putBack());
    }

    @Test
    void aClockThatWasPutBackIsNoticed() {
        vitals.count(START + 7_300 * SECOND);
        vitals.count(START + 100 * SECOND);
        vitals.count(START + 200 * SECOND);
        assertEquals(7_200 * SECOND, vitals.putBack());
    }
}
