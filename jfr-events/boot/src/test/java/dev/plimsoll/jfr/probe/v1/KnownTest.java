package dev.plimsoll.jfr.probe.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One look may say too much of an address, never too little. */
class KnownTest {

    @Test
    void whatIsKnownIsSeenHoweverManyThreadsShareItsPlace() throws Exception {
        // Two places for all addresses.
        Known known = new Known(1);
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> missed = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                long first = t * 1_000L;
                missed.add(pool.submit(() -> churn(known, first)));
            }
            for (Future<Integer> count : missed) {
                assertEquals(0, count.get());
            }
        } finally {
            pool.shutdown();
        }
        assertEquals(0, known.counts()[0]);
        assertEquals(0, known.counts()[1]);
    }

    private static int churn(Known known, long first) {
        int missed = 0;
        for (int i = 0; i < 200_000; i++) {
            long address = first + i % 100;
            known.add(address);
            missed += isNothingAt(known, address) ? 1 : 0;
            known.remove(address);
        }
        return missed;
    }

    @Test
    void aPlaceOfVeryManyStaysOne() {
        Known known = new Known(1);
        for (int i = 0; i < 1_000; i++) {
            known.add(16);
        }
        for (int i = 0; i < 1_000; i++) {
            known.remove(16);
        }
        assertFalse(isNothingAt(known, 16));
    }

    @Test
    void aFollowedBlockAndItsReleaseAreKnownUntilTheAddressIsTakenAgain() {
        Session.begin();
        Session.fixed(0);
        try {
            assertTrue(Probe.isNothingKnownAt(64));
            Probe.taken(Binding.LWJGL, 64, 100);
            assertFalse(Probe.isNothingKnownAt(64));
            Probe.freeing(Binding.LWJGL, 64);
            assertFalse(Probe.isNothingKnownAt(64), "its release");
            Misuses.BLOCKS.forget(64);
            assertTrue(Probe.isNothingKnownAt(64));
            Probe.taken(Binding.LWJGL, 64, 100);
            Probe.freeing(Binding.LWJGL, 64);
        } finally {
            Session.end();
            Session.adaptive();
        }
        assertTrue(Probe.isNothingKnownAt(64), "after the end");
    }

    @Test
    void theEndOfWhatIsKnownByItsObjectIsForgotten() {
        Object record = new Object();
        long key = Handles.identity(record);
        Session.begin();
        Session.fixed(0);
        try {
            Probe.made(Kind.of(Binding.JAVAFX, Kind.HANDLE), key, 0, null);
            assertFalse(Probe.isNothingKnownAt(key));
            Handles.ending(record, Binding.JAVAFX, Cause.CLEANER);
            assertTrue(Probe.isNothingKnownAt(key), "no free of memory can be about it");
        } finally {
            Session.end();
            Session.adaptive();
        }
    }

    private static boolean isNothingAt(Known known, long address) {
        return Known.isNothingAt(address, known.counts(), known.shift());
    }
}
