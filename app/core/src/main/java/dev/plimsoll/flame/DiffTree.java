package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.Overlap;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// The call trees of two states in one: as wide as the second, with what changed at each frame. Frames are matched by
/// method, since lines move with every edit above them. Immutable; any thread.
///
/// @param root totals are those of the second state; what only the first one has takes no room but counts in the
///     changes of the frames above it
/// @param changes by node
public record DiffTree(CallNode root, Map<CallNode, Change> changes) {

    private static final int STACKS_BETWEEN_LOOKS = 512;

    /// One of the two states.
    ///
    /// @param stacks table that the keys point into
    /// @param values in order of first appearance
    public record Side(StackTable stacks, Map<SiteKey, Estimate> values) {

        /// What `metric` measures.
        ///
        /// @throws IllegalArgumentException for what died in one cycle: cycles differ from run to run
        public static Side of(StackTable stacks, LedgerSnapshot ledger, Metric metric) {
            Map<SiteKey, Estimate> values = new LinkedHashMap<>();
            if (metric == Metric.CALLBACKS) {
                for (Callback callback : ledger.callbacks()) {
                    if (callback.live()) {
                        SiteKey key = new SiteKey(callback.binding(), callback.stack());
                        values.merge(key, new Estimate(1, 0), Estimate::plus);
                    }
                }
            } else {
                for (StackTotals totals : ledger.stacks()) {
                    values.merge(totals.key(), CallTree.estimate(totals, metric), Estimate::plus);
                }
            }
            return new Side(stacks, values);
        }

        /// With every value multiplied.
        public Side times(double factor) {
            if (factor == 1) {
                return this;
            }
            Map<SiteKey, Estimate> scaled = new LinkedHashMap<>();
            values.forEach((key, value) -> scaled.put(key, value.times(factor)));
            return new Side(stacks, scaled);
        }

        public Estimate total() {
            return values.values().stream().reduce(Estimate.ZERO, Estimate::plus);
        }
    }

    /// Of two states that have no block in common.
    ///
    /// @param cancelled asked now and then
    /// @throws CancellationException when `cancelled` said yes
    public static DiffTree of(Side before, Side after, TreeShape shape, BooleanSupplier cancelled) {
        return of(before, after, Map.of(), shape, cancelled);
    }

    /// @param covariances of both sides' values, where they are not 0; see [Change]
    /// @param cancelled asked now and then
    /// @throws CancellationException when `cancelled` said yes
    public static DiffTree of(
            Side before, Side after, Map<SiteKey, Double> covariances, TreeShape shape, BooleanSupplier cancelled) {
        Growth growth = new Growth(shape, cancelled);
        growth.add(after, growth.after, Map.of());
        growth.add(before, growth.before, covariances);
        return growth.tree();
    }

    /// The covariances of both sides' values, for [#of]; none when the two have no block in common.
    ///
    /// @param overlap of the two states
    /// @param factor that `after`'s values were multiplied by
    public static Map<SiteKey, Double> covariances(
            Side before, Side after, Overlap overlap, Metric metric, double factor) {
        Map<SiteKey, Double> covariances = new HashMap<>();
        before.values().forEach((key, value) -> {
            double covariance = switch (metric) {
                case LIVE_BYTES -> overlap.live(key).bytes();
                case LIVE_BLOCKS -> overlap.live(key).blocks();
                case ALLOCATED_BYTES, ALLOCATIONS, FREED_BYTES ->
                    overlap.grown(
                            value,
                            after.values().getOrDefault(key, Estimate.ZERO).times(1 / factor));
                case CALLBACKS, OWNER_GONE_BYTES, DIED_IN_CYCLE -> 0;
            };
            if (covariance != 0) {
                covariances.put(key, factor * covariance);
            }
        });
        return covariances;
    }

    /// What changed at a node of this tree; nothing for one that only stands for others.
    public Change change(CallNode node) {
        return changes.getOrDefault(node, Change.NONE);
    }

    /// Whether the first state has nothing of this node.
    public boolean isNew(CallNode node) {
        Change change = changes.get(node);
        return change != null && change.before().value() <= 0 && change.after().value() > 0;
    }

    private static final class Growth {

        private final TreeShape shape;
        private final BooleanSupplier cancelled;
        private final TreeGrowth nodes = new TreeGrowth();
        private final Map<Frame, Frame> methods = new HashMap<>();
        private final Column before = new Column();
        private final Column after = new Column();
        private final Column shared = new Column();
        private int seen;

        Growth(TreeShape shape, BooleanSupplier cancelled) {
            this.shape = shape;
            this.cancelled = cancelled;
        }

        void add(Side side, Column column, Map<SiteKey, Double> covariances) {
            StackShaper shaper = new StackShaper(shape);
            boolean isAfter = column == after;
            side.values().forEach((key, value) -> {
                if (seen++ % STACKS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                if (value.value() > 0) {
                    List<Frame> path = withoutLines(shaper.path(side.stacks().get(key.stack())));
                    int node = nodes.add(path, key.binding(), isAfter ? value.value() : 0);
                    column.add(node, value);
                    shared.add(node, new Estimate(0, covariances.getOrDefault(key, 0.0)));
                }
            });
        }

        private List<Frame> withoutLines(List<Frame> path) {
            List<Frame> bare = new ArrayList<>(path.size());
            for (Frame frame : path) {
                bare.add(methods.computeIfAbsent(frame, f -> new Frame(f.className(), f.method(), -1, f.kind())));
            }
            return bare;
        }

        DiffTree tree() {
            before.accumulate(nodes);
            after.accumulate(nodes);
            shared.accumulate(nodes);
            GrownTree tree = nodes.tree(shape.order());
            Map<CallNode, Change> changes = HashMap.newHashMap(tree.count());
            for (int node = 0; node < tree.count(); node++) {
                changes.put(
                        new GrownNode(tree, node),
                        new Change(
                                before.at(node), after.at(node), shared.at(node).variance()));
            }
            return new DiffTree(tree.root(), changes);
        }
    }

    /// One estimate per node.
    private static final class Column {

        private double[] values = new double[256];
        private double[] variances = new double[256];

        /// What a filter took away has no node but the root, which must not count it.
        void add(int node, Estimate value) {
            if (node > 0) {
                grow(node + 1);
                values[node] += value.value();
                variances[node] += value.variance();
            }
        }

        void accumulate(TreeGrowth nodes) {
            grow(nodes.count());
            nodes.accumulate(values);
            nodes.accumulate(variances);
        }

        Estimate at(int node) {
            return new Estimate(values[node], variances[node]);
        }

        private void grow(int count) {
            if (count > values.length) {
                int larger = Math.max(count, values.length * 2);
                values = java.util.Arrays.copyOf(values, larger);
                variances = java.util.Arrays.copyOf(variances, larger);
            }
        }
    }
}
