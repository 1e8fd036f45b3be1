package dev.plimsoll.ui.ledger;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.Site;
import org.jspecify.annotations.Nullable;

/// One line of the sites table. Immutable.
///
/// @param site figures since attach
/// @param live bytes live now; with a range only of blocks allocated in it
/// @param blocks live blocks, likewise
/// @param medianAge of the recorded blocks in GC cycles, -1 without any
/// @param survivors bytes live now that were allocated up to the end of each slice of the session: a leak is a ramp, a
///     cache a plateau, mere churn a step at the end
/// @param ownerClass class of the Java object that should free its blocks, or null when none is known
/// @param finding position of the gravest finding that names this line, or -1
/// @param found that finding, or null
record SiteRow(
        Site site,
        Estimate live,
        Estimate blocks,
        int medianAge,
        float[] survivors,
        @Nullable String ownerClass,
        int finding,
        @Nullable Finding found) {

    static final int SLICES = 24;

    SiteId id() {
        return SiteId.of(site);
    }

    /// The line, or the empty string when no stack was recorded.
    String label() {
        return site.frame() == null ? "" : site.frame().label();
    }

    /// Blocks given back since attach, an estimate.
    double freed() {
        var totals = site.totals();
        return Math.max(0, totals.allocations().value() - totals.liveBlocks().value());
    }

    /// Share of its live blocks whose owner is gone, 0..1.
    double ownerGone() {
        double live = site.totals().liveBlocks().value();
        return live > 0 ? Math.min(1, site.totals().ownerGoneBlocks().value() / live) : 0;
    }
}
