package dev.plimsoll.ui.compare;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands on the page before there are two recordings: a zone for each, to drop one on.
final class DropZones extends HBox {

    private final Zone a;
    private final Zone b;

    DropZones(CompareActs acts) {
        super(24);
        getStyleClass().add("drop-zones");
        setAlignment(Pos.CENTER);
        a = new Zone("A", true, acts);
        b = new Zone("B", false, acts);
        getChildren().addAll(a, b);
    }

    void show(CompareViewState state) {
        a.show(state.a());
        b.show(state.b());
    }

    private static final class Zone extends VBox {

        private final String letter;
        private final Label what = Texts.label("", "strong");
        private final Label how = Texts.caption("");
        private final ProgressBar bar = new ProgressBar();
        private final Button cancel = new Button(Words.say("compare.cancel"));
        private final Button open = new Button(Words.say("compare.open"), Icons.of("file"));

        Zone(String letter, boolean first, CompareActs acts) {
            super(8);
            this.letter = letter;
            setId("zone-" + letter);
            getStyleClass().add("drop-zone");
            setAlignment(Pos.CENTER);
            HBox.setHgrow(this, Priority.ALWAYS);
            setMaxWidth(420);
            what.setWrapText(true);
            how.setWrapText(true);
            how.getStyleClass().add("zone-how");
            how.setMinHeight(Region.USE_PREF_SIZE);
            bar.getStyleClass().add("working-bar");
            bar.setMaxWidth(220);
            open.setId("zone-open-" + letter);
            open.setOnAction(event -> acts.choose(first));
            cancel.setId("zone-cancel-" + letter);
            cancel.setOnAction(event -> acts.cancel(first));
            Label chip = Texts.label(letter, "slot-letter", first ? "slot-a" : "slot-b");
            getChildren().addAll(chip, what, how, bar, cancel, open);
            Drops.on(this, recording -> acts.open(first, recording));
        }

        void show(Slot slot) {
            getStyleClass().removeAll("filled", "failed");
            Snapshot snapshot = slot.snapshot();
            bar.setVisible(slot.reading());
            bar.setManaged(slot.reading());
            bar.setProgress(slot.done());
            cancel.setVisible(slot.reading());
            cancel.setManaged(slot.reading());
            open.setVisible(!slot.reading());
            open.setManaged(!slot.reading());
            if (!slot.failure().isEmpty()) {
                getStyleClass().add("failed");
                what.setText(Words.say("compare.failed", slot.name()));
                how.setText(slot.failure());
            } else if (snapshot != null) {
                getStyleClass().add("filled");
                what.setText(slot.name());
                how.setText(Words.say(
                        "compare.filled",
                        Words.age(
                                snapshot.timeline().end() - snapshot.timeline().start()),
                        Words.bytes(snapshot.ledger().liveBytes())));
            } else if (slot.reading()) {
                what.setText(slot.name());
                how.setText(Words.say("compare.reading", Words.percent(slot.done())));
            } else {
                what.setText(Words.say("compare.drop." + letter));
                how.setText(Words.say("compare.dropHow." + letter));
            }
        }
    }
}
