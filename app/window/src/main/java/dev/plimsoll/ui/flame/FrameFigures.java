package dev.plimsoll.ui.flame;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sums over all stacks that pass through one frame of a tree. Immutable; any thread.
///
/// @param largest the site with most live bytes, empty where there is none
/// @param bindings names, by live bytes, largest first
/// @param live bytes
/// @param blocks live blocks
/// @param allocated bytes since attach
/// @param allocations blocks since attach
/// @param freed bytes given back since attach
/// @param ownerGone live bytes whose owner was collected
/// @param ownerGoneBlocks live blocks whose owner was collected
record FrameFigures(
        Optional<SiteKey> largest,
        List<String> bindings,
        Estimate live,
        Estimate blocks,
        Estimate allocated,
        Estimate allocations,
        Estimate freed,
        Estimate ownerGone,
        Estimate ownerGoneBlocks) {

    /// A running sum: a frame near the root has a hundred thousand stacks.
    private static final class Sum {
        private double value;
        private double variance;

        void add(Estimate figure) {
            value += figure.value();
            variance += figure.variance();
        }

        Estimate now() {
            return new Estimate(value, variance);
        }
    }

    /// @param through ids of the stacks
    static FrameFigures of(List<StackTotals> stacks, BitSet through) {
        Sum live = new Sum();
        Sum blocks = new Sum();
        Sum allocated = new Sum();
        Sum allocations = new Sum();
        Sum freed = new Sum();
        Sum gone = new Sum();
        Sum goneBlocks = new Sum();
        Map<String, Double> byBinding = new HashMap<>();
        @Nullable SiteKey largest = null;
        double most = -1;
        for (StackTotals totals : stacks) {
            if (!through.get(totals.key().stack())) {
                continue;
            }
            Estimate bytes = totals.liveBytes();
            live.add(bytes);
            blocks.add(totals.liveBlocks());
            allocated.add(totals.allocatedBytes());
            allocations.add(totals.allocations());
            freed.add(totals.freedBytes());
            gone.add(totals.ownerGoneBytes());
            goneBlocks.add(totals.ownerGoneBlocks());
            byBinding.merge(totals.key().binding(), bytes.value(), Double::sum);
            if (bytes.value() > most) {
                most = bytes.value();
                largest = totals.key();
            }
        }
        List<String> bindings = byBinding.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        return new FrameFigures(
                Optional.ofNullable(largest),
                bindings,
                live.now(),
                blocks.now(),
                allocated.now(),
                allocations.now(),
                freed.now(),
                gone.now(),
                goneBlocks.now());
    }
}
