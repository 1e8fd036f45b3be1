package dev.plimsoll.ledger;

import java.util.ArrayList;
import java.util.List;

/// Sums per site, folded from sums per pair of a site and a sort. One thread.
final class SiteSums {

    private final PairSums sums;
    private final SiteKey[] keys;
    private final int sites;

    private SiteSums(PairSums sums, SiteKey[] keys, int sites) {
        this.sums = sums;
        this.keys = keys;
        this.sites = sites;
    }

    static SiteSums of(LogView view, PairSums sums) {
        return new SiteSums(sums.folded(view.pairSites(), view.sites()), view.keys(), view.sites());
    }

    private boolean isEmpty(int site) {
        return sums.isEmpty(site);
    }

    private Estimate bytes(int site) {
        return sums.bytes(site);
    }

    private Estimate blocks(int site) {
        return sums.blocks(site);
    }

    /// The totals of every site that had allocated, in order of first appearance.
    static List<StackTotals> totals(SiteSums allocated, SiteSums live, SiteSums freed, SiteSums gone) {
        List<StackTotals> totals = new ArrayList<>();
        for (int site = 0; site < allocated.sites; site++) {
            if (!allocated.isEmpty(site)) {
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
        for (int site = 0; site < allocated.sites; site++) {
            if (!allocated.isEmpty(site) || !live.isEmpty(site) || !freed.isEmpty(site)) {
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
