package dev.plimsoll.finding;

import dev.plimsoll.ledger.SiteHistory;

/// A rise weighed: is it a leak, or a beginning?
///
/// @param trend the rise
/// @param survival who survives
/// @param watched nanoseconds since the line's first block
/// @param cycles GC cycles since the line's first block
/// @param oldCycles of them, those that looked at the old generation
/// @param goesOn whether survivors are still born
/// @param reachable whether the GC has shown that owners are held: always true of what it does not free
record Growth(
        Trend trend, Survival survival, long watched, int cycles, int oldCycles, boolean goesOn, boolean reachable) {

    private static final long SECOND = 1_000_000_000L;

    /// Nanoseconds from the first block: programs begin for seconds.
    static final long LONG_ENOUGH = 20 * SECOND;

    /// In standard errors: what fills up slows down, and waiting costs seconds.
    private static final double SLOWS_DOWN = -1;

    private static final long NOT_TOO_SHORT = 5 * SECOND;
    static final int MANY_CYCLES = 8;

    /// Owners that grew old die unseen while only the young generation is collected.
    private static final long YOUNG_LONG_ENOUGH = 25 * SECOND;

    static Growth of(Trend trend, Evidence evidence) {
        SiteHistory site = trend.site();
        int now = site.cohorts().born().length - 1;
        Survival survival = Survival.of(site, now, evidence.history().ends());
        int cycles = evidence.cycles(site.firstBirth(), Long.MAX_VALUE);
        int oldCycles = evidence.oldCycles(site.firstBirth(), Long.MAX_VALUE);
        int quiet = Math.max(2, trend.epochs() / 4);
        boolean goesOn = survival.newest() >= now - survival.age() - quiet;
        boolean reachable = !site.freedByGc() || held(site, evidence);
        return new Growth(trend, survival, evidence.now() - site.firstBirth(), cycles, oldCycles, goesOn, reachable);
    }

    /// Blocks from nearly every epoch outlived a collection of the whole heap; or, when there was none, many
    /// young ones.
    private static boolean held(SiteHistory site, Evidence evidence) {
        long lastOld = evidence.lastOldCycle();
        if (lastOld > site.firstBirth()
                && Survival.of(
                                site,
                                evidence.epochOf(lastOld),
                                evidence.history().ends())
                        .everywhere()) {
            return true;
        }
        long since = Math.max(lastOld, site.firstBirth());
        return evidence.cycles(since, Long.MAX_VALUE) >= MANY_CYCLES && evidence.now() - since >= YOUNG_LONG_ENOUGH;
    }

    /// Whether it was watched for long enough to tell. Eight collections of the whole heap tell as much as a
    /// longer time, of what is never freed.
    boolean ripe() {
        SiteHistory site = trend.site();
        boolean quick = oldCycles >= MANY_CYCLES && watched >= NOT_TOO_SHORT && site.alive() == site.born();
        return (quick || watched >= LONG_ENOUGH) && reachable;
    }

    /// Growth, spread and survival agree, and it does not slow down.
    boolean leaks() {
        return trend.rises()
                && survival.everywhere()
                && survival.cohorts() >= longEnough()
                && survival.lateness() > SLOWS_DOWN
                && goesOn;
    }

    private int longEnough() {
        return Math.max(3, trend.epochs() / 3);
    }
}
