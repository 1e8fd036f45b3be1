package dev.plimsoll.ui.compare;

import dev.plimsoll.comparison.Comparison;
import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.DiffTree;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.FlameLayout;
import dev.plimsoll.flame.FlameLayoutResult;
import dev.plimsoll.flame.FrameSearch;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ledger.Overlap;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.FlameRows;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Search;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Two recordings compared, with the difference tree laid out. Steps whose input is as before are taken over.
/// Immutable.
///
/// @param rows of site changes, biggest change of the metric first
/// @param found boxes that match the search
record Answer(
        Asked asked,
        Comparison comparison,
        DiffTree tree,
        FlameLayoutResult layout,
        FlameRows boxes,
        List<SiteRow> rows,
        FrameSearch search,
        Set<FlameBox> found) {

    /// The biggest first, so that what changed most is found at the left.
    private static final TreeShape SHAPE = TreeShape.LIVE.with(TreeShape.Order.LEFT_HEAVY);

    /// Everything that an answer depends on.
    ///
    /// @param a first recording
    /// @param b second recording
    /// @param place path of the zoomed frame
    /// @param minWidth share of the width of one pixel
    record Asked(Snapshot a, Snapshot b, Question question, List<Frame> place, double minWidth, Search search) {

        Snapshot before() {
            return question.flipped() ? b : a;
        }

        Snapshot after() {
            return question.flipped() ? a : b;
        }

        private boolean sameTree(Asked other) {
            return Identity.same(a.ledger(), other.a.ledger())
                    && Identity.same(b.ledger(), other.b.ledger())
                    && question.equals(other.question);
        }

        private boolean sameLayout(Asked other) {
            return sameTree(other) && minWidth == other.minWidth && place.equals(other.place);
        }
    }

    /// Any thread.
    static Answer to(Asked asked, @Nullable Answer before, BooleanSupplier cancelled) {
        Asked was = before == null ? null : before.asked;
        boolean sameTree = was != null && asked.sameTree(was);
        Comparison comparison = before != null && sameTree
                ? before.comparison
                : Comparison.of(asked.before(), asked.after(), asked.question.scaling(), cancelled);
        DiffTree tree = before != null && sameTree ? before.tree : tree(asked, cancelled);
        boolean sameLayout = was != null && asked.sameLayout(was);
        FlameLayoutResult layout =
                before != null && sameLayout ? before.layout : FlameLayout.of(tree.root(), asked.place, asked.minWidth);
        FlameRows boxes = before != null && sameLayout ? before.boxes : FlameRows.of(layout.boxes());
        List<SiteRow> rows = before != null && sameTree ? before.rows : SiteRow.of(comparison, asked.question.metric());
        FrameSearch search = asked.search
                .pattern()
                .map(pattern -> FrameSearch.of(tree.root(), layout, pattern))
                .orElse(FrameSearch.NOTHING);
        // By identity: boxes hold trees, and trees may be too deep to be compared.
        Set<FlameBox> found = Collections.newSetFromMap(new IdentityHashMap<>());
        found.addAll(search.matches());
        return new Answer(asked, comparison, tree, layout, boxes, rows, search, found);
    }

    private static DiffTree tree(Asked asked, BooleanSupplier cancelled) {
        Metric metric = asked.question.metric();
        Snapshot before = asked.before();
        Snapshot after = asked.after();
        double factor = asked.question.scaling().factor(before, after, metric);
        DiffTree.Side earlier = DiffTree.Side.of(before.stacks(), before.ledger(), metric);
        DiffTree.Side later =
                DiffTree.Side.of(after.stacks(), after.ledger(), metric).times(factor);
        Overlap overlap = Overlap.of(before.ledger(), after.ledger(), cancelled);
        return DiffTree.of(
                earlier, later, DiffTree.covariances(earlier, later, overlap, metric, factor), SHAPE, cancelled);
    }

    Metric metric() {
        return asked.question.metric();
    }
}
