package dev.plimsoll.ui.kit;

import dev.plimsoll.timeline.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/// Series of one unit on top of each other. Pure.
public final class RunningSums {

    private static final List<String> ORDER = List.of(
            "heap",
            "metaspace",
            "code",
            "threads",
            "lwjgl",
            "gl",
            "vulkan",
            "ffm",
            "javafx",
            "javacpp",
            "skija",
            "direct",
            "unsafe",
            "netty",
            "jna",
            "jnr",
            "mapped",
            "zip",
            "malloc",
            "jni");

    private RunningSums() {}

    /// The same order everywhere and at all times, so that a colour never changes its place.
    public static List<Series> inOrder(List<Series> series) {
        List<Series> sorted = new ArrayList<>(series);
        sorted.sort(Comparator.comparingInt((Series one) -> rank(one.name())).thenComparing(Series::name));
        return sorted;
    }

    /// Position of a name in the stack; unknown names come last.
    public static int rank(String name) {
        int index = ORDER.indexOf(name);
        return index < 0 ? ORDER.size() : index;
    }

    /// Each result is the sum of a series and all before it, at times that all results share. What begins inside the
    /// range begins with a step: a line that climbs to its first value would tell what nobody measured.
    ///
    /// @param points about how many times, at least 2
    public static List<Series> of(List<Series> series, long from, long to, int points) {
        long[] times = grid(series, from, to, points);
        double[] below = new double[times.length];
        List<Series> sums = new ArrayList<>();
        for (Series one : series) {
            double[] values = below.clone();
            add(one, times, values);
            sums.add(new Series(one.name(), one.unit(), times, values));
            below = values;
        }
        return sums;
    }

    /// What held at each of `times`, from the first value of the series on.
    public static Series held(Series series, long[] times) {
        int from = 0;
        while (from < times.length && Double.isNaN(series.at(times[from]))) {
            from++;
        }
        long[] known = Arrays.copyOfRange(times, from, times.length);
        double[] values = Arrays.stream(known).mapToDouble(series::at).toArray();
        return new Series(series.name(), series.unit(), known, values);
    }

    /// Adds what held at each time; both arrays run forward, so one walk suffices.
    private static void add(Series series, long[] times, double[] values) {
        int at = 0;
        double held = 0;
        for (int i = 0; i < times.length; i++) {
            while (at < series.size() && series.times()[at] <= times[i]) {
                held = series.values()[at++];
            }
            values[i] += held;
        }
    }

    private static LongStream times(Series series) {
        return series.size() == 0
                ? LongStream.empty()
                : LongStream.concat(LongStream.of(series.times()[0] - 1), Arrays.stream(series.times()));
    }

    /// All times in the range when they are few, else evenly spread ones.
    private static long[] grid(List<Series> series, long from, long to, int points) {
        long[] all = series.stream()
                .flatMapToLong(RunningSums::times)
                .filter(time -> time > from && time < to)
                .sorted()
                .distinct()
                .toArray();
        if (all.length + 2 <= points) {
            long[] times = new long[all.length + 2];
            times[0] = from;
            System.arraycopy(all, 0, times, 1, all.length);
            times[times.length - 1] = to;
            return times;
        }
        long[] times = new long[points];
        for (int i = 0; i < points; i++) {
            times[i] = from + Math.round((double) (to - from) * i / (points - 1));
        }
        return times;
    }
}
