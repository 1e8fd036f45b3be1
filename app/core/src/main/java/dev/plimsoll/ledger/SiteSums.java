package dev.plimsoll.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums per site, folded from sums per pair of a site and a sort. One thread.
final class SiteSums {

    private final @Nullable Tally[] tallies;
    private final SiteKey[] keys;

    private SiteSums(SiteKey[] keys, int sites) {
        this.keys = keys;
        tallies = new Tally[sites];
    }

    static SiteSums of(LogView view, PairSums sums) {
        SiteSums folded = new SiteSums(view.keys(), view.sites());
        for (int pair = 0; pair < view.pairs(); pair++) {
            if (!sums.isEmpty(pair)) {
                int site = view.pairSites()[pair];
                Tally tally = folded.tallies[site];
                if (tally == null) {
                    tally = new Tally();
                    folded.tallies[site] = tally;
                }
                sums.addTo(tally, pair);
            }
        }
        return folded;
    }

    Estimate bytes(int site) {
        Tally tally = tallies[site];
        return tally == null ? Estimate.ZERO : tally.bytes();
    }

    Estimate blocks(int site) {
        Tally tally = tallies[site];
        return tally == null ? Estimate.ZERO : tally.blocks();
    }

    /// The totals of every site that had allocated, in order of first appearance.
    static List<StackTotals> totals(SiteSums allocated, SiteSums live, SiteSums freed, SiteSums gone) {
        List<StackTotals> totals = new ArrayList<>();
        for (int site = 0; site < allocated.tallies.length; site++) {
            if (allocated.tallies[site] != null) {
                totals.add(new StackTotals(
                        allocated.keys[site],
                        live.bytes(site),
                        live.blocks(site),
                        allocated.bytes(site),
                        allocated.blocks(site),
                        freed.bytes(site),
                        gone.bytes(site),
                        gone.blocks(site)));
            }
        }
        return totals;
    }

    /// The sums of every site of which anything is told, in order of first appearance.
    static List<RangeSums> ranges(SiteSums allocated, SiteSums live, SiteSums freed, SiteSums leaked) {
        List<RangeSums> sums = new ArrayList<>();
        for (int site = 0; site < allocated.tallies.length; site++) {
            if (allocated.tallies[site] != null || live.tallies[site] != null || freed.tallies[site] != null) {
                sums.add(new RangeSums(
                        allocated.keys[site],
                        allocated.bytes(site),
                        allocated.blocks(site),
                        live.bytes(site),
                        live.blocks(site),
                        freed.bytes(site),
                        freed.blocks(site),
                        leaked.bytes(site),
                        leaked.blocks(site)));
            }
        }
        return sums;
    }
}
