package dev.plimsoll.jfr.probe.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LiveTableTest {

    @Test
    void holdsExactlyWhatWasPutAndNotRemovedAfterTenMillionRandomOperations() {
        LiveTable table = new LiveTable(1 << 16);
        Map<Long, Long> expected = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 10_000_000; i++) {
            long address = address(random.nextInt(100_000));
            if (random.nextBoolean()) {
                boolean room = expected.size() < table.capacity();
                assertEquals(room, table.put(block(address, i)));
                if (room) {
                    expected.put(address, (long) i);
                }
            } else {
                Entry removed = table.remove(address);
                assertEquals(expected.remove(address), removed == null ? null : (Long) ((Block) removed).bytes);
            }
        }
        assertEquals(expected.size(), table.size());
        expected.forEach((address, bytes) -> assertEquals(bytes, ((Block) table.get(address)).bytes));
    }

    /** No tombstones: chains are as long as what is in them, whatever went through. */
    @Test
    void isAsQuickToSearchAfterAHundredMillionOperations() {
        LiveTable worn = new LiveTable(1 << 12);
        for (int i = 0; i < 50_000_000; i++) {
            worn.put(block(address(i), i));
            if (i >= 1_000) {
                worn.remove(address(i - 1_000));
            }
        }
        LiveTable fresh = new LiveTable(1 << 12);
        for (int i = 50_000_000 - 1_000; i < 50_000_000; i++) {
            fresh.put(block(address(i), i));
        }
        assertEquals(1_000, worn.size());
        assertEquals(fresh.longestChain(), worn.longestChain());
    }

    @Test
    void threadsThatShareChainsLoseNothing() throws Exception {
        LiveTable table = new LiveTable(1 << 12);
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                counts.add(pool.submit(() -> churn(table, thread)));
            }
            int live = 0;
            for (Future<Integer> count : counts) {
                live += count.get();
            }
            assertEquals(live, table.size());
        } finally {
            pool.shutdown();
        }
    }

    /** Puts and removes addresses of its own that fall into everybody's chains; returns how many it leaves. */
    private static int churn(LiveTable table, int thread) {
        Random random = new Random(thread);
        boolean[] live = new boolean[500];
        for (int i = 0; i < 1_000_000; i++) {
            int mine = random.nextInt(live.length);
            long address = address(mine * 8 + thread);
            Entry there = table.get(address);
            assertEquals(live[mine], there != null);
            if (live[mine]) {
                assertEquals(address, table.remove(address).address);
            } else {
                assertTrue(table.put(block(address, i)));
            }
            live[mine] = !live[mine];
        }
        int left = 0;
        for (boolean l : live) {
            left += l ? 1 : 0;
        }
        return left;
    }

    @Test
    void refusesWhenFullAndTakesAgainAfterAFree() {
        LiveTable table = new LiveTable(16);
        for (int i = 0; i < 16; i++) {
            assertTrue(table.put(block(address(i), i)));
        }
        assertFalse(table.put(block(address(16), 16)));
        assertNull(table.get(address(16)));
        table.remove(address(3));
        assertTrue(table.put(block(address(16), 16)));
        assertEquals(16, table.size());
    }

    @Test
    void anAddressThatComesTwiceKeepsTheLater() {
        LiveTable table = new LiveTable(16);
        table.put(block(address(1), 333));
        table.put(block(address(1), 777));
        assertEquals(777, ((Block) table.get(address(1))).bytes);
        assertEquals(1, table.size());
    }

    @Test
    void clearLeavesNothing() {
        LiveTable table = new LiveTable(1 << 10);
        for (int i = 0; i < 900; i++) {
            table.put(block(address(i), i));
        }
        table.clear();
        assertEquals(0, table.size());
        assertNull(table.get(address(5)));
    }

    private static long address(int i) {
        return 0x7F00_0000_0000L + i * 16L;
    }

    private static Block block(long address, long bytes) {
        return new Block(address, Binding.UNSAFE, Binding.UNSAFE, null, bytes, 1);
    }
}
