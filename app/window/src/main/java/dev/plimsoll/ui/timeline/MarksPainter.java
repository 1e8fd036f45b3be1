package dev.plimsoll.ui.timeline;

import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Pixels;
import dev.plimsoll.ui.kit.TimeScale;
import javafx.scene.canvas.GraphicsContext;

/// What lies over the lanes: GC marks, the range, the hover line and the live edge.
final class MarksPainter {

    private static final double MERGE = 3;

    private final Tokens tokens;
    private final Pixels pixels;

    MarksPainter(Tokens tokens, Pixels pixels) {
        this.tokens = tokens;
        this.pixels = pixels;
    }

    /// Young: a bar of 2 px or its duration, 7 tall, and a hairline through all lanes. Full: 12 tall and a band.
    void cycles(GraphicsContext gc, TimelineViewState state, TimeScale scale, StripLayout layout) {
        double lastX = Double.NEGATIVE_INFINITY;
        for (Cycle cycle : state.timeline().cycles()) {
            double x = scale.x(cycle.start());
            if (x < -20 || x > scale.width()) {
                continue;
            }
            double length = scale.x(cycle.end()) - x;
            double middle = layout.middle(Lane.GC);
            if (cycle.young()) {
                double wide = Math.max(2, length);
                if (x - lastX >= MERGE) {
                    pixels.vertical(gc, x, StripLayout.AXIS_BOTTOM + 1, layout.through(), tokens.get(Token.GC_HAIR));
                }
                if (layout.shows(Lane.GC)) {
                    pixels.fill(gc, x, middle - 3, wide, 7, tokens.get(Token.GC));
                }
            } else {
                double wide = Math.max(7, length);
                pixels.fill(
                        gc,
                        x,
                        StripLayout.AXIS_BOTTOM + 1,
                        wide,
                        layout.through() - StripLayout.AXIS_BOTTOM - 1,
                        tokens.get(Token.GC_SOFT));
                if (layout.shows(Lane.GC)) {
                    pixels.fill(gc, x, middle - 6, wide, 12, tokens.get(Token.GC));
                }
            }
            lastX = x;
        }
    }

    /// Outside is veiled, inside is tinted; edges with grips at mid-height.
    void brush(GraphicsContext gc, TimeRange range, TimeScale scale, double height) {
        double left = clip(scale.x(range.from()), scale);
        double right = clip(scale.x(range.to()), scale);
        pixels.fill(gc, 0, StripLayout.AXIS_BOTTOM + 1, left, height, tokens.get(Token.OUTSIDE));
        pixels.fill(gc, right, StripLayout.AXIS_BOTTOM + 1, scale.width() - right, height, tokens.get(Token.OUTSIDE));
        pixels.fill(gc, left, 0, right - left, height, tokens.get(Token.BRUSH));
        pixels.fill(gc, left, 0, right - left, StripLayout.AXIS_BOTTOM, tokens.get(Token.BRUSH));
        edge(gc, scale.x(range.from()), scale, height);
        edge(gc, scale.x(range.to()), scale, height);
    }

    void hover(GraphicsContext gc, double x, double height) {
        pixels.vertical(gc, x, StripLayout.AXIS_BOTTOM + 1, height, tokens.get(Token.TEXT_2));
    }

    /// A line with a flag; what is later is veiled.
    void playhead(GraphicsContext gc, double at, TimeScale scale, double height) {
        double x = Math.clamp(at, 0, scale.width());
        pixels.fill(gc, x, StripLayout.AXIS_BOTTOM + 1, scale.width() + 12 - x, height, tokens.get(Token.OUTSIDE));
        gc.setFill(tokens.get(Token.TEXT));
        gc.fillRect(pixels.snap(x) - 0.75, 4, 1.5, height - 4);
        double left = Math.max(0, pixels.snap(x) - 6);
        gc.fillPolygon(new double[] {left, left + 12, left + 12, left + 6, left}, new double[] {2, 2, 10, 16, 10}, 5);
    }

    void liveEdge(GraphicsContext gc, double x, double height) {
        gc.setFill(tokens.get(Token.CRITICAL));
        gc.fillRect(pixels.snap(x) - 1, 14, 1.5, height - 14);
    }

    private void edge(GraphicsContext gc, double x, TimeScale scale, double height) {
        if (x < 0 || x > scale.width()) {
            return;
        }
        gc.setFill(tokens.get(Token.ACCENT_TEXT));
        gc.fillRect(pixels.snap(x) - 0.75, 0, 1.5, height);
        double top = Math.round(StripLayout.AXIS_BOTTOM
                + Math.min(19, Math.max(0, (height - StripLayout.AXIS_BOTTOM - 20) / 2)));
        gc.setFill(tokens.get(Token.ACCENT));
        gc.fillRoundRect(pixels.snap(x) - 4, top, 8, 20, 4, 4);
        gc.setFill(tokens.get(Token.ON_ACCENT));
        gc.fillRect(pixels.snap(x) - 1.5, top + 6, 1, 8);
        gc.fillRect(pixels.snap(x) + 0.5, top + 6, 1, 8);
    }

    private static double clip(double x, TimeScale scale) {
        return Math.clamp(x, 0, scale.width());
    }
}
