package dev.plimsoll.finding;

import dev.plimsoll.ledger.SiteHistory;

/// A rise weighed: is it a leak, or a beginning? Beginnings are told from leaks by time and not by GC cycles: however
/// often the heap is collected, a cache takes as long to fill.
///
/// @param trend the rise
/// @param survival who survives
/// @param from nanoseconds since 1970: the line's first block, or when it began to grow as it does now
/// @param watched nanoseconds from then to the newest block: a pause at the end adds nothing to what was seen
/// @param cycles GC cycles since then
/// @param oldCycles of them, those that looked at the old generation
/// @param goesOn whether survivors are still born
/// @param reachable whether the GC has shown that owners are held: always true of what it does not free
record Growth(
        Trend trend,
        Survival survival,
        long from,
        long watched,
        int cycles,
        int oldCycles,
        boolean goesOn,
        boolean reachable) {

    private static final long SECOND = 1_000_000_000L;

    /// Nanoseconds: programs begin for seconds.
    static final long LONG_ENOUGH = 20 * SECOND;

    private static final int MANY_CYCLES = 8;

    /// Owners that grew old die unseen while only the young generation is collected.
    private static final long YOUNG_LONG_ENOUGH = 25 * SECOND;

    /// Births at the line's own rate that fail to come by chance once in 150 times.
    private static final double MISSED = 5;

    /// Of its whole history; or, when that does not look like a leak, of what it does since it began to grow.
    ///
    /// @param callbacks whether they are counted, and not bytes
    static Growth of(Trend trend, boolean callbacks, Evidence evidence) {
        SiteHistory site = trend.site();
        Survival survival = Survival.of(
                site, site.cohorts().born().length - 1, evidence.history().ends());
        Growth whole = of(trend, survival, site.firstBirth(), evidence);
        if (whole.ripe() && whole.leaks()) {
            return whole;
        }
        Growth later = Onset.of(site, callbacks, evidence);
        return later == null ? whole : later;
    }

    static Growth of(Trend trend, Survival survival, long from, Evidence evidence) {
        SiteHistory site = trend.site();
        return new Growth(
                trend,
                survival,
                from,
                site.lastBirth() - from,
                evidence.cycles(from, Long.MAX_VALUE),
                evidence.oldCycles(from, Long.MAX_VALUE),
                goesOn(site, survival, evidence),
                !site.freedByGc() || held(site, from, evidence));
    }

    /// Whether a survivor's birth is not overdue, at the rate and with the gaps that there were.
    private static boolean goesOn(SiteHistory site, Survival survival, Evidence evidence) {
        int now = site.cohorts().born().length - 1;
        int newest = survival.newest();
        double perEpoch = survival.survivors() / (double) Math.max(1, survival.cohorts());
        int gap = Survival.longestGap(site, evidence.epochOf(site.firstBirth()), newest);
        int patience = (int) Math.max(Math.ceil(MISSED / Math.max(perEpoch, 1e-9)), 2.0 * gap);
        int quiet =
                Math.max(gap == 0 ? 1 : 2, Math.min(patience, evidence.history().epochs() / 4));
        return newest >= now - survival.age() - quiet;
    }

    /// Blocks from nearly every epoch outlived a collection of the whole heap; or, when there was none, many
    /// young ones.
    private static boolean held(SiteHistory site, long from, Evidence evidence) {
        long lastOld = evidence.lastOldCycle();
        long[] ends = evidence.history().ends();
        if (lastOld > from && Survival.of(site, evidence.epochOf(lastOld), ends).everywhere()) {
            return true;
        }
        long since = Math.max(lastOld, from);
        return evidence.cycles(since, Long.MAX_VALUE) >= MANY_CYCLES && evidence.now() - since >= YOUNG_LONG_ENOUGH;
    }

    /// Whether it was watched for long enough to tell.
    boolean ripe() {
        return watched >= LONG_ENOUGH && reachable;
    }

    /// Growth, spread and survival agree, and it neither slows down nor is still picking up.
    boolean leaks() {
        return rises() && !survival.speedsUp();
    }

    /// As a leak would, but ever faster: a program that is only beginning looks the same.
    boolean isOpen() {
        return rises() && survival.speedsUp();
    }

    private boolean rises() {
        return trend.rises()
                && survival.everywhere()
                && survival.cohorts() >= Math.max(3, trend.epochs() / 3)
                && !survival.slowsDown()
                && goesOn;
    }
}
