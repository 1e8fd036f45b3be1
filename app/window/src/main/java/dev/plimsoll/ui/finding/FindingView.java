package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.KeptDivider;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Nodes of the findings page.
final class FindingView extends StackPane {

    /// What a person does on the page.
    interface Acts {
        void open(Finding finding);

        void blocks();

        void flame();

        void recordEveryBlock();

        void copy(String text);

        void suppress(Finding finding, String reason);

        void restore(Suppressions.Entry entry);
    }

    private final SuppressBar bar;
    private final SuppressedList suppressed;
    private final StackPane below = new StackPane();
    private final BorderPane nothing = new BorderPane();
    private final FindingList list;
    private final OpenFinding open;
    private final Label looked = Texts.caption("");
    private final SplitPane split;
    private final KeptDivider edge;
    private final EmptyState empty = new EmptyState("check-circle");

    FindingView(Tokens tokens, Acts acts) {
        bar = new SuppressBar(acts::suppress);
        list = new FindingList(acts::open, bar::ask);
        suppressed = new SuppressedList(acts::restore);
        open = new OpenFinding(tokens, acts, bar);
        looked.setWrapText(true);
        looked.getStyleClass().add("looked");
        looked.setMaxWidth(Double.MAX_VALUE);
        BorderPane left = new BorderPane(list.node());
        left.setBottom(new VBox(below, looked));
        left.setMinWidth(260);
        left.setPrefWidth(318);
        SplitPane.setResizableWithParent(left, false);
        split = new SplitPane(left, scroll(open));
        edge = new KeptDivider(split, "findings.list");
        edge.place(0.22);
        getChildren().setAll(split);
    }

    void remember(Memory memory) {
        edge.in(memory);
    }

    void show(FindingViewState state, List<Suppressions.Suppressed> out, String place) {
        suppressed.show(out, place);
        if (state.open().isEmpty()) {
            empty.say(Words.say("findings.none"), state.summary());
            nothing.setCenter(empty);
            nothing.setBottom(suppressed);
            getChildren().setAll(List.of(nothing));
            return;
        }
        below.getChildren().setAll(List.of(suppressed));
        getChildren().setAll(List.of(split));
        list.show(state.items());
        looked.setText(state.looked());
        state.open().ifPresent(finding -> open.show(finding, state));
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
