package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.flame.CallNode;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.FlameLayout;
import dev.plimsoll.flame.FlameLayoutResult;
import dev.plimsoll.flame.FrameSearch;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.flame.StackFolding;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.FlameRows;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Search;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One answer to a question: a tree, its layout, what the search found in it. Steps whose input is the same as in the
/// answer before are taken over, so that a zoom does not fold stacks again. Immutable.
///
/// @param asked what it answers; null in [#NONE] and where the data were let go
/// @param question the same without the data
/// @param border where stacks cross to native code
/// @param found boxes that match the search
/// @param ages mean age of the live blocks below each node in GC cycles; none unless asked for
/// @param changes of each node between two moments; none unless asked for
/// @param kept nodes that the search leaves in the table; unused without a search or a table
record Answer(
        @Nullable Asked asked,
        Question question,
        CallNode tree,
        FlameLayoutResult layout,
        FlameRows rows,
        List<BorderLine> border,
        FrameSearch search,
        Set<FlameBox> found,
        Predicate<CallNode> kept,
        NodeAges ages,
        NodeChanges changes) {

    private static final Predicate<CallNode> NO_NODE = node -> false;

    private static final CallNode NOTHING = CallNode.of(null, 0, 0, List.of(), "");

    static final Answer NONE = new Answer(
            null,
            Question.FIRST,
            NOTHING,
            new FlameLayoutResult(List.of(), 0, 0, 0, 0),
            FlameRows.EMPTY,
            List.of(),
            FrameSearch.NOTHING,
            Set.of(),
            NO_NODE,
            NodeAges.NONE,
            NodeChanges.NONE);

    /// Everything that an answer depends on.
    ///
    /// @param minWidth share of the width of one pixel
    /// @param aged whether the ages of blocks are wanted
    /// @param between two moments whose difference is wanted
    /// @param listed whether the table is on the screen, which needs to know what the search leaves in it
    record Asked(
            Snapshot snapshot,
            Question question,
            List<Frame> place,
            double minWidth,
            Search search,
            boolean aged,
            Optional<Between> between,
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

    /// For a picture that nothing can be asked of: its boxes stay.
    Answer withoutData() {
        return new Answer(null, question, tree, layout, rows, border, search, found, kept, ages, changes);
    }

    /// What widths mean.
    Metric metric() {
        return question.metric();
    }

    /// The line of the program that most of the value comes through, followed from the root along the largest child:
    /// what is opened until a person chooses a frame.
    Optional<List<Frame>> heaviestLine() {
        List<Frame> path = new ArrayList<>();
        int line = 0;
        CallNode node = tree;
        while (node.size() > 1) {
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

    /// On the thread that folds.
    ///
    /// @param foldings keeps what the next answer can use
    static Answer to(Asked asked, Answer before, Foldings foldings, BooleanSupplier cancelled) {
        Asked was = before.asked;
        boolean sameTree = was != null && asked.sameTree(was);
        StackFolding folding = foldings.of(asked.snapshot.stacks(), asked.question.shape());
        CallNode tree = sameTree
                ? before.tree
                : folding.tree(
                        SiteValues.figures(asked.snapshot, asked.question, cancelled),
                        asked.question.shape().order(),
                        cancelled);
        NodeAges ages = !asked.aged
                ? NodeAges.NONE
                : sameTree && was != null && was.aged ? before.ages : NodeAges.of(folding, asked.snapshot, cancelled);
        NodeChanges changes = asked.between
                .map(moments -> sameTree && was != null && was.between.equals(asked.between)
                        ? before.changes
                        : changes(folding, moments, asked, cancelled))
                .orElse(NodeChanges.NONE);
        boolean sameLayout = was != null && asked.sameLayout(was);
        FlameLayoutResult layout = sameLayout ? before.layout : FlameLayout.of(tree, asked.place, asked.minWidth);
        FlameRows rows = sameLayout ? before.rows : FlameRows.of(layout.boxes());
        List<BorderLine> border = sameLayout ? before.border : BorderLine.of(rows);
        if (was != null && asked.sameSearch(was)) {
            return new Answer(
                    asked,
                    asked.question,
                    tree,
                    layout,
                    rows,
                    border,
                    before.search,
                    before.found,
                    before.kept,
                    ages,
                    changes);
        }
        return searched(asked, tree, layout, rows, border, ages, changes);
    }

    private static NodeChanges changes(StackFolding folding, Between moments, Asked asked, BooleanSupplier cancelled) {
        return NodeChanges.of(
                folding,
                moments.earlier(cancelled),
                moments.later(asked.snapshot, cancelled),
                asked.question.metric(),
                cancelled);
    }

    /// What can be said at once: the tree that is there, placed as `wanted`, when nothing but the place or the width
    /// differs from what it answers. Costs as much as there are boxes to see.
    Optional<Answer> placed(Asked wanted) {
        Asked was = asked;
        if (was == null
                || !was.question.equals(wanted.question)
                || !was.search.equals(wanted.search)
                || was.aged != wanted.aged
                || !was.between.equals(wanted.between)
                || was.listed != wanted.listed) {
            return Optional.empty();
        }
        Asked now = new Asked(
                was.snapshot,
                was.question,
                wanted.place,
                wanted.minWidth,
                was.search,
                was.aged,
                was.between,
                was.listed);
        if (now.sameLayout(was)) {
            return Optional.of(this);
        }
        FlameLayoutResult next = FlameLayout.of(tree, now.place, now.minWidth);
        FlameRows nextRows = FlameRows.of(next.boxes());
        FrameSearch again =
                now.search.pattern().map(pattern -> search.in(next, pattern)).orElse(search);
        return Optional.of(new Answer(
                now,
                now.question,
                tree,
                next,
                nextRows,
                BorderLine.of(nextRows),
                again,
                identities(again),
                kept,
                ages,
                changes));
    }

    /// Whether this is all that was asked for.
    boolean answers(Asked wanted) {
        return asked != null
                && asked.sameSearch(wanted)
                && asked.aged == wanted.aged
                && asked.between.equals(wanted.between);
    }

    /// Of a tree made otherwise: all of it, without zoom.
    static Answer whole(Asked asked, CallNode tree) {
        FlameLayoutResult layout = FlameLayout.of(tree, List.of(), asked.minWidth);
        FlameRows rows = FlameRows.of(layout.boxes());
        return searched(asked, tree, layout, rows, BorderLine.of(rows), NodeAges.NONE, NodeChanges.NONE);
    }

    private static Answer searched(
            Asked asked,
            CallNode tree,
            FlameLayoutResult layout,
            FlameRows rows,
            List<BorderLine> border,
            NodeAges ages,
            NodeChanges changes) {
        FrameSearch search = asked.search
                .pattern()
                .map(pattern -> FrameSearch.of(tree, layout, pattern))
                .orElse(FrameSearch.NOTHING);
        Predicate<CallNode> kept = asked.listed && asked.search.active()
                ? FrameSearch.leaves(tree, frame -> asked.search.finds(frame.label()))
                : NO_NODE;
        return new Answer(
                asked, asked.question, tree, layout, rows, border, search, identities(search), kept, ages, changes);
    }

    /// By identity: the paths of boxes may be too long to be compared.
    private static Set<FlameBox> identities(FrameSearch search) {
        Set<FlameBox> found = Collections.newSetFromMap(new IdentityHashMap<>());
        found.addAll(search.matches());
        return found;
    }
}
