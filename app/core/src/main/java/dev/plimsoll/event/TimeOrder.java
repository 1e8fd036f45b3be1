package dev.plimsoll.event;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The rows of a column of times in order of time, equal times in order of rows. Recorders write one thread's
/// events after the other's, so the rows are nearly sorted over long and unsorted over short distances: they are
/// dealt into buckets of equal spans of time, a few rows each, and a bucket is sorted by insertion. One thread.
final class TimeOrder {

    private static final int ROWS_PER_BUCKET = 8;
    private static final int LARGE = 64;

    private boolean sorted;
    private long[] keys = {};
    private long rowMask;
    private int[] ends = {};

    /// The row of the i-th event in time.
    int row(int i) {
        return sorted ? i : (int) (keys[i] & rowMask);
    }

    void sort(long[] times, int size) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        long before = Long.MIN_VALUE;
        sorted = true;
        for (int row = 0; row < size; row++) {
            long time = times[row];
            sorted &= time >= before;
            before = time;
            least = Math.min(least, time);
            most = Math.max(most, time);
        }
        if (sorted) {
            return;
        }
        if (keys.length < size) {
            keys = new long[Math.max(size, times.length)];
        }
        int rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        rowMask = (1L << rowBits) - 1;
        long span = most - least;
        if (span < 0 || span >= 1L << (Long.SIZE - 1 - rowBits)) {
            byComparison(times, size);
        } else {
            byBuckets(times, size, least, span, rowBits);
        }
    }

    private void byBuckets(long[] times, int size, long least, long span, int rowBits) {
        int buckets = Math.max(1, Integer.highestOneBit(size) / ROWS_PER_BUCKET);
        int spanBits = Long.SIZE - Long.numberOfLeadingZeros(span);
        int shift = Math.max(0, spanBits - Integer.numberOfTrailingZeros(buckets));
        if (ends.length < buckets + 1) {
            ends = new int[buckets + 1];
        }
        Arrays.fill(ends, 0, buckets + 1, 0);
        for (int row = 0; row < size; row++) {
            ends[(int) ((times[row] - least) >>> shift) + 1]++;
        }
        for (int bucket = 0; bucket < buckets; bucket++) {
            ends[bucket + 1] += ends[bucket];
        }
        for (int row = 0; row < size; row++) {
            long since = times[row] - least;
            keys[ends[(int) (since >>> shift)]++] = since << rowBits | row;
        }
        int from = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            int to = ends[bucket];
            if (to - from > LARGE) {
                Arrays.sort(keys, from, to);
            } else {
                insertionSort(from, to);
            }
            from = to;
        }
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int hole = i;
            while (hole > from && keys[hole - 1] > key) {
                keys[hole] = keys[hole - 1];
                hole--;
            }
            keys[hole] = key;
        }
    }

    /// For times that lie centuries apart, which only a damaged recording has.
    private void byComparison(long[] times, int size) {
        int[] rows = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(row -> times[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < size; i++) {
            keys[i] = rows[i];
        }
    }
}
