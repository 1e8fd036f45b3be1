package dev.plimsoll.flame;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.OwnerDeaths;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Folds the stacks of a snapshot into a tree. The cost follows the number of distinct stacks, not of blocks or
/// events. May run on any thread.
public final class CallTree {

    private CallTree() {}

    /// The tree of one metric.
    ///
    /// @param metric [Metric#DIED_IN_CYCLE] means the newest cycle in which an owner died; for a chosen one
    /// give [LedgerSnapshot#diedIn(long)] to [#of(StackTable, Map, TreeShape, BooleanSupplier)]
    /// @param cancelled asked now and then
    /// @throws CancellationException when `cancelled` said yes
    public static CallNode of(
            StackTable stacks, LedgerSnapshot ledger, Metric metric, TreeShape shape, BooleanSupplier cancelled) {
        return of(stacks, values(ledger, metric), shape, cancelled);
    }

    /// The tree of any figure per site.
    ///
    /// @param values in order of first appearance, or a map without an order, which is then taken by stack
    /// number; those not above zero are left out
    /// @throws CancellationException when `cancelled` said yes
    public static CallNode of(
            StackTable stacks, Map<SiteKey, ? extends Number> values, TreeShape shape, BooleanSupplier cancelled) {
        SiteFigures figures = each -> inOrder(values)
                .forEach(entry -> each.accept(entry.getKey(), entry.getValue().doubleValue()));
        return new StackFolding(stacks, shape).tree(figures, shape.order(), cancelled);
    }

    /// A tree must not jump when a map is hashed anew.
    private static <N extends Number> Collection<Map.Entry<SiteKey, N>> inOrder(Map<SiteKey, N> values) {
        if (values instanceof SequencedMap) {
            return values.entrySet();
        }
        List<Map.Entry<SiteKey, N>> entries = new ArrayList<>(values.entrySet());
        entries.sort(
                Map.Entry.comparingByKey(Comparator.comparingInt(SiteKey::stack).thenComparing(SiteKey::binding)));
        return entries;
    }

    /// What `metric` measures, in order of first appearance.
    ///
    /// @param metric [Metric#DIED_IN_CYCLE] means the newest cycle in which an owner died
    public static Map<SiteKey, Double> values(LedgerSnapshot ledger, Metric metric) {
        if (metric == Metric.DIED_IN_CYCLE) {
            return newestDeaths(ledger);
        }
        Map<SiteKey, Double> values = new LinkedHashMap<>();
        if (metric == Metric.CALLBACKS) {
            for (Callback callback : ledger.callbacks()) {
                if (callback.live()) {
                    values.merge(new SiteKey(callback.binding(), callback.stack()), 1.0, Double::sum);
                }
            }
        } else {
            for (StackTotals totals : ledger.stacks()) {
                values.merge(totals.key(), estimate(totals, metric).value(), Double::sum);
            }
        }
        return values;
    }

    /// One of the sums per stack.
    static Estimate estimate(StackTotals totals, Metric metric) {
        return switch (metric) {
            case LIVE_BYTES -> totals.liveBytes();
            case LIVE_BLOCKS -> totals.liveBlocks();
            case ALLOCATED_BYTES -> totals.allocatedBytes();
            case ALLOCATIONS -> totals.allocations();
            case FREED_BYTES -> totals.freedBytes();
            case OWNER_GONE_BYTES -> totals.ownerGoneBytes();
            case CALLBACKS, DIED_IN_CYCLE ->
                throw new IllegalArgumentException(metric + " is not a sum per stack since attach");
        };
    }

    private static Map<SiteKey, Double> newestDeaths(LedgerSnapshot ledger) {
        for (OwnerDeaths deaths : ledger.ownerDeaths().reversed()) {
            if (!deaths.sites().isEmpty()) {
                return deaths.sites();
            }
        }
        return Map.of();
    }
}
