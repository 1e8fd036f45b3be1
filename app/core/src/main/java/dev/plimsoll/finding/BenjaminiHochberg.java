package dev.plimsoll.finding;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Many sites are tested at once, and one in twenty would look guilty by chance. The q value of a test is the
/// share of false alarms among all tests that look at least as guilty (Benjamini and Hochberg, JRSS B 57,
/// 1995).
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /// The q value of each p value, in the order given.
    public static double[] adjust(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        double smallest = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int index = order[rank - 1];
            smallest = Math.min(smallest, p[index] * p.length / rank);
            q[index] = smallest;
        }
        return q;
    }
}
