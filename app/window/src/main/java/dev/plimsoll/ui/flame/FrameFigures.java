package dev.plimsoll.ui.flame;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import java.util.List;
import java.util.Set;

/// Sums over all stacks that pass through one frame of a tree. Immutable; any thread.
///
/// @param sites by live bytes, largest first
/// @param live bytes
/// @param blocks live blocks
/// @param allocated bytes since attach
/// @param allocations blocks since attach
/// @param freed bytes given back since attach
/// @param ownerGone live bytes whose owner was collected
/// @param ownerGoneBlocks live blocks whose owner was collected
record FrameFigures(
        List<SiteKey> sites,
        Estimate live,
        Estimate blocks,
        Estimate allocated,
        Estimate allocations,
        Estimate freed,
        Estimate ownerGone,
        Estimate ownerGoneBlocks) {

    static FrameFigures of(List<StackTotals> stacks, Set<SiteKey> through) {
        List<StackTotals> mine = stacks.stream()
                .filter(totals -> through.contains(totals.key()))
                .sorted((left, right) -> Double.compare(
                        right.liveBytes().value(), left.liveBytes().value()))
                .toList();
        Estimate live = Estimate.ZERO;
        Estimate blocks = Estimate.ZERO;
        Estimate allocated = Estimate.ZERO;
        Estimate allocations = Estimate.ZERO;
        Estimate freed = Estimate.ZERO;
        Estimate gone = Estimate.ZERO;
        Estimate goneBlocks = Estimate.ZERO;
        for (StackTotals totals : mine) {
            live = live.plus(totals.liveBytes());
            blocks = blocks.plus(totals.liveBlocks());
            allocated = allocated.plus(totals.allocatedBytes());
            allocations = allocations.plus(totals.allocations());
            freed = freed.plus(totals.freedBytes());
            gone = gone.plus(totals.ownerGoneBytes());
            goneBlocks = goneBlocks.plus(totals.ownerGoneBlocks());
        }
        List<SiteKey> keys = mine.stream().map(StackTotals::key).toList();
        return new FrameFigures(keys, live, blocks, allocated, allocations, freed, gone, goneBlocks);
    }

    /// Names of the bindings, by live bytes.
    List<String> bindings() {
        return sites.stream().map(SiteKey::binding).distinct().toList();
    }
}
