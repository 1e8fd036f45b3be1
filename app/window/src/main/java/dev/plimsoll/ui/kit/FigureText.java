package dev.plimsoll.ui.kit;

import dev.plimsoll.flame.Metric;
import java.util.Locale;

/// Figures short enough to stand on a frame: three digits where there are three.
public final class FigureText {

    private static final double KIB = 1024;
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private FigureText() {}

    /// `412 MiB`, `8.1 MiB`, `1,648`.
    public static String of(Metric metric, double value) {
        return metric.bytes() ? bytes(value) : Words.count(Math.round(value));
    }

    private static String bytes(double value) {
        int unit = 0;
        double scaled = value;
        while (scaled >= 1000 && unit < UNITS.length - 1) {
            scaled /= KIB;
            unit++;
        }
        String digits = unit == 0 || scaled >= 10 || scaled == Math.rint(scaled)
                ? Words.count(Math.round(scaled))
                : String.format(Locale.ROOT, "%.1f", scaled);
        return digits + " " + UNITS[unit];
    }
}
