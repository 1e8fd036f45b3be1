package dev.plimsoll.ui.attach;

import atlantafx.base.controls.CustomTextField;
import dev.plimsoll.target.AgentJar;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.ui.attach.AttachViewState.Row;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Nodes of the picker.
final class AttachView extends BorderPane {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_BELOW = 1200;

    final TextField filter = new CustomTextField();
    final Segments<Boolean> which;
    final Button refresh = new Button(null, Icons.of("refresh-cw"));
    final Label refreshed = Texts.caption("");
    final TableView<Row> attachable = JvmTable.attachable();
    final TableView<Row> refused = JvmTable.refused();
    final AdviceCard card;
    final RecentProcesses processes;
    final Button openRecording = nav("folder", Words.say("attach.openRecording"));
    final Button compare = nav("columns", Words.say("attach.compare"));
    final Button demo = nav("play", Words.say("attach.demo"));
    final Label dropHere = Texts.caption(Words.say("attach.drop"));
    private final Label count = Texts.label("", "nav-count");
    private final Label fromStart = Texts.label(Words.say("attach.fromStart"), "table-text", "secondary");
    private final VBox recent = new VBox(2);
    private final Label refusedHead = Texts.head(Words.say("attach.refused"));
    private final EmptyState empty = new EmptyState("coffee");
    private final VBox tables = new VBox(attachable, refusedHead, refused);

    AttachView(
            Consumer<Boolean> onWhich,
            Runnable onAttach,
            Consumer<JvmEntry> onRecent,
            Consumer<String> onCopy,
            RecordButton record,
            RecordBox recording) {
        getStyleClass().add("attach");
        which = new Segments<>(onWhich);
        which.add(false, Words.say("attach.all"));
        which.add(true, Words.say("attach.canAttach"));
        processes = new RecentProcesses(onRecent);
        card = new AdviceCard(onAttach, onCopy, record, recording);
        ((CustomTextField) filter).setLeft(Icons.of("search"));
        filter.setId("filter");
        filter.setPromptText(Words.say("attach.filter"));
        filter.setAccessibleText(Words.say("attach.filter"));
        filter.setPrefWidth(320);
        filter.setMinWidth(120);
        refreshed.setMinWidth(Region.USE_PREF_SIZE);
        refresh.getStyleClass().addAll("flat", "icon-only");
        refresh.setAccessibleText(Words.say("attach.refresh"));
        HBox tools = new HBox(filter, which, Texts.spacer(), refreshed, refresh);
        tools.getStyleClass().addAll("tool-row", "attach-tools");
        refusedHead.getStyleClass().add("refused-head");
        VBox.setVgrow(attachable, Priority.SOMETIMES);
        VBox.setVgrow(refused, Priority.SOMETIMES);
        BorderPane middle = new BorderPane(tables);
        middle.setTop(tools);
        setLeft(side());
        setCenter(middle);
        setRight(card);
        widthProperty().addListener((observed, was, is) -> fit(is.doubleValue() < NARROW_BELOW));
        this.middle = middle;
        AgentJar.startOption(Advice.RECORDING).ifPresent(option -> middle.setBottom(foot(option, onCopy)));
    }

    private final BorderPane middle;

    /// What no attach can see, and how it is seen.
    private Node foot(String option, Consumer<String> onCopy) {
        Label words = fromStart;
        words.setMinWidth(Region.USE_PREF_SIZE);
        Label code = Texts.mono(option);
        code.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        code.getStyleClass().add("code");
        code.setTooltip(new Tooltip(option));
        code.setMinWidth(80);
        Button copy = new Button(null, Icons.small("copy"));
        copy.setId("copy-start");
        copy.getStyleClass().addAll("flat", "icon-only");
        copy.setAccessibleText(Words.say("advice.copy", option));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> onCopy.accept(option));
        HBox foot = new HBox(Icons.of("terminal"), words, code, copy);
        foot.getStyleClass().add("attach-foot");
        return foot;
    }

    /// The field's own words come before the time of the list.
    private void fit(boolean narrow) {
        pseudoClassStateChanged(NARROW, narrow);
        refreshed.setVisible(!narrow);
        refreshed.setManaged(!narrow);
        fromStart.setText(Words.say(narrow ? "attach.fromStartBrief" : "attach.fromStart"));
    }

    void show(AttachViewState state) {
        count.setText(state.loaded() ? Words.count(state.total()) : "");
        JvmTable.show(attachable, state.attachable());
        JvmTable.show(refused, state.refused());
        boolean any = !state.refused().isEmpty();
        refusedHead.setVisible(any);
        refusedHead.setManaged(any);
        refused.setVisible(any);
        refused.setManaged(any);
        card.show(state);
        boolean nothing = state.attachable().isEmpty() && state.refused().isEmpty();
        if (nothing) {
            boolean filtered = state.total() > 0;
            empty.say(
                    Words.say(!state.loaded() ? "attach.looking" : filtered ? "attach.noMatch" : "attach.none"),
                    Words.say(
                            !state.loaded() ? "attach.lookingHow" : filtered ? "attach.noMatchHow" : "attach.noneHow"));
        }
        middle.setCenter(nothing ? empty : tables);
        state.selected().ifPresent(jvm -> {
            clearOther(jvm.attachable());
            select(attachable, jvm.pid());
            select(refused, jvm.pid());
        });
    }

    private static void select(TableView<Row> table, long pid) {
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).jvm().pid() == pid) {
                table.getSelectionModel().clearAndSelect(i);
            }
        }
    }

    /// Only one of the two tables has a selected row.
    void clearOther(boolean inAttachable) {
        (inAttachable ? refused : attachable).getSelectionModel().clearSelection();
    }

    void hasDemo(boolean there) {
        demo.setId("start-demo");
        demo.setTooltip(new Tooltip(Words.say("attach.demoHow")));
        demo.setVisible(there);
        demo.setManaged(there);
    }

    void recents(List<Path> files, Consumer<Path> onOpen) {
        recent.getChildren().clear();
        if (!files.isEmpty()) {
            Label head = Texts.head(Words.say("attach.recent"));
            head.getStyleClass().add("recent-head");
            recent.getChildren().add(head);
        }
        for (Path file : files) {
            Button button = nav("file", String.valueOf(file.getFileName()));
            button.setTooltip(new Tooltip(file.toString()));
            button.setOnAction(event -> onOpen.accept(file));
            recent.getChildren().add(button);
        }
    }

    private Node side() {
        HBox running = new HBox(
                8, Icons.of("activity"), Texts.label(Words.say("attach.running"), "nav-word"), Texts.spacer(), count);
        running.getStyleClass().addAll("nav", "current");
        running.setAlignment(Pos.CENTER_LEFT);
        dropHere.getStyleClass().add("drop-here");
        dropHere.setWrapText(true);
        dropHere.setAlignment(Pos.CENTER);
        dropHere.setMaxWidth(Double.MAX_VALUE);
        VBox grow = new VBox();
        VBox.setVgrow(grow, Priority.ALWAYS);
        VBox side = new VBox(running, openRecording, compare, demo, processes, recent, grow, dropHere);
        side.getStyleClass().add("side");
        return side;
    }

    static Button nav(String icon, String words) {
        Button button = new Button(words, Icons.of(icon));
        button.getStyleClass().addAll("flat", "nav");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        return button;
    }
}
