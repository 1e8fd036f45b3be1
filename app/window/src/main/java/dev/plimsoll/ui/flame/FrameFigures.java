package dev.plimsoll.ui.flame;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import java.util.Arrays;
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

    /// @param through ids of the stacks
    static FrameFigures of(List<StackTotals> stacks, BitSet through) {
        double[] values = new double[StackTotals.FIGURES];
        double[] variances = new double[StackTotals.FIGURES];
        Map<String, double[]> byBinding = new HashMap<>();
        @Nullable SiteKey largest = null;
        double most = -1;
        for (StackTotals totals : stacks) {
            if (!through.get(totals.key().stack())) {
                continue;
            }
            double bytes = totals.addTo(values, variances);
            byBinding.computeIfAbsent(totals.key().binding(), _ -> new double[1])[0] += bytes;
            if (bytes > most) {
                most = bytes;
                largest = totals.key();
            }
        }
        List<String> bindings = byBinding.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, double[]>>comparingDouble(entry -> -entry.getValue()[0])
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        Estimate[] sums = new Estimate[StackTotals.FIGURES];
        Arrays.setAll(sums, figure -> new Estimate(values[figure], variances[figure]));
        return new FrameFigures(
                Optional.ofNullable(largest), bindings, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
    }
}
