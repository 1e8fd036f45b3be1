package dev.plimsoll.timeline;

import java.util.Arrays;

/// Values over time, oldest first. Immutable; the arrays are never written again and must not be.
///
/// @param name lane or binding name
/// @param unit `bytes`, `callbacks` ...
/// @param times nanoseconds since the epoch, ascending
/// @param values one per time
public record Series(String name, String unit, long[] times, double[] values) {

    public int size() {
        return times.length;
    }

    /// The value that held at `time`: the last one at or before it, or NaN before the first.
    public double at(long time) {
        int found = Arrays.binarySearch(times, time);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? Double.NaN : values[index];
    }

    /// What was known at `time`.
    public Series until(long time) {
        int found = Arrays.binarySearch(times, time);
        int size = found >= 0 ? found + 1 : -found - 1;
        return size == times.length
                ? this
                : new Series(name, unit, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }

    /// With a value from `time` on, which is not before the last one.
    public Series with(long time, double value) {
        int size = times.length > 0 && times[times.length - 1] >= time ? times.length : times.length + 1;
        long[] longer = Arrays.copyOf(times, size);
        double[] more = Arrays.copyOf(values, size);
        longer[size - 1] = time;
        more[size - 1] = value;
        return new Series(name, unit, longer, more);
    }

    public double last() {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }
}
