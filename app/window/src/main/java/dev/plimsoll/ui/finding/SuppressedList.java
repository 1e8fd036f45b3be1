package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.Suppressions.Entry;
import dev.plimsoll.finding.Suppressions.Suppressed;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is not shown because somebody has looked at it: since when, why, and the way back.
final class SuppressedList extends VBox {

    private final Consumer<Entry> onRestore;
    private List<Suppressed> shown = List.of();

    SuppressedList(Consumer<Entry> onRestore) {
        super(6);
        this.onRestore = onRestore;
        setId("suppressed");
        getStyleClass().add("suppressed");
        setVisible(false);
        setManaged(false);
    }

    void show(List<Suppressed> suppressed, String place) {
        if (Objects.equals(shown, suppressed)) {
            return;
        }
        shown = suppressed;
        getChildren().setAll(Texts.head(Words.say("suppress.list", Words.count(suppressed.size()))));
        suppressed.stream().map(this::row).forEach(getChildren()::add);
        Label where = Texts.caption(Words.say("suppress.place", place));
        where.setWrapText(true);
        getChildren().add(where);
        setVisible(!suppressed.isEmpty());
        setManaged(!suppressed.isEmpty());
    }

    private Node row(Suppressed one) {
        Entry entry = one.entry();
        Hyperlink back = new Hyperlink(Words.say("suppress.back"));
        back.getStyleClass().add("link");
        back.setOnAction(event -> onRestore.accept(entry));
        HBox head = new HBox(8, Texts.label(one.finding().rule(), "table-text"), Texts.spacer(), back);
        head.setAlignment(Pos.CENTER_LEFT);
        Label line = Texts.caption(entry.line());
        Label why = Texts.caption(Words.say("suppress.since", entry.since(), entry.reason()));
        why.setWrapText(true);
        return new VBox(2, head, line, why);
    }
}
