package dev.plimsoll.finding;

import dev.plimsoll.timeline.Series;
import java.util.Arrays;

/// Whether the lows of a gauge rise from epoch to epoch, and how. What comes and goes within an epoch does not show.
///
/// @param epochs number of lows
/// @param span nanoseconds over which they were taken
/// @param p of Mann and Kendall, one-sided
/// @param perSecond Theil and Sen's slope with its 95 % interval
/// @param rise last low less the first
/// @param lateSlope slope of the second half
/// @param shift as [Survival#shift()], of what is gained
record Rise(int epochs, long span, double p, TheilSen perSecond, double rise, double lateSlope, double shift) {

    private static final double P = 0.01;

    /// A program that has lost a third of its pace since the beginning. Counters are exact, so that less would show,
    /// and be no more than a busy machine.
    private static final double SLOWER = -0.03;

    static final Rise NONE = new Rise(0, 0, 1, new TheilSen(0, 0, 0), 0, 0, 0);

    /// @param ends of the epochs, ascending
    /// @param from nanoseconds since 1970: epochs that begin before it do not count
    static Rise of(Series series, long[] ends, long from) {
        double[] lows = new double[ends.length];
        double[] seconds = new double[ends.length];
        int count = 0;
        for (int i = 1; i < ends.length; i++) {
            double low = low(series, ends[i - 1], ends[i]);
            if (ends[i - 1] >= from && !Double.isNaN(low)) {
                lows[count] = low;
                seconds[count++] = ends[i] / 1e9;
            }
        }
        if (count < Trend.FEWEST) {
            return NONE;
        }
        double[] values = Arrays.copyOf(lows, count);
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = seconds[i] - seconds[0];
        }
        MannKendall test = MannKendall.of(values);
        int half = count / 2;
        TheilSen late = TheilSen.of(Arrays.copyOfRange(times, half, count), Arrays.copyOfRange(values, half, count), 0);
        return new Rise(
                count,
                Math.round(times[count - 1] * 1e9),
                test.p(),
                TheilSen.of(times, values, test.variance()),
                values[count - 1] - values[0],
                late.slope(),
                shift(times, values));
    }

    private static double shift(double[] times, double[] values) {
        int last = values.length - 1;
        double gained = values[last] - values[0];
        if (gained <= 0 || times[last] <= 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 1; i <= last; i++) {
            sum += (values[i] - values[i - 1]) * (times[i] + times[i - 1]) / 2;
        }
        return sum / gained / times[last] - 0.5;
    }

    /// Of a number of things, not of bytes: whether it comes to rest, or is still picking up, as beginnings do.
    boolean isBeginning() {
        return (Survival.slowsDown(shift, rise) && shift < SLOWER) || Survival.speedsUp(shift, rise);
    }

    /// Rising beyond the doubt of chance, and not coming to rest.
    boolean steady() {
        return p < P && perSecond.low() > 0 && rise > 0 && lateSlope > 0.5 * perSecond.slope();
    }

    private static double low(Series series, long from, long to) {
        double low = series.at(from);
        int at = Arrays.binarySearch(series.times(), from);
        for (int i = at >= 0 ? at : -at - 1; i < series.size() && series.times()[i] < to; i++) {
            low = Double.isNaN(low) ? series.values()[i] : Math.min(low, series.values()[i]);
        }
        return low;
    }
}
