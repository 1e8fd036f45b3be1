package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// Nodes of the findings page.
final class FindingView extends StackPane {

    private final FindingList list;
    private final OpenFinding open;
    private final Label looked = Texts.caption("");
    private final SplitPane split;
    private final EmptyState empty = new EmptyState("check-circle");

    FindingView(Tokens tokens, Consumer<Finding> onOpen, Runnable onBlocks, Runnable onFlame, Consumer<String> onCopy) {
        list = new FindingList(onOpen);
        open = new OpenFinding(tokens, onBlocks, onFlame, onCopy);
        looked.setWrapText(true);
        looked.getStyleClass().add("looked");
        looked.setMaxWidth(Double.MAX_VALUE);
        BorderPane left = new BorderPane(scroll(list));
        left.setBottom(looked);
        left.setMinWidth(260);
        left.setPrefWidth(318);
        SplitPane.setResizableWithParent(left, false);
        split = new SplitPane(left, scroll(open));
        split.setDividerPositions(0.22);
        getChildren().setAll(split);
    }

    void show(FindingViewState state) {
        if (state.open().isEmpty()) {
            empty.say(Words.say("findings.none"), state.summary());
            getChildren().setAll(List.of(empty));
            return;
        }
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
