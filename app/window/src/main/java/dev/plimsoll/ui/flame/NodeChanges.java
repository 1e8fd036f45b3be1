package dev.plimsoll.ui.flame;

import dev.plimsoll.flame.CallNode;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.flame.SiteFigures;
import dev.plimsoll.flame.StackFolding;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What each node had at one moment and has at another, with the errors of both. Trees over the same branches as the
/// one on the screen: of values and of variances. Immutable; any thread.
final class NodeChanges {

    static final NodeChanges NONE = new NodeChanges(null, null);

    private final @Nullable Moment before;
    private final @Nullable Moment after;

    private NodeChanges(@Nullable Moment before, @Nullable Moment after) {
        this.before = before;
        this.after = after;
    }

    /// For the nodes of any tree of this folding. On the thread that folds. None for a metric that is of one GC cycle.
    ///
    /// @throws java.util.concurrent.CancellationException when `cancelled` said yes
    static NodeChanges of(
            StackFolding folding,
            LedgerSnapshot earlier,
            LedgerSnapshot later,
            Metric metric,
            BooleanSupplier cancelled) {
        return metric == Metric.DIED_IN_CYCLE
                ? NONE
                : new NodeChanges(
                        Moment.of(folding, earlier, metric, cancelled), Moment.of(folding, later, metric, cancelled));
    }

    /// Null without two moments.
    @Nullable
    Change get(CallNode node) {
        return before == null || after == null ? null : new Change(before.of(node), after.of(node));
    }

    private record Moment(CallNode values, CallNode variances) {

        static Moment of(StackFolding folding, LedgerSnapshot ledger, Metric metric, BooleanSupplier cancelled) {
            if (metric == Metric.CALLBACKS) {
                Map<SiteKey, Double> live = callbacks(ledger);
                return new Moment(
                        tree(folding, each -> live.forEach(each::accept), cancelled),
                        tree(folding, each -> {}, cancelled));
            }
            Function<StackTotals, Estimate> figure = figure(metric);
            return new Moment(
                    tree(folding, sums(ledger, figure, Estimate::value), cancelled),
                    tree(folding, sums(ledger, figure, Estimate::variance), cancelled));
        }

        private static SiteFigures sums(
                LedgerSnapshot ledger, Function<StackTotals, Estimate> figure, ToDoubleFunction<Estimate> part) {
            return each -> ledger.stacks()
                    .forEach(totals -> each.accept(totals.key(), part.applyAsDouble(figure.apply(totals))));
        }

        private static CallNode tree(StackFolding folding, SiteFigures figures, BooleanSupplier cancelled) {
            return folding.tree(figures, TreeShape.Order.FIRST_APPEARANCE, cancelled);
        }

        private static Map<SiteKey, Double> callbacks(LedgerSnapshot ledger) {
            Map<SiteKey, Double> live = new HashMap<>();
            for (Callback callback : ledger.callbacks()) {
                if (callback.live()) {
                    live.merge(new SiteKey(callback.binding(), callback.stack()), 1.0, Double::sum);
                }
            }
            return live;
        }

        private static Function<StackTotals, Estimate> figure(Metric metric) {
            return switch (metric) {
                case LIVE_BYTES -> StackTotals::liveBytes;
                case LIVE_BLOCKS -> StackTotals::liveBlocks;
                case OWNER_GONE_BYTES -> StackTotals::ownerGoneBytes;
                case ALLOCATED_BYTES -> StackTotals::allocatedBytes;
                case ALLOCATIONS -> StackTotals::allocations;
                case FREED_BYTES -> StackTotals::freedBytes;
                case DIED_IN_CYCLE, CALLBACKS -> throw new IllegalStateException(metric + " is no sum of stacks");
            };
        }

        private Estimate of(CallNode node) {
            return new Estimate(StackFolding.total(values, node), StackFolding.total(variances, node));
        }
    }
}
