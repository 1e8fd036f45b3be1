package dev.plimsoll.jfr.probe.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which registration the calls of an object count for. */
class CallbacksTest {

    private final Object target = new Object();

    @BeforeEach
    void begin() {
        Session.begin();
    }

    @AfterEach
    void end() {
        Session.end();
    }

    @Test
    void callsCountForTheLastRegistrationThatIsLive() {
        for (long handle = 16; handle <= 64; handle += 16) {
            Callbacks.made(Binding.LWJGL, handle, target, null, "explicit");
        }
        Callbacks.invokedOn(target);
        Callbacks.releasing(32);
        Callbacks.invokedOn(target);
        assertEquals("0 0 2", counts(16, 48, 64));
        Callbacks.releasing(64);
        Callbacks.invokedOn(target);
        assertEquals("0 1", counts(16, 48));
        Callbacks.releasing(48);
        Callbacks.invokedOn(target);
        Callbacks.invokedOn(target);
        assertEquals("2", counts(16));
        Callbacks.releasing(16);
        Callbacks.invokedOn(target);
        assertEquals(0, Callbacks.BY_OBJECT.size());
        Callbacks.made(Binding.LWJGL, 80, target, null, "explicit");
        Callbacks.invokedOn(target);
        assertEquals("1", counts(80));
    }

    private static String counts(long... handles) {
        StringBuilder counts = new StringBuilder();
        for (long handle : handles) {
            counts.append(counts.isEmpty() ? "" : " ").append(Callbacks.invocations(handle));
        }
        return counts.toString();
    }
}
