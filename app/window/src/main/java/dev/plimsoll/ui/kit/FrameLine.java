package dev.plimsoll.ui.kit;

import dev.plimsoll.event.Frame;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

/// A frame on one line, shorter where there is little room: the whole name, its packages as initials, class and
/// method, the method. What was left out stands in the tooltip. FX thread.
final class FrameLine extends Region {

    /// Advance of a character of the mono face at 11 px.
    private static final double ADVANCE = 6.63;

    private final Frame frame;
    private final List<Frame> ladder;
    private TextFlow shown;

    FrameLine(Frame frame) {
        this.frame = frame;
        this.ladder = ladder(frame);
        this.shown = Frames.label(frame);
        setMinWidth(0);
        getChildren().add(shown);
        widthProperty().addListener(observable -> fit());
    }

    private void fit() {
        Frame step = ladder.getLast();
        for (Frame candidate : ladder) {
            if (candidate.label().length() * ADVANCE <= getWidth()) {
                step = candidate;
                break;
            }
        }
        shown = Frames.label(step);
        getChildren().setAll(shown);
        // This runs in a layout pass, behind the styles' one.
        shown.applyCss();
        Tooltip.install(this, step.equals(frame) ? null : new Tooltip(frame.label()));
    }

    /// The same frame under ever shorter names, without repeats.
    static List<Frame> ladder(Frame frame) {
        List<Frame> steps = new ArrayList<>(List.of(frame));
        if (!frame.packageName().isEmpty()) {
            StringBuilder initials = new StringBuilder();
            for (String part : frame.packageName().split("\\.")) {
                initials.append(part, 0, Math.min(1, part.length())).append('.');
            }
            steps.add(named(frame, initials + frame.simpleClassName()));
            steps.add(named(frame, frame.simpleClassName()));
        }
        if (!frame.className().isEmpty()) {
            steps.add(named(frame, ""));
        }
        return steps;
    }

    private static Frame named(Frame frame, String className) {
        return new Frame(className, frame.method(), frame.line(), frame.kind());
    }

    @Override
    protected double computePrefWidth(double height) {
        return frame.label().length() * ADVANCE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return shown.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        shown.resizeRelocate(0, 0, Math.max(getWidth(), shown.prefWidth(-1)), getHeight());
    }
}
