package dev.plimsoll.export;

import dev.plimsoll.finding.Figures;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.Locale;

/// Resident memory, heap and live native memory over time as an SVG that needs no script.
final class MemoryChart {

    private static final int WIDTH = 920;
    private static final int HEIGHT = 200;
    private static final int LEFT = 76;
    private static final int BOTTOM = 24;

    private final TimelineSnapshot timeline;
    private final double most;
    private final StringBuilder svg = new StringBuilder();

    private MemoryChart(TimelineSnapshot timeline, double most) {
        this.timeline = timeline;
        this.most = most;
    }

    /// Empty when the resident memory was not recorded.
    static String of(TimelineSnapshot timeline) {
        double most = 0;
        for (Series series : java.util.List.of(timeline.rss(), timeline.heapCommitted())) {
            for (double value : series.values()) {
                most = Math.max(most, value);
            }
        }
        return most == 0 || timeline.rss().size() < 2 ? "" : new MemoryChart(timeline, most * 1.05).draw();
    }

    private String draw() {
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" width=\"100%%\" role=\"img\" aria-label=\"memory over time\" font-family=\"sans-serif\" font-size=\"11\">\n"
                        .formatted(WIDTH, HEIGHT + BOTTOM));
        for (int quarter = 0; quarter <= 4; quarter++) {
            double y = y(most * quarter / 4);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d6dbe1\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#5b6572\">%s</text>%n",
                    LEFT,
                    WIDTH,
                    y,
                    y,
                    LEFT - 6,
                    y + 4,
                    Figures.bytes(most * quarter / 4)));
        }
        for (Cycle cycle : timeline.cycles()) {
            double x = x(cycle.start());
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\"/>%n",
                    x,
                    x,
                    HEIGHT - (cycle.young() ? 6 : 14),
                    HEIGHT,
                    cycle.young() ? "#98a2ae" : "#5b6572"));
        }
        line(timeline.rss(), "#1c2128", 2);
        line(timeline.heapCommitted(), "#2f6fde", 1.5);
        live();
        svg.append("<text x=\"%d\" y=\"%d\" fill=\"#5b6572\">0</text>".formatted(LEFT, HEIGHT + 16));
        svg.append("<text x=\"%d\" y=\"%d\" fill=\"#5b6572\" text-anchor=\"end\">%s</text>"
                .formatted(WIDTH, HEIGHT + 16, Figures.duration(timeline.end() - timeline.start())));
        svg.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\"><tspan fill=\"#1c2128\">resident</tspan> · <tspan fill=\"#2f6fde\">heap committed</tspan> · <tspan fill=\"#c2571a\">native, live</tspan> · ticks: GC cycles</text>"
                        .formatted((LEFT + WIDTH) / 2, HEIGHT + 16));
        return svg.append("</svg>\n").toString();
    }

    private void line(Series series, String colour, double width) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < series.size(); i++) {
            point(points, series.times()[i], series.values()[i]);
        }
        polyline(points, colour, width);
    }

    /// The sum over the bindings, at the times of the resident memory.
    private void live() {
        StringBuilder points = new StringBuilder();
        for (long time : timeline.rss().times()) {
            double sum = 0;
            for (Series series : timeline.nativeLive()) {
                double value = series.at(time);
                sum += Double.isNaN(value) ? 0 : value;
            }
            point(points, time, sum);
        }
        polyline(points, "#c2571a", 1.5);
    }

    private void polyline(StringBuilder points, String colour, double width) {
        svg.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" points=\"%s\"/>\n"
                .formatted(colour, width, points));
    }

    private void point(StringBuilder points, long time, double value) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(time), y(value)));
    }

    private double x(long time) {
        double length = Math.max(1, timeline.end() - timeline.start());
        return LEFT + (time - timeline.start()) / length * (WIDTH - LEFT);
    }

    private double y(double value) {
        return HEIGHT - value / most * (HEIGHT - 8);
    }
}
