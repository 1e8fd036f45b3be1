package dev.plimsoll.ledger;

import java.util.ArrayList;
import java.util.List;

/// Lists of what each site has, from sums that were folded by site. Pure.
final class SiteSums {

    private SiteSums() {}

    /// The totals of every site that had allocated, in order of first appearance.
    static List<StackTotals> totals(LogView view, PairSums allocated, PairSums live, PairSums freed, PairSums gone) {
        List<StackTotals> totals = new ArrayList<>();
        for (int site = 0; site < view.sites(); site++) {
            if (!allocated.isEmpty(site)) {
                totals.add(new StackTotals(
                        view.keys()[site],
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
    static List<RangeSums> ranges(LogView view, PairSums allocated, PairSums live, PairSums freed, PairSums leaked) {
        List<RangeSums> sums = new ArrayList<>();
        for (int site = 0; site < view.sites(); site++) {
            if (!allocated.isEmpty(site) || !live.isEmpty(site) || !freed.isEmpty(site)) {
                sums.add(new RangeSums(
                        view.keys()[site],
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
