package dev.plimsoll.ledger;

import java.util.Arrays;

/// The [StackFigures] while they are written, for a ledger whose log adds up all else only when it is asked: the rules
/// ask again and again on the way through a recording. One thread.
final class FigureBook {

    private static final int FIGURES = StackFigure.values().length;
    private static final int ALLOCATIONS = StackFigure.ALLOCATIONS.ordinal();
    private static final int LIVE = StackFigure.LIVE_BYTES.ordinal();
    private static final int FREED = StackFigure.FREED_BYTES.ordinal();

    /// Those of one site lie side by side.
    private double[] figures = new double[64 * FIGURES];

    void add(int site, StackFigure figure, double amount) {
        int at = at(site) + figure.ordinal();
        figures[at] += amount;
    }

    /// A block came.
    void came(int site, double bytes, double blocks) {
        int at = at(site);
        figures[at + ALLOCATIONS] += blocks;
        figures[at + LIVE] += bytes;
    }

    /// A block was given back.
    void went(int site, double bytes) {
        int at = at(site);
        figures[at + LIVE] -= bytes;
        figures[at + FREED] += bytes;
    }

    private int at(int site) {
        int at = site * FIGURES;
        if (at >= figures.length) {
            figures = Arrays.copyOf(figures, Math.max(at + FIGURES, figures.length * 2));
        }
        return at;
    }

    StackFigures publish(SiteBook sites, int lines) {
        int count = sites.size();
        int[] stacks = new int[count];
        int[] ofSites = new int[count];
        for (int site = 0; site < count; site++) {
            stacks[site] = sites.keys()[site].stack();
            ofSites[site] = sites.line(site);
        }
        double[][] now = new double[FIGURES][count];
        for (int figure = 0; figure < FIGURES; figure++) {
            copy(figure, now[figure]);
        }
        return new StackFigures(ofSites, lines, stacks, now);
    }

    private void copy(int figure, double[] into) {
        int known = Math.min(into.length, figures.length / FIGURES);
        for (int site = 0; site < known; site++) {
            into[site] = figures[site * FIGURES + figure];
        }
    }
}
