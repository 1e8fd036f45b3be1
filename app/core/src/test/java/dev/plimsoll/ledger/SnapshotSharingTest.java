package dev.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SnapshotSharingTest {

    private static final int MILLION = 1_000_000;

    private final Ledger ledger = new Ledger();
    private long time;

    private void take(long block) {
        take(block * 16, block % 1_009 + 1, 1, "ffm", 1);
    }

    private void take(long address, long bytes, double weight, String binding, int stack) {
        ledger.apply(new NativeEvent.Allocation(++time, address, bytes, weight, binding, "shared", null, stack));
    }

    private void give(long block) {
        ledger.apply(new NativeEvent.Free(++time, block * 16, "ffm", FreeCause.EXPLICIT));
    }

    private static BlockPage[] pages(LedgerSnapshot snapshot) {
        return ((PagedBlocks) snapshot.blocks()).pages();
    }

    /// The quick walk of the pages gives what the slow one gives, over holes, empty pages and two bindings' sites.
    @Test
    void aWalkOverSomeStacksMeetsTheirRowsAndNoOthers() {
        for (int block = 1; block <= 30_011; block++) {
            take(block * 16L, block % 1_009 + 1, 1, block % 3 == 0 ? "ffm" : "direct", block % 3 == 1 ? 7 : 1);
        }
        for (int block = 1; block <= 30_011; block++) {
            if (block % 7 < 3 || (block > 8_000 && block < 17_500)) {
                give(block);
            }
        }
        BlockTable blocks = ledger.snapshot().blocks();
        for (int[] wanted : new int[][] {{1}, {7}, {1, 7}, {2}, {}}) {
            BitSet stacks = new BitSet();
            Arrays.stream(wanted).forEach(stacks::set);
            List<String> expected = new ArrayList<>();
            for (int row = blocks.next(0); row >= 0; row = blocks.next(row + 1)) {
                if (stacks.get(blocks.stack(row))) {
                    expected.add(row + " " + blocks.stack(row) + " " + blocks.bytes(row) + " " + blocks.weight(row)
                            + " " + blocks.allocated(row));
                }
            }
            List<String> met = new ArrayList<>();
            blocks.rows(
                    stacks,
                    (row, stack, bytes, weight, allocated) ->
                            met.add(row + " " + stack + " " + bytes + " " + weight + " " + allocated));
            assertEquals(expected, met);
        }
    }

    /// The first block of a page that stands for others, and the first of 2 GiB and more, ask for columns of their own.
    @Test
    void whatHardlyAnyBlockNeedsDoesNotShowInASnapshotFromBefore() {
        take(1);
        BlockTable before = ledger.snapshot().blocks();
        take(32, 5L << 40, 1, "ffm", 1);
        take(48, 100, 2.5, "ffm", 1);
        take(4);
        BlockTable after = ledger.snapshot().blocks();
        assertEquals(List.of("2 x 1.0"), sizes(before));
        assertEquals(List.of("2 x 1.0", (5L << 40) + " x 1.0", "100 x 2.5", "5 x 1.0"), sizes(after));
        give(2);
        give(1);
        assertEquals(List.of("100 x 2.5", "5 x 1.0"), sizes(ledger.snapshot().blocks()));
        assertEquals(4, after.size());
        assertEquals(
                100 * 2.5 + 5, ledger.snapshot().stacks().getFirst().liveBytes().value());
    }

    private static List<String> sizes(BlockTable blocks) {
        List<String> sizes = new ArrayList<>();
        for (int row = blocks.next(0); row >= 0; row = blocks.next(row + 1)) {
            assertEquals(blocks.bytes(row), blocks.block(row).bytes());
            assertEquals(blocks.weight(row), blocks.block(row).weight());
            sizes.add(blocks.bytes(row) + " x " + blocks.weight(row));
        }
        return sizes;
    }

    @Test
    void aMillionBlocksAreNotCopiedBetweenSnapshots() {
        for (int block = 1; block <= MILLION; block++) {
            take(block);
        }
        BlockPage[] before = pages(ledger.snapshot());
        for (int round = 0; round < 10; round++) {
            // 100 frees within three pages, 50 new blocks in the page that is being filled.
            for (int i = 0; i < 100; i++) {
                give(round * 10_000L + i * 80 + 1);
            }
            for (int i = 0; i < 50; i++) {
                take(MILLION + round * 50L + i + 1);
            }
            BlockPage[] after = pages(ledger.snapshot());
            int same = 0;
            int sameColumns = 0;
            for (int i = 0; i < before.length; i++) {
                same += before[i] == after[i] ? 1 : 0;
                sameColumns += before[i].columns() == after[i].columns() ? 1 : 0;
            }
            assertTrue(before.length - same <= 4, "changed pages: " + (before.length - same));
            assertEquals(before.length, sameColumns, "no page's columns are copied for a free");
            before = after;
        }
        assertEquals(MILLION - 10 * 50, ledger.snapshot().blocks().size());
    }

    @Test
    void freedRowsComeBackWithoutTouchingWhatASnapshotHolds() {
        for (int block = 1; block <= 3 * BlockPage.ROWS; block++) {
            take(block);
        }
        for (int block = 2; block <= BlockPage.ROWS; block += 2) {
            give(block);
        }
        LedgerSnapshot before = ledger.snapshot();
        long sum = sum(before);
        for (int block = 1; block <= BlockPage.ROWS / 2; block++) {
            take(100_000L + block);
        }
        LedgerSnapshot after = ledger.snapshot();
        assertEquals(3, pages(after).length, "rows are used again");
        assertNotSame(pages(before)[0].columns(), pages(after)[0].columns());
        assertSame(pages(before)[1], pages(after)[1]);
        assertEquals(sum, sum(before));
        assertEquals(before.liveBytes().value(), sum);
        assertEquals(after.liveBytes().value(), sum(after));
    }

    @Test
    void memoryComesBackWhenBlocksGo() {
        for (int round = 0; round < 20; round++) {
            for (int block = 1; block <= 10 * BlockPage.ROWS; block++) {
                take(block);
            }
            ledger.snapshot();
            for (int block = 1; block <= 10 * BlockPage.ROWS; block++) {
                give(block);
            }
            BlockPage[] pages = pages(ledger.snapshot());
            long held = java.util.Arrays.stream(pages)
                    .filter(page -> page.columns() != null)
                    .count();
            assertTrue(held <= 1, "pages that hold columns for nothing: " + held);
            assertTrue(pages.length <= 12, "pages: " + pages.length);
        }
        assertEquals(0, ledger.snapshot().liveBytes().value());
    }

    /// Readers add up every snapshot they get while the writer goes on; the sums must be the snapshots' own.
    @Test
    void readersSeeWholeSnapshotsWhileTheWriterGoesOn() throws Exception {
        LinkedBlockingQueue<LedgerSnapshot> queue = new LinkedBlockingQueue<>();
        LedgerSnapshot end = new Ledger().snapshot();
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            Callable<Integer> reader = () -> {
                int read = 0;
                for (LedgerSnapshot next = queue.take(); next != end; next = queue.take()) {
                    assertEquals(next.liveBytes().value(), sum(next));
                    read++;
                }
                return read;
            };
            List<Future<Integer>> results = List.of(readers.submit(reader), readers.submit(reader));
            java.util.Random random = new java.util.Random(7);
            List<Long> live = new ArrayList<>();
            long next = 0;
            for (int step = 0; step < 300_000; step++) {
                if (live.size() < 9_000 || random.nextBoolean()) {
                    take(++next);
                    live.add(next);
                } else {
                    int i = random.nextInt(live.size());
                    give(live.get(i));
                    live.set(i, live.getLast());
                    live.removeLast();
                }
                if (step % 500 == 0) {
                    queue.add(ledger.snapshot());
                }
            }
            queue.add(end);
            queue.add(end);
            int read = 0;
            for (Future<Integer> result : results) {
                read += result.get(60, TimeUnit.SECONDS);
            }
            assertEquals(600, read);
        }
    }

    private static long sum(LedgerSnapshot snapshot) {
        long sum = 0;
        BlockTable blocks = snapshot.blocks();
        for (int row = blocks.next(0); row >= 0; row = blocks.next(row + 1)) {
            sum += blocks.bytes(row);
        }
        return sum;
    }
}
