package dev.plimsoll.ui.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowOrderTest {

    private static int[] expected(long[] keys, boolean descending) {
        Comparator<Integer> order = Comparator.comparingLong(i -> keys[i]);
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(descending ? order.reversed() : order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void sortsAsAStableComparisonSortDoes() {
        Random random = new Random(17);
        List<long[]> all = List.of(
                random.longs(4099).toArray(),
                random.longs(4099, -5, 5).toArray(),
                random.longs(777, 0, 1L << 40).map(k -> k & ~0xffffL).toArray(),
                new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 0, -1, 1, Long.MAX_VALUE},
                new long[] {7},
                new long[0]);
        for (long[] keys : all) {
            int[] rows = IntStream.range(0, keys.length).toArray();
            assertArrayEquals(expected(keys, false), RowOrder.sorted(rows, keys, false));
            assertArrayEquals(expected(keys, true), RowOrder.sorted(rows, keys, true));
        }
    }
}
