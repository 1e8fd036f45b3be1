package dev.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class LagScaleTest {

    @Test
    void theMedianIsWithinATwentieth() {
        LagScale lags = new LagScale();
        assertEquals(-1, lags.median());
        for (long lag : new long[] {1, 38_000_000, 38_000_000, 900_000_000, 60_000_000_000L}) {
            lags.add(lag);
        }
        lags.add(-5);
        lags.add(Long.MAX_VALUE);
        assertEquals(38_000_000, lags.median(), 38_000_000 / 16.0);
    }
}
