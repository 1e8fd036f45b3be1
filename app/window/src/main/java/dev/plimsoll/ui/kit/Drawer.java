package dev.plimsoll.ui.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Details at the right of a page: a head with a cross, a body that scrolls, actions that stay at the bottom.
public final class Drawer extends BorderPane {

    private final HBox head = new HBox();
    private final VBox body = new VBox(8);
    private final HBox actions = new HBox();
    private final VBox foot = new VBox();

    public Drawer(Node title, Runnable onClose) {
        getStyleClass().add("drawer");
        setMinWidth(300);
        Button close = new Button(null, Icons.of("x"));
        close.getStyleClass().addAll("flat", "icon-only");
        close.setAccessibleText(Words.say("drawer.close"));
        close.setOnAction(event -> onClose.run());
        head.getStyleClass().add("drawer-head");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(title, Priority.NEVER);
        head.getChildren().addAll(title, Texts.spacer(), close);
        body.getStyleClass().add("drawer-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        actions.getStyleClass().add("drawer-actions");
        setTop(head);
        setCenter(scroll);
        foot.getChildren().setAll(List.of(actions));
        setBottom(foot);
        actions();
    }

    public VBox body() {
        return body;
    }

    /// Controls between the title and the cross.
    public void headActions(Node... nodes) {
        head.getChildren().addAll(2, List.of(nodes));
    }

    /// At the foot of the drawer, always in sight.
    public void actions(Node... nodes) {
        actions.getChildren().setAll(nodes);
        actions.setVisible(nodes.length > 0);
        actions.setManaged(nodes.length > 0);
    }

    /// Something that an action asks, above all actions.
    public void question(Node node) {
        foot.getChildren().addFirst(node);
    }

    /// A name and its value, aligned over all rows of the drawer.
    public static Node pair(String name, Node value) {
        Label label = Texts.label(name, "table-text", "secondary");
        label.setMinWidth(96);
        label.setPrefWidth(96);
        HBox row = new HBox(12, label, value);
        row.setAlignment(Pos.BASELINE_LEFT);
        HBox.setHgrow(value, Priority.ALWAYS);
        return row;
    }
}
