package dev.plimsoll.finding;

import dev.plimsoll.ledger.SiteHistory;
import org.jspecify.annotations.Nullable;

/// A line that did something else before it began to grow: frames were dropped until somebody paused the film, or the
/// load rose. Its whole history looks like no leak, and what came after the change may.
///
/// Only a change to faster growth counts. What slows down grew faster before, and so cannot hide what it was.
final class Onset {

    /// Survivors born per second before, at most this share of those since.
    private static final double LESS = 0.8;

    /// The chance that a line which stands still looks like this from one of the moments tried.
    private static final double P = 0.01;

    private Onset() {}

    /// The growth since the earliest moment from which on it is a leak, or null when there is none.
    static @Nullable Growth of(SiteHistory site, boolean callbacks, Evidence evidence) {
        long[] ends = evidence.history().ends();
        int first = evidence.firstWholeEpoch(site);
        Survival.Longevity longevity = Survival.Longevity.ofNearlyAll(site);
        for (int from = first; from < ends.length; from++) {
            if (site.lastBirth() - ends[from - 1] < Growth.LONG_ENOUGH || ends.length - from < Trend.FEWEST) {
                return null;
            }
            Survival survival = Survival.since(site, from, ends, longevity);
            if (survival.everywhere() && isNew(site, from, survival, evidence)) {
                Trend trend = evidence.trend(site, from, callbacks);
                Growth growth = Growth.of(trend.withQ(trend.p()), survival, ends[from - 1], evidence);
                if (trend.p() < P && growth.ripe() && growth.leaks()) {
                    return growth;
                }
            }
        }
        return null;
    }

    private static boolean isNew(SiteHistory site, int from, Survival since, Evidence evidence) {
        long[] ends = evidence.history().ends();
        long before = 0;
        for (int birth = 0; birth < from; birth++) {
            before += site.cohorts().alive()[birth];
        }
        int last = from + since.cohorts() - 1;
        double rateBefore = before / (double) Math.max(1, ends[from - 1] - site.firstBirth());
        double rateSince = since.survivors() / (double) Math.max(1, ends[last] - ends[from - 1]);
        return rateBefore <= LESS * rateSince;
    }
}
