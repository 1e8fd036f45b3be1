package dev.plimsoll.finding;

import java.util.Arrays;

/// Whether a series rises: the test of Mann (Econometrica 13, 1945) and Kendall (Rank Correlation Methods,
/// 1948), which asks only how often a later value is above an earlier one. One-sided: is it rising?
///
/// @param s pairs that rise less pairs that fall
/// @param variance of `s` when nothing trends: (n(n-1)(2n+5) - sum of t(t-1)(2t+5) over ties of t) / 18
/// @param p probability of an `s` at least as large when nothing trends. Exact up to 10 values without ties,
/// else from the normal distribution with a correction for continuity
public record MannKendall(long s, double variance, double p) {

    /// Up to here the distribution is counted out.
    private static final int EXACT = 10;

    public static MannKendall of(double[] values) {
        int n = values.length;
        long s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += (long) Math.signum(values[j] - values[i]);
            }
        }
        double ties = ties(values);
        double variance = (n * (n - 1.0) * (2.0 * n + 5) - ties) / 18;
        if (n < 2 || variance <= 0) {
            return new MannKendall(s, 0, 1);
        }
        double p = n <= EXACT && ties == 0
                ? exact(n, s)
                : Normal.upperTail((s - Math.signum((double) s)) / Math.sqrt(variance));
        return new MannKendall(s, variance, p);
    }

    private static double ties(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double t = to - from;
            sum += t * (t - 1) * (2 * t + 5);
            from = to;
        }
        return sum;
    }

    /// The share of all orders of n values whose s is at least the given one. An order with k falling pairs has
    /// s = n(n-1)/2 - 2k; the number of orders with k falling pairs is counted value by value.
    private static double exact(int n, long s) {
        double[] orders = {1};
        double all = 1;
        for (int length = 2; length <= n; length++) {
            double[] next = new double[orders.length + length - 1];
            for (int k = 0; k < orders.length; k++) {
                for (int more = 0; more < length; more++) {
                    next[k + more] += orders[k];
                }
            }
            orders = next;
            all *= length;
        }
        int pairs = n * (n - 1) / 2;
        double count = 0;
        for (int k = 0; k < orders.length; k++) {
            if (pairs - 2L * k >= s) {
                count += orders[k];
            }
        }
        return count / all;
    }
}
