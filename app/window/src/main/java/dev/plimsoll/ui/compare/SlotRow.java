package dev.plimsoll.ui.compare;

import dev.plimsoll.comparison.Scaling;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Which two recordings are compared, and how they are brought to one size.
final class SlotRow extends HBox {

    private final Place a;
    private final Place b;
    private final Button refresh = new Button(Words.say("compare.refresh"), Icons.of("refresh-cw"));
    private final Button marks = new Button(Words.say("compare.marks"), Icons.of("columns"));
    private final Label scaleWord = Texts.label("", "table-text", "secondary");
    private final Segments<Scaling> scaling;

    SlotRow(ComparePresenter presenter, CompareActs acts) {
        getStyleClass().add("tool-row");
        setAlignment(Pos.CENTER_LEFT);
        a = new Place("A", true, acts);
        b = new Place("B", false, acts);
        scaling = new Segments<>(presenter::scaling);
        for (Scaling each : Scaling.values()) {
            var button = scaling.add(each, Words.say("compare.scale." + each));
            button.setId("compare-scale-" + each);
            button.setTooltip(new Tooltip(Words.say("compare.scale." + each + ".tip")));
        }
        refresh.setId("compare-refresh");
        refresh.setOnAction(event -> acts.refresh());
        marks.setId("compare-marks");
        marks.setTooltip(new Tooltip(Words.say("compare.marks.tip")));
        marks.setOnAction(event -> acts.marks());
        getChildren().addAll(a, b, refresh, marks, Texts.spacer(), scaleWord, scaling);
    }

    void show(CompareViewState state, boolean narrow) {
        a.show(state.a());
        b.show(state.b());
        refresh.setVisible(state.newer());
        refresh.setManaged(state.newer());
        marks.setVisible(state.marks());
        marks.setManaged(state.marks());
        scaling.select(state.question().scaling());
        scaleWord.setText(Words.say("compare.scale", state.question().later()));
        scaleWord.setVisible(!narrow);
        scaleWord.setManaged(!narrow);
    }

    /// A letter and what stands for it. A click asks for another, a drop brings one.
    private static final class Place extends HBox {

        private final Button button = new Button();

        Place(String letter, boolean first, CompareActs acts) {
            super(8);
            setAlignment(Pos.CENTER_LEFT);
            Label chip = Texts.label(letter, "slot-letter", first ? "slot-a" : "slot-b");
            button.setId("compare-" + letter);
            button.setGraphic(chip);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip(Words.say("compare.choose", letter)));
            button.setOnAction(event -> acts.choose(first));
            getChildren().add(button);
            Drops.on(this, recording -> acts.open(first, recording));
        }

        void show(Slot slot) {
            Snapshot snapshot = slot.snapshot();
            if (snapshot != null) {
                long length = snapshot.timeline().end() - snapshot.timeline().start();
                button.setText(Words.say(
                        "compare.slot",
                        slot.name(),
                        Words.age(length),
                        Words.bytes(snapshot.ledger().liveBytes())));
            } else {
                button.setText(slot.name().isEmpty() ? Words.say("compare.open") : slot.name());
            }
        }
    }
}
