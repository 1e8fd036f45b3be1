package dev.plimsoll.ui.compare;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ui.kit.FigureText;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// What stands beside the pointer on the difference graph. A part of the scene, not a window. FX thread.
final class DiffTip extends Pane {

    private static final double BESIDE = 14;
    private static final double NAMES = 64;

    private final VBox box = new VBox(4);

    DiffTip() {
        setMouseTransparent(true);
        box.getStyleClass().add("frame-tip");
        box.setVisible(false);
        getChildren().add(box);
    }

    void hide() {
        box.setVisible(false);
    }

    void show(Answer answer, FlameBox hovered, Point2D at) {
        Frame frame = hovered.frame();
        if (frame == null) {
            hide();
            return;
        }
        box.getChildren().setAll(Frames.label(frame));
        if (hovered.merged() > 0) {
            box.getChildren().add(Texts.caption(Words.say("flame.tip.merged", hovered.merged())));
        } else {
            Change change = answer.tree().change(hovered.node());
            String was = FigureText.of(answer.metric(), change.before().value());
            String is = FigureText.of(answer.metric(), change.after().value());
            String margin =
                    change.exact() ? Words.say("words.exact") : "± " + FigureText.of(answer.metric(), change.margin());
            box.getChildren()
                    .addAll(
                            row(answer.asked().question().earlier(), was),
                            row(answer.asked().question().later(), is),
                            row(
                                    Words.say("compare.change"),
                                    DiffWords.signed(answer.metric(), change.difference()) + "  " + margin));
            if (answer.tree().isNew(hovered.node())) {
                box.getChildren()
                        .add(Texts.caption(Words.say(
                                "compare.newIn", answer.asked().question().later())));
            } else if (!change.differs() && change.difference() != 0) {
                box.getChildren().add(Texts.caption(Words.say("compare.insideError")));
            }
        }
        box.setVisible(true);
        place(at);
    }

    private void place(Point2D at) {
        box.applyCss();
        box.autosize();
        double x = at.getX() + BESIDE + box.getWidth() <= getWidth()
                ? at.getX() + BESIDE
                : at.getX() - BESIDE - box.getWidth();
        double y = at.getY() + BESIDE + box.getHeight() <= getHeight()
                ? at.getY() + BESIDE
                : at.getY() - BESIDE - box.getHeight();
        box.relocate(Math.round(Math.max(4, x)), Math.round(Math.max(4, y)));
    }

    private static Node row(String name, String value) {
        var label = Texts.caption(name);
        label.setMinWidth(NAMES);
        HBox row = new HBox(12, label, Texts.mono(value));
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }
}
