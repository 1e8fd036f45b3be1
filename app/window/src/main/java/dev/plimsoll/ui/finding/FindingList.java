package dev.plimsoll.ui.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ui.finding.FindingViewState.Item;
import dev.plimsoll.ui.kit.ClickBox;
import dev.plimsoll.ui.kit.FindingFigures;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.RowList;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// The findings at the left of their page.
final class FindingList {

    private final RowList<Item> rows = new RowList<>(this::row);
    private final FindingView.Acts acts;
    private final Consumer<Finding> onSuppress;

    /// @param onSuppress asks for the reason
    FindingList(FindingView.Acts acts, Consumer<Finding> onSuppress) {
        this.acts = acts;
        this.onSuppress = onSuppress;
        rows.setId("findings");
    }

    Region node() {
        return rows;
    }

    void show(List<Item> items) {
        rows.show(items);
    }

    private Region row(Item item) {
        Finding finding = item.finding();
        HBox head = new HBox(6);
        head.setAlignment(Pos.CENTER_LEFT);
        Label verdict = Verdicts.inCell(finding);
        verdict.getStyleClass().add("strong");
        verdict.setMinWidth(0);
        head.getChildren().add(verdict);
        if (item.isNew()) {
            Circle dot = new Circle(3);
            dot.getStyleClass().add("new-dot");
            head.getChildren().add(dot);
        }
        Label figure = Texts.label(FindingFigures.of(finding), "mono", "figure", "strong");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().addAll(Texts.spacer(), figure);
        Frame frame = finding.frame();
        Label where = Texts.label(
                frame == null ? finding.sentence() : Frames.shortName(frame), "table-text", "below-verdict");
        Label size = Texts.caption(below(item));
        size.getStyleClass().add("below-verdict");
        ClickBox row = new ClickBox(2, Words.say("finding.open", finding.sentence()), () -> acts.open(finding));
        row.getStyleClass().add("finding-row");
        if (item.isOpen()) {
            row.getStyleClass().add("open");
        }
        ContextMenu menu = new ContextMenu(act(item));
        row.setOnContextMenuRequested(event -> menu.show(row, event.getScreenX(), event.getScreenY()));
        row.getChildren().addAll(head, where, size);
        return row;
    }

    /// What hides it, or shows it again.
    private MenuItem act(Item item) {
        Finding finding = item.finding();
        MenuItem act = new MenuItem(Words.say(item.entry().isPresent() ? "suppress.back" : "suppress.ask"));
        act.setOnAction(event -> {
            acts.open(finding);
            item.entry().ifPresentOrElse(acts::restore, () -> onSuppress.accept(finding));
        });
        return act;
    }

    private static String below(Item item) {
        return item.entry()
                .map(entry -> Words.say("suppress.since", entry.since(), entry.reason()))
                .orElseGet(() -> size(item.finding()));
    }

    private static String size(Finding finding) {
        List<String> parts = new ArrayList<>();
        if (!finding.binding().isEmpty()) {
            parts.add(finding.binding());
        }
        long blocks = Math.round(finding.blocks().value());
        if (blocks > 0 && finding.bytes().value() > 0) {
            parts.add(Words.blocks(blocks));
        }
        if (parts.isEmpty()) {
            parts.add(finding.rule());
        }
        return String.join(" · ", parts);
    }
}
