package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.Severity;
import dev.plimsoll.ui.finding.FindingViewState.Listed;
import dev.plimsoll.ui.kit.IconButton;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// Above the list: which findings it has, the filter by severity, and the report of all of them. FX thread.
final class ListHead extends HBox {

    private final Segments<Shelf> shelves;
    private final ToggleButton open;
    private final ToggleButton suppressed;
    private final Button filter = button("filter", "findings.filter", "findings-filter");
    private final ContextMenu severities = new ContextMenu();
    private final FindingView.Acts acts;
    private Listed shown = Listed.EMPTY;

    ListHead(FindingView.Acts acts) {
        this.acts = acts;
        getStyleClass().add("tool-row");
        shelves = new Segments<>(acts::list);
        open = shelves.add(Shelf.OPEN, "");
        open.setId("findings-open");
        suppressed = shelves.add(Shelf.SUPPRESSED, "");
        suppressed.setId("findings-suppressed");
        filter.setOnAction(event -> {
            severities.getItems().setAll(items());
            severities.show(filter, Side.BOTTOM, 0, 4);
        });
        Button save = button("download", "findings.save", "findings-save");
        save.setOnAction(event -> acts.save());
        getChildren().addAll(shelves, Texts.spacer(), filter, save);
    }

    void show(Listed list) {
        shown = list;
        open.setText(Words.say("findings.open", Words.count(list.open())));
        suppressed.setText(Words.say("findings.suppressed", Words.count(list.suppressed())));
        shelves.select(list.shelf());
        filter.setDisable(list.severities().isEmpty());
        filter.getStyleClass().remove("on");
        if (list.filteredOut() > 0) {
            filter.getStyleClass().add("on");
        }
    }

    private List<MenuItem> items() {
        return shown.severities().stream().map(this::item).toList();
    }

    private MenuItem item(Severity severity) {
        CheckMenuItem item = new CheckMenuItem(Words.say("severity." + severity.word()));
        item.setId("findings-" + severity.word());
        item.setSelected(!shown.hidden().contains(severity));
        item.setOnAction(event -> acts.hide(severity, !item.isSelected()));
        return item;
    }

    private static Button button(String icon, String words, String id) {
        return IconButton.of(Icons.of(icon), Words.say(words), id);
    }
}
