package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.Door;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.finding.FindingViewState.Listed;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.KeptDivider;
import dev.plimsoll.ui.kit.SuppressBar;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// Nodes of the findings page.
final class FindingView extends StackPane {

    /// What a person does on the page.
    interface Acts {
        void open(Finding finding);

        void blocks();

        void flame();

        /// Goes where a line of evidence leads.
        void enter(Door door);

        void recordEveryBlock();

        void copy(String text);

        void suppress(Finding finding, String reason);

        void restore(Suppressions.Entry entry);

        /// Lists the open or the suppressed ones.
        void list(Shelf shelf);

        /// Takes the findings of a severity out of the list, or puts them back.
        void hide(Severity severity, boolean out);

        /// Asks where to put a report of what is open.
        void save();
    }

    private final SuppressBar bar;
    private final ListHead head;
    private final FindingList list;
    private final OpenFinding open;
    private final Label looked = Texts.caption("");
    private final SplitPane split;
    private final KeptDivider edge;
    private final StackPane right;
    private final ScrollPane page;
    private final EmptyState empty = new EmptyState("check-circle");

    FindingView(Tokens tokens, Acts acts) {
        bar = new SuppressBar(acts::suppress);
        head = new ListHead(acts);
        list = new FindingList(acts, bar::ask);
        open = new OpenFinding(tokens, acts, bar);
        page = scroll(open);
        right = new StackPane(page);
        looked.setWrapText(true);
        looked.getStyleClass().add("looked");
        looked.setMaxWidth(Double.MAX_VALUE);
        BorderPane left = new BorderPane(list.node());
        left.getStyleClass().add("findings-left");
        left.setTop(head);
        left.setBottom(looked);
        left.setMinWidth(260);
        left.setPrefWidth(318);
        SplitPane.setResizableWithParent(left, false);
        split = new SplitPane(left, right);
        edge = new KeptDivider(split, "findings.list");
        edge.place(0.22);
        getChildren().setAll(split);
    }

    void remember(Memory memory) {
        edge.in(memory);
    }

    /// @param place where it is kept what is suppressed
    void show(FindingViewState state, String place) {
        Listed listed = state.list();
        head.show(listed);
        list.show(listed.items());
        looked.setText(below(state, place));
        state.open().ifPresent(item -> open.show(item, state));
        boolean nothingAtAll = listed.open() == 0 && listed.suppressed() == 0;
        if (state.open().isEmpty()) {
            sayWhy(state);
        }
        right.getChildren().setAll(List.of(state.open().isEmpty() ? empty : page));
        getChildren().setAll(List.of(nothingAtAll && listed.shelf() == Shelf.OPEN ? empty : split));
    }

    private void sayWhy(FindingViewState state) {
        Listed listed = state.list();
        if (listed.filteredOut() > 0) {
            empty.say(Words.say("findings.allFiltered"), Words.say("findings.allFilteredHow"));
        } else if (listed.shelf() == Shelf.SUPPRESSED) {
            empty.say(Words.say("suppress.none"), Words.say("suppress.how"));
        } else {
            empty.say(Words.say("findings.none"), state.summary());
        }
    }

    private static String below(FindingViewState state, String place) {
        List<String> lines = new ArrayList<>();
        if (state.list().filteredOut() > 0) {
            lines.add(Words.say("findings.filteredOut", Words.count(state.list().filteredOut())));
        }
        lines.add(state.list().shelf() == Shelf.OPEN ? state.looked() : Words.say("suppress.place", place));
        return String.join("\n", lines);
    }

    boolean settled() {
        return open.settled();
    }

    private static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }
}
