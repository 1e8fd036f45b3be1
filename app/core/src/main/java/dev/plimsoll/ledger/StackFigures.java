package dev.plimsoll.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Figures of all stacks at one moment by the line that they lead to, without their variances; added up from the log
/// when somebody asks. Any thread.
public final class StackFigures {

    /// Sites by line, where those of each line begin, and the figures by site and [StackFigure].
    private record Sums(int[] sites, int[] starts, double[] figures) {}

    private final LogView view;
    private final long moment;
    private final int[] linesOfSites;
    private final int lines;
    private @Nullable Sums sums;

    /// @param moment nanoseconds since the epoch
    /// @param linesOfSites by site, [HistoryBook#NOT_FOLLOWED] for none; written again only behind the view's sites
    /// @param lines number of lines
    StackFigures(LogView view, long moment, int[] linesOfSites, int lines) {
        this.view = view;
        this.moment = moment;
        this.linesOfSites = linesOfSites;
        this.lines = lines;
    }

    private synchronized Sums sums() {
        Sums known = sums;
        if (known == null) {
            known = sitesByLine(view.figures(moment));
            sums = known;
        }
        return known;
    }

    private Sums sitesByLine(double[] figures) {
        int[] starts = new int[lines + 1];
        for (int site = 0; site < view.sites(); site++) {
            if (linesOfSites[site] >= 0) {
                starts[linesOfSites[site] + 1]++;
            }
        }
        for (int line = 0; line < lines; line++) {
            starts[line + 1] += starts[line];
        }
        int[] next = Arrays.copyOf(starts, lines);
        int[] sites = new int[starts[lines]];
        for (int site = 0; site < view.sites(); site++) {
            if (linesOfSites[site] >= 0) {
                sites[next[linesOfSites[site]]++] = site;
            }
        }
        return new Sums(sites, starts, figures);
    }

    /// Over the stacks of a line.
    ///
    /// @param line its place in [History#lines()]
    public double sum(int line, StackFigure figure) {
        Sums now = sums();
        double sum = 0;
        for (int i = now.starts[line]; i < now.starts[line + 1]; i++) {
            sum += value(now, now.sites[i], figure);
        }
        return sum;
    }

    /// The stack of a line that has most, the first of equal ones; 0 when none has any.
    ///
    /// @param line its place in [History#lines()]
    public int most(int line, StackFigure figure) {
        Sums now = sums();
        int best = 0;
        double most = 0;
        for (int i = now.starts[line]; i < now.starts[line + 1]; i++) {
            double value = value(now, now.sites[i], figure);
            if (value > most) {
                most = value;
                best = view.keys()[now.sites[i]].stack();
            }
        }
        return best;
    }

    /// Takes a stack's id and its figure.
    @FunctionalInterface
    public interface StackSink {
        void stack(int stack, double value);
    }

    /// Every stack of a line.
    ///
    /// @param line its place in [History#lines()]
    public void forEach(int line, StackFigure figure, StackSink each) {
        Sums now = sums();
        for (int i = now.starts[line]; i < now.starts[line + 1]; i++) {
            each.stack(view.keys()[now.sites[i]].stack(), value(now, now.sites[i], figure));
        }
    }

    private static double value(Sums sums, int site, StackFigure figure) {
        return sums.figures[site * StackFigure.COUNT + figure.ordinal()];
    }
}
