package dev.plimsoll.ui.shell;

import atlantafx.base.controls.CustomTextField;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.KeyCaps;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Go to or run: type a few letters, choose with the arrows, Enter. FX thread.
final class Palette extends VBox {

    private static final double WIDTH = 620;
    private static final int MOST = 60;
    private static final double ROW = 28;
    private static final int ROWS = 12;

    private final CustomTextField field = new CustomTextField();
    private final ListView<Command> list = new ListView<>();
    private final Label nothing = Texts.caption("");
    private final List<Command> commands;
    private final Function<String, List<Command>> more;
    private final Runnable onClose;

    /// @param commands fixed ones, in the order in which they stand before anything is typed
    /// @param more commands that depend on what was typed
    Palette(List<Command> commands, Function<String, List<Command>> more, Runnable onClose) {
        this.commands = commands;
        this.more = more;
        this.onClose = onClose;
        getStyleClass().add("palette");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        field.setId("palette-field");
        field.setLeft(Icons.of("search"));
        field.setPromptText(Words.say("palette.prompt"));
        field.setAccessibleText(Words.say("palette.prompt"));
        field.textProperty().addListener(observable -> find());
        list.setId("palette-list");
        list.setAccessibleText(Words.say("palette.list"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(ignored -> new CommandCell());
        list.setOnMouseClicked(event -> run());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(field, list, nothing);
        find();
    }

    void focusField() {
        field.requestFocus();
    }

    private void find() {
        String typed = field.getText();
        List<Command> found = Stream.concat(commands.stream(), more.apply(typed).stream())
                .filter(command -> command.rank(typed) >= 0)
                .sorted(Comparator.comparingInt(command -> command.rank(typed)))
                .limit(MOST)
                .toList();
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(Math.min(ROWS, found.size()) * ROW + 2);
        boolean none = found.isEmpty();
        list.setVisible(!none);
        list.setManaged(!none);
        nothing.setText(none ? Words.say("palette.nothing", typed.strip()) : "");
        nothing.setVisible(none);
        nothing.setManaged(none);
    }

    private void key(KeyEvent event) {
        var selection = list.getSelectionModel();
        switch (event.getCode()) {
            case ESCAPE -> onClose.run();
            case ENTER -> run();
            case DOWN -> selection.selectNext();
            case UP -> selection.selectPrevious();
            case PAGE_DOWN ->
                selection.select(Math.min(list.getItems().size() - 1, selection.getSelectedIndex() + ROWS));
            case PAGE_UP -> selection.select(Math.max(0, selection.getSelectedIndex() - ROWS));
            default -> {
                return;
            }
        }
        if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.ESCAPE) {
            list.scrollTo(Math.max(0, selection.getSelectedIndex() - ROWS / 2));
        }
        event.consume();
    }

    private void run() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onClose.run();
            chosen.act().run();
        }
    }

    private final class CommandCell extends ListCell<Command> {

        /// No wider than the list: a long title ends in dots, and nothing scrolls sideways.
        CommandCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            if (command == null || empty) {
                setGraphic(null);
                return;
            }
            Label detail = Texts.caption(command.detail());
            detail.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(8, Icons.of(command.kind().icon), title(command.title()), detail);
            row.getChildren().addAll(Texts.spacer(), KeyCaps.caps(command.keys()));
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }

        /// What was typed is bold; the longest piece that was not ends in dots where there is no room.
        private HBox title(String words) {
            List<Piece> pieces = Piece.of(words, field.getText());
            Piece longest = pieces.stream()
                    .filter(piece -> !piece.typed())
                    .max(Comparator.comparingInt(piece -> piece.letters().length()))
                    .orElse(null);
            HBox title = new HBox();
            for (Piece piece : pieces) {
                Label label = Texts.label(piece.letters(), "table-text");
                if (piece.typed()) {
                    label.getStyleClass().add("strong");
                }
                if (!piece.equals(longest)) {
                    label.setMinWidth(Region.USE_PREF_SIZE);
                }
                title.getChildren().add(label);
            }
            title.setAlignment(Pos.CENTER_LEFT);
            title.setMinWidth(0);
            return title;
        }
    }
}
