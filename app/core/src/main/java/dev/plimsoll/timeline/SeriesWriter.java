package dev.plimsoll.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Collects one series within a fixed number of points. When it is full, time is cut into buckets and of each only the
/// lowest and the highest point stay, so a peak is never thinned away; an hour and a week cost the same. One thread.
final class SeriesWriter {

    /// Most points of a series.
    static final int POINTS = 2_000;

    /// At most two points stay of each, so thinning halves.
    private static final int BUCKETS = POINTS / 4;

    private final String name;
    private final String unit;
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int size;
    private @Nullable Series published;

    SeriesWriter(String name, String unit) {
        this.name = name;
        this.unit = unit;
    }

    /// Adds the value that holds from `time` on. A time before the last one counts as the last one.
    void add(long time, double value) {
        published = null;
        if (size > 0 && time <= times[size - 1]) {
            values[size - 1] = value;
            return;
        }
        if (size > 1 && values[size - 1] == value && values[size - 2] == value) {
            times[size - 1] = time;
            return;
        }
        if (size == POINTS) {
            thin();
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, Math.min(POINTS, size * 2));
            values = Arrays.copyOf(values, times.length);
        }
        times[size] = time;
        values[size] = value;
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The series now; the same object when nothing was added.
    Series publish() {
        if (published == null) {
            published = new Series(name, unit, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
        }
        return published;
    }

    private void thin() {
        long start = times[0];
        long width = (times[size - 1] - start) / BUCKETS + 1;
        int kept = 0;
        int from = 0;
        while (from < size) {
            long end = start + ((times[from] - start) / width + 1) * width;
            int low = from;
            int high = from;
            int to = from + 1;
            while (to < size && times[to] < end) {
                low = values[to] < values[low] ? to : low;
                high = values[to] > values[high] ? to : high;
                to++;
            }
            kept = keep(Math.min(low, high), kept);
            if (low != high) {
                kept = keep(Math.max(low, high), kept);
            }
            from = to;
        }
        size = kept;
    }

    private int keep(int from, int to) {
        times[to] = times[from];
        values[to] = values[from];
        return to + 1;
    }
}
