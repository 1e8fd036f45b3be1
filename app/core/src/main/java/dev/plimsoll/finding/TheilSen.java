package dev.plimsoll.finding;

import java.util.Arrays;

/// The slope of a series as the median of the slopes between all pairs (Theil 1950; Sen, JASA 63, 1968): a
/// third of the values may be wild without moving it.
///
/// @param slope per unit of time
/// @param low lower end of the 95 % interval
/// @param high upper end
public record TheilSen(double slope, double low, double high) {

    /// @param times ascending, without repeats
    /// @param values one per time, at least 2
    /// @param variance of Kendall's S, which gives the ranks of the interval's ends
    public static TheilSen of(double[] times, double[] values, double variance) {
        int n = values.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[count++] = (values[j] - values[i]) / (times[j] - times[i]);
            }
        }
        Arrays.sort(slopes);
        double reach = 1.96 * Math.sqrt(variance);
        int low = (int) Math.floor((count - reach) / 2) - 1;
        int high = (int) Math.ceil((count + reach) / 2);
        double median = count % 2 == 1 ? slopes[count / 2] : (slopes[count / 2 - 1] + slopes[count / 2]) / 2;
        return new TheilSen(median, slopes[Math.max(0, low)], slopes[Math.min(count - 1, high)]);
    }
}
