package dev.plimsoll.finding;

import dev.plimsoll.ledger.SiteHistory;

/// A line's own time, which goes on by one with each block that it takes: by it a program that loses its pace on a
/// busy machine leaks as steadily as before.
///
/// It tells only of lines that keep few of many blocks. Where most stay, a cache that fills takes a block when it keeps
/// one and never otherwise, and by this time would not slow down.
final class OwnTime {

    /// Of all blocks. A cache whose every miss takes some passing blocks besides keeps a larger share.
    private static final double FEW = 0.01;

    private final SiteHistory site;
    private final int first;
    private final long[] before;

    private OwnTime(SiteHistory site, int first, long[] before) {
        this.site = site;
        this.first = first;
        this.before = before;
    }

    /// @param first the epoch with which it begins
    static OwnTime since(SiteHistory site, int first) {
        int[] born = site.cohorts().born();
        long[] before = new long[born.length - first + 1];
        for (int i = first; i < born.length; i++) {
            before[i - first + 1] = before[i - first] + born[i];
        }
        return new OwnTime(site, first, before);
    }

    /// Whether it tells anything: few of the blocks born until the epoch `end` live.
    boolean tells(int end) {
        return aliveBefore(end) <= FEW * at(end);
    }

    private long aliveBefore(int end) {
        long alive = 0;
        for (int i = first; i < end; i++) {
            alive += site.cohorts().alive()[i];
        }
        return alive;
    }

    /// When an epoch begins.
    long at(int epoch) {
        return before[epoch - first];
    }

    /// As [Survival#shift()], of those alive that were born before the epoch `end`.
    double shift(int end) {
        double sum = 0;
        for (int i = first; i < end; i++) {
            sum += site.cohorts().alive()[i] * (at(i) + at(i + 1)) / 2.0;
        }
        long alive = aliveBefore(end);
        return alive == 0 || at(end) == 0 ? 0 : sum / alive / at(end) - 0.5;
    }
}
