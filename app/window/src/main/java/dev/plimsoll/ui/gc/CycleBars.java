package dev.plimsoll.ui.gc;

import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.kit.TimeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where the bars of cycles stand: centred on the start of each, as wide as the usual gap allows. Cycles too close for
/// that share the width that they cover, side by side in their order, so that none is drawn over another.
final class CycleBars {

    /// Logical pixels.
    static final double WIDEST = 22;

    private static final double NARROWEST = 3;

    /// Between two that share a width, while each keeps more than that.
    private static final double GAP = 1;

    /// @param x left end in logical pixels
    /// @param wide logical pixels
    record Bar(Cycle cycle, double x, double wide) {

        double middle() {
            return x + wide / 2;
        }
    }

    private CycleBars() {}

    /// @param cycles in order of their start
    /// @param left logical pixels before the middle of a bar at the beginning of the scale
    static List<Bar> of(List<Cycle> cycles, TimeScale scale, double left) {
        double wide = width(cycles, scale);
        List<Bar> bars = new ArrayList<>();
        int first = 0;
        while (first < cycles.size()) {
            int end = first + 1;
            while (end < cycles.size() && x(cycles, end, scale) - x(cycles, end - 1, scale) < wide) {
                end++;
            }
            double from = left + x(cycles, first, scale) - wide / 2;
            double to = left + x(cycles, end - 1, scale) + wide / 2;
            share(cycles.subList(first, end), from, to, bars);
            first = end;
        }
        return List.copyOf(bars);
    }

    private static void share(List<Cycle> cycles, double from, double to, List<Bar> bars) {
        double pitch = (to - from) / cycles.size();
        double gap = cycles.size() > 1 && pitch >= NARROWEST + GAP ? GAP : 0;
        for (int i = 0; i < cycles.size(); i++) {
            bars.add(new Bar(cycles.get(i), from + i * pitch, pitch - gap));
        }
    }

    private static double x(List<Cycle> cycles, int index, TimeScale scale) {
        return scale.x(cycles.get(index).start());
    }

    /// As wide as the usual gap allows: a full cycle close behind a young one must not make all bars thin.
    private static double width(List<Cycle> cycles, TimeScale scale) {
        double[] gaps = new double[Math.max(0, cycles.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = x(cycles, i + 1, scale) - x(cycles, i, scale);
        }
        Arrays.sort(gaps);
        double usual = gaps.length == 0 ? WIDEST : gaps[gaps.length / 2];
        return Math.clamp(Math.floor(usual * 0.6), NARROWEST, WIDEST);
    }
}
