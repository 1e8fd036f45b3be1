package dev.plimsoll.ledger;

import java.util.Arrays;

/// Figures of all stacks at one moment by the line that they lead to, without their variances. Immutable; any thread.
public final class StackFigures {

    /// Sites by line, and where those of each line begin.
    private final int[] sites;

    private final int[] starts;
    private final int[] stacks;
    private final double[][] figures;

    /// @param lines number of the line of each site, [HistoryBook#NOT_FOLLOWED] for none
    /// @param count of lines
    /// @param stacks of each site
    /// @param figures by [StackFigure] and site; never written again
    StackFigures(int[] lines, int count, int[] stacks, double[][] figures) {
        this.stacks = stacks;
        this.figures = figures;
        starts = new int[count + 1];
        for (int line : lines) {
            if (line >= 0) {
                starts[line + 1]++;
            }
        }
        for (int line = 0; line < count; line++) {
            starts[line + 1] += starts[line];
        }
        int[] next = Arrays.copyOf(starts, count);
        sites = new int[starts[count]];
        for (int site = 0; site < lines.length; site++) {
            if (lines[site] >= 0) {
                sites[next[lines[site]]++] = site;
            }
        }
    }

    /// Over the stacks of a line.
    ///
    /// @param line its place in [History#lines()]
    public double sum(int line, StackFigure figure) {
        double[] values = figures[figure.ordinal()];
        double sum = 0;
        for (int i = starts[line]; i < starts[line + 1]; i++) {
            sum += values[sites[i]];
        }
        return sum;
    }

    /// The stack of a line that has most, the first of equal ones; 0 when none has any.
    ///
    /// @param line its place in [History#lines()]
    public int most(int line, StackFigure figure) {
        double[] values = figures[figure.ordinal()];
        int best = 0;
        double most = 0;
        for (int i = starts[line]; i < starts[line + 1]; i++) {
            if (values[sites[i]] > most) {
                most = values[sites[i]];
                best = stacks[sites[i]];
            }
        }
        return best;
    }
}
