package dev.plimsoll.jfr.probe.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that each hold a share of what is at one of a few addresses. */
class SharesTest {

    private static final int OBJECTS = 8_000;
    private static final int ADDRESSES = 16;
    private static final int KIND = Kind.of(Binding.SKIJA, Kind.HANDLE);

    /** What has no known size counts as 1 KiB: at 4 KiB one in four and a half is followed. */
    @ParameterizedTest
    @ValueSource(longs = {0, 4_096})
    void eachThatIsFollowedIsFoundAgain(long interval) {
        long errors = Probe.errors;
        Session.begin();
        try {
            Session.fixed(interval);
            ThreadState s = ThreadState.current();
            s.reseed(1);
            long taken = s.counter(Binding.SKIJA, 0);
            long given = s.counter(Binding.SKIJA, 2);
            List<Object> objects = new ArrayList<>();
            // A key has 16 bits of the object's hash: two of one address may have the same, and the later takes the
            // place.
            Set<Long> keys = new HashSet<>();
            for (int i = 0; i < OBJECTS; i++) {
                Object object = new Object();
                objects.add(object);
                keys.add(Handles.shared(address(i), object));
                ThreadState context = Probe.enter(KIND, Probe.UNKNOWN);
                Shares.taken(Binding.SKIJA, address(i), object);
                Probe.exit(context, object, 0);
            }
            int followed = Probe.BLOCKS.size();
            assertEquals(OBJECTS, s.counter(Binding.SKIJA, 0) - taken);
            if (interval == 0) {
                assertEquals(keys.size(), followed);
            } else {
                assertTrue(followed > 1_500 && followed < 2_000, followed + " of " + OBJECTS);
            }
            for (int i = 0; i < OBJECTS; i++) {
                Shares.freeing(Binding.SKIJA, address(i), objects.get(i));
            }
            assertEquals(0, Probe.BLOCKS.size());
            assertEquals(OBJECTS, s.counter(Binding.SKIJA, 2) - given);
            assertEquals(0, Misuses.seen());
        } finally {
            Session.end();
        }
        assertEquals(errors, Probe.errors);
    }

    private static long address(int i) {
        return 0x7F00_0000_0000L + (i % ADDRESSES) * 64L;
    }
}
