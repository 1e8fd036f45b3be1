package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.flame.CallNode;
import dev.plimsoll.flame.CallTree;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.FlameLayout;
import dev.plimsoll.flame.FlameLayoutResult;
import dev.plimsoll.flame.FrameSearch;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.FlameRows;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Search;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One answer to a question: a tree, its layout, what the search found in it. Steps whose input is the same as in the
/// answer before are taken over, so that a zoom does not fold stacks again. Immutable.
///
/// @param asked what it answers; null in [#NONE]
/// @param border where stacks cross to native code
/// @param found boxes that match the search
/// @param ages mean age of the live blocks below each node in GC cycles, by identity; empty unless asked for
/// @param kept nodes that the search leaves in the table; unused without a search or a table
record Answer(
        @Nullable Asked asked,
        CallNode tree,
        FlameLayoutResult layout,
        FlameRows rows,
        List<BorderLine> border,
        FrameSearch search,
        Set<FlameBox> found,
        Set<CallNode> kept,
        Map<CallNode, Double> ages) {

    private static final CallNode NOTHING = new CallNode(null, 0, 0, List.of(), "");

    static final Answer NONE = new Answer(
            null,
            NOTHING,
            new FlameLayoutResult(List.of(), 0, 0, 0, 0),
            FlameRows.EMPTY,
            List.of(),
            FrameSearch.NOTHING,
            Set.of(),
            Set.of(),
            Map.of());

    /// Everything that an answer depends on.
    ///
    /// @param minWidth share of the width of one pixel
    /// @param aged whether the ages of blocks are wanted
    /// @param listed whether the table is on the screen, which needs to know what the search leaves in it
    record Asked(
            Snapshot snapshot,
            Question question,
            List<Frame> place,
            double minWidth,
            Search search,
            boolean aged,
            boolean listed) {

        private boolean sameTree(Asked other) {
            return Identity.same(snapshot.ledger(), other.snapshot.ledger()) && question.equals(other.question);
        }

        private boolean sameLayout(Asked other) {
            return sameTree(other) && minWidth == other.minWidth && place.equals(other.place);
        }

        private boolean sameSearch(Asked other) {
            return sameLayout(other) && search.equals(other.search) && listed == other.listed;
        }
    }

    Question question() {
        return asked == null ? Question.FIRST : asked.question;
    }

    /// What widths mean.
    Metric metric() {
        return question().metric();
    }

    /// The line of the program that most of the value comes through, followed from the root along the largest child:
    /// what is opened until a person chooses a frame.
    Optional<List<Frame>> heaviestLine() {
        List<Frame> path = new ArrayList<>();
        int line = 0;
        CallNode node = tree;
        while (!node.children().isEmpty()) {
            node = Collections.max(node.children(), Comparator.comparingDouble(CallNode::total));
            Frame frame = node.frame();
            if (frame == null) {
                break;
            }
            path.add(frame);
            line = frame.kind() == FrameKind.JAVA ? path.size() : line;
        }
        return line == 0 ? Optional.empty() : Optional.of(List.copyOf(path.subList(0, line)));
    }

    /// Any thread.
    static Answer to(Asked asked, Answer before, BooleanSupplier cancelled) {
        Asked was = before.asked;
        CallNode tree = was != null && asked.sameTree(was)
                ? before.tree
                : CallTree.of(
                        asked.snapshot.stacks(),
                        SiteValues.of(asked.snapshot, asked.question, cancelled),
                        asked.question.shape(),
                        cancelled);
        Map<CallNode, Double> ages = !asked.aged
                ? Map.of()
                : was != null && was.aged && asked.sameTree(was)
                        ? before.ages
                        : NodeAges.of(tree, asked.snapshot, asked.question, cancelled);
        boolean sameLayout = was != null && asked.sameLayout(was);
        FlameLayoutResult layout = sameLayout ? before.layout : FlameLayout.of(tree, asked.place, asked.minWidth);
        FlameRows rows = sameLayout ? before.rows : FlameRows.of(layout.boxes());
        List<BorderLine> border = sameLayout ? before.border : BorderLine.of(rows);
        if (was != null && asked.sameSearch(was)) {
            return new Answer(asked, tree, layout, rows, border, before.search, before.found, before.kept, ages);
        }
        return searched(asked, tree, layout, rows, border, ages);
    }

    /// Of a tree made otherwise: all of it, without zoom.
    static Answer whole(Asked asked, CallNode tree) {
        FlameLayoutResult layout = FlameLayout.of(tree, List.of(), asked.minWidth);
        FlameRows rows = FlameRows.of(layout.boxes());
        return searched(asked, tree, layout, rows, BorderLine.of(rows), Map.of());
    }

    private static Answer searched(
            Asked asked,
            CallNode tree,
            FlameLayoutResult layout,
            FlameRows rows,
            List<BorderLine> border,
            Map<CallNode, Double> ages) {
        FrameSearch search = asked.search
                .pattern()
                .map(pattern -> FrameSearch.of(tree, layout, pattern))
                .orElse(FrameSearch.NOTHING);
        // By identity: boxes hold trees, and trees may be too deep to be compared.
        Set<FlameBox> found = Collections.newSetFromMap(new IdentityHashMap<>());
        found.addAll(search.matches());
        Set<CallNode> kept = asked.listed && asked.search.active() ? Kept.of(tree, asked.search) : Set.of();
        return new Answer(asked, tree, layout, rows, border, search, found, kept, ages);
    }
}
