package dev.plimsoll.ledger;

import java.util.Arrays;

/// The [StackFigures] while they are written, for a ledger whose log adds up all else only when it is asked: the rules
/// ask again and again on the way through a recording. One thread.
final class FigureBook {

    private final double[][] figures = new double[StackFigure.values().length][64];

    void add(int site, StackFigure figure, double amount) {
        double[] values = figures[figure.ordinal()];
        if (site >= values.length) {
            values = Arrays.copyOf(values, Math.max(site + 1, values.length * 2));
            figures[figure.ordinal()] = values;
        }
        values[site] += amount;
    }

    StackFigures publish(SiteBook sites, int lines) {
        int count = sites.size();
        int[] stacks = new int[count];
        int[] ofSites = new int[count];
        for (int site = 0; site < count; site++) {
            stacks[site] = sites.keys()[site].stack();
            ofSites[site] = sites.line(site);
        }
        double[][] now = new double[figures.length][];
        Arrays.setAll(now, figure -> Arrays.copyOf(figures[figure], count));
        return new StackFigures(ofSites, lines, stacks, now);
    }
}
