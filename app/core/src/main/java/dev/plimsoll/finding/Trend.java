package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;
import java.util.Arrays;
import java.util.Locale;

/// Whether the low-water marks of a line rise, and how.
///
/// @param site the line
/// @param epochs number of marks
/// @param span nanoseconds over which the marks were taken
/// @param p of Mann and Kendall, one-sided
/// @param q `p` adjusted for the number of lines that were tested
/// @param perSecond Theil and Sen's slope: bytes, or blocks or callbacks, per second, with its 95 % interval; [#FLAT]
/// where `p`
///     rules a rise out
/// @param rise last mark less the first
/// @param noise twice the standard error of the last mark: a rise below it may be the sampling's
/// @param late slope of the second half as a share of the whole one, 0 where `p` rules a rise out; by the clock or the
///     line's [OwnTime], whichever is more
record Trend(
        SiteHistory site,
        int epochs,
        long span,
        double p,
        double q,
        TheilSen perSecond,
        double rise,
        double noise,
        double late) {

    /// Fewer marks cannot show a trend: with five, chance alone makes them all rise once in 120 times.
    static final int FEWEST = 5;

    private static final double Q = 0.05;

    private static final TheilSen FLAT = new TheilSen(0, 0, 0);

    /// @param first the first whole epoch of the line, at least 1
    /// @param ends of the epochs
    /// @param marks by epoch
    /// @param variance of the last mark
    static Trend of(SiteHistory site, int first, long[] ends, double[] marks, double variance) {
        int n = ends.length - first;
        double[] values = Arrays.copyOfRange(marks, first, ends.length);
        double[] seconds = new double[n];
        for (int i = 0; i < n; i++) {
            seconds[i] = (ends[first + i] - ends[first]) / 1e9;
        }
        MannKendall test = MannKendall.of(values);
        // The slopes of all pairs are what costs, and nearly no line rises.
        boolean mayRise = test.p() < Q;
        TheilSen perSecond = mayRise ? TheilSen.of(seconds, values, test.variance()) : FLAT;
        return new Trend(
                site,
                n,
                ends[ends.length - 1] - ends[first - 1],
                test.p(),
                test.p(),
                perSecond,
                values[n - 1] - values[0],
                new Estimate(0, variance).margin(),
                mayRise ? Math.max(late(perSecond, seconds, values), lateInOwnTime(site, first, values)) : 0);
    }

    private static double late(TheilSen all, double[] times, double[] values) {
        int n = values.length;
        double half = TheilSen.of(Arrays.copyOfRange(times, n / 2, n), Arrays.copyOfRange(values, n / 2, n), 0)
                .slope();
        return all.slope() <= 0 ? 0 : half / all.slope();
    }

    private static double lateInOwnTime(SiteHistory site, int first, double[] values) {
        OwnTime own = OwnTime.since(site, first);
        if (!own.tells(first + values.length)) {
            return 0;
        }
        double[] times = new double[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = own.at(first + i + 1);
            if (i > 0 && times[i] <= times[i - 1]) {
                return 0;
            }
        }
        return late(TheilSen.of(times, values, 0), times, values);
    }

    Trend withQ(double other) {
        return new Trend(site, epochs, span, p, other, perSecond, rise, noise, late);
    }

    /// Of what it is the trend: bytes, or blocks where those have no size.
    String amount(double value) {
        return site.sized()
                ? Figures.bytes(value)
                : String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value) + " blocks";
    }

    /// What it gains: `2.7 MiB of mapped memory a second`.
    String gain() {
        return amount(perSecond.slope()) + " of " + site.binding() + (site.sized() ? " memory" : "") + " a second";
    }

    /// Rising, beyond the doubt of chance and of sampling, and not coming to rest.
    boolean rises() {
        return q < Q && perSecond.low() > 0 && rise > noise && late > 0.5;
    }
}
