package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// What stands beside the pointer: the whole name, and figures that the frame has no room for. It is a part of the
/// scene,
/// not a window, so it is in every picture of the page. FX thread.
final class FlameTip extends Pane {

    private static final double BESIDE = 14;
    private static final double NAMES = 64;

    private final VBox box = new VBox(4);

    FlameTip() {
        getStyleClass().add("flame-tip-layer");
        setMouseTransparent(true);
        box.getStyleClass().add("flame-tip");
        box.setVisible(false);
        getChildren().add(box);
    }

    void hide() {
        box.setVisible(false);
    }

    boolean showing() {
        return box.isVisible();
    }

    /// What is known at once; [#show(FrameDetails, Metric, Optional, Point2D)] adds what must be looked up.
    void show(FlameViewState state, FlameBox hovered, Optional<FlameBox> parent, Point2D at) {
        Frame frame = hovered.frame();
        if (frame == null) {
            hide();
            return;
        }
        var metric = state.answer().metric();
        double all = state.total();
        double self = hovered.node().self();
        String share = Words.say(
                        "flame.tip.ofAll",
                        Words.percent(all > 0 ? hovered.node().total() / all : 0))
                + parent.filter(up -> up.frame() != null)
                        .map(up -> Words.say("flame.tip.ofParent", Words.percent(FrameDetails.share(hovered, up))))
                        .orElse("");
        box.getChildren()
                .setAll(
                        Frames.label(frame),
                        row(
                                FlameWords.metric(state.answer().question()),
                                FlameWords.figure(metric, hovered.node().total())),
                        row(Words.say("flame.tip.share"), share),
                        row(Words.say("flame.tip.self"), self > 0 ? FlameWords.figure(metric, self) : "0"));
        Change change = state.answer().changes().get(hovered.node());
        if (change != null) {
            box.getChildren().add(row(Words.say("flame.tip.change"), FlameWords.change(metric, change)));
        }
        if (hovered.merged() > 0) {
            box.getChildren().add(Texts.caption(Words.say("flame.tip.merged", hovered.merged())));
        }
        box.setVisible(true);
        place(at);
    }

    /// Adds blocks, bytes with their margin, and what a finding says.
    void show(FrameDetails details, Metric metric, Optional<Verdict> verdict, Point2D at) {
        if (!showing()) {
            return;
        }
        Node live = row(
                Words.say("flame.tip.live"),
                Words.say(
                        "flame.tip.bytesAndBlocks",
                        Words.bytes(details.figures().live()),
                        Words.count(Math.round(details.figures().blocks().value()))));
        if (metric == Metric.LIVE_BYTES) {
            box.getChildren().set(1, live);
        } else {
            box.getChildren().add(2, live);
        }
        HBox foot = new HBox(8);
        foot.setAlignment(Pos.CENTER_LEFT);
        verdict.ifPresent(known -> foot.getChildren().add(Verdicts.badge(known)));
        foot.getChildren().add(Texts.caption(Words.say("flame.tip.click")));
        box.getChildren().add(foot);
        place(at);
    }

    private void place(Point2D at) {
        box.applyCss();
        box.autosize();
        double width = box.getWidth();
        double height = box.getHeight();
        double x = at.getX() + BESIDE + width <= getWidth() ? at.getX() + BESIDE : at.getX() - BESIDE - width;
        double y = at.getY() + BESIDE + height <= getHeight() ? at.getY() + BESIDE : at.getY() - BESIDE - height;
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
