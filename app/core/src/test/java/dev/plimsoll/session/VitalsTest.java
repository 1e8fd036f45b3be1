package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.event.NativeEvent;
import org.junit.jupiter.api.Test;

class VitalsTest {

    /// What was left out in a burst is still missing when it is over.
    @Test
    void stacksThatWereLeftOutAreToldToTheEnd() {
        Vitals vitals = new Vitals();
        vitals.record(health(1, 0));
        assertEquals(0, vitals.health(0).following().stackInterval());
        vitals.record(health(2, 1_229));
        vitals.record(health(3, 0));
        assertEquals(1_229, vitals.health(0).following().stackInterval());
        assertEquals(1, vitals.health(0).following().words().size());
    }

    private static NativeEvent health(long time, long stackInterval) {
        return new NativeEvent.AgentHealth(time, 1, "exact", 0, 0, 0, 0.1, 0, 1, 2, 0, 0, false, stackInterval);
    }
}
