package dev.plimsoll.ui.timeline;

import dev.plimsoll.finding.Severity;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.Pixels;
import dev.plimsoll.ui.kit.TimeScale;
import dev.plimsoll.ui.kit.Verdicts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// The strip's axis: round times, a grid line below each, and pins.
final class AxisPainter {

    private static final double TICK_ROOM = 110;
    private static final double PIN_HALF = 5;
    private static final double LABEL_HALF = 28;

    private final Tokens tokens;
    private final Pixels pixels;

    AxisPainter(Tokens tokens, Pixels pixels) {
        this.tokens = tokens;
        this.pixels = pixels;
    }

    /// Vertical lines, under the lanes.
    void grid(GraphicsContext gc, TimeScale scale, double bottom) {
        for (long time : ticks(scale)) {
            pixels.vertical(gc, scale.x(time), StripLayout.AXIS_BOTTOM - 3, bottom, tokens.get(Token.GRID));
        }
    }

    /// Labels and pins, over the lanes.
    void labels(GraphicsContext gc, TimelineViewState state, TimeScale scale, double bottom) {
        gc.setFont(Fonts.ui(10));
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setFill(tokens.get(Token.TEXT_2));
        boolean fine = scale.step(TICK_ROOM) < 1_000_000_000L;
        for (long time : ticks(scale)) {
            double x = scale.x(time);
            boolean room = x > LABEL_HALF && x < scale.width() - LABEL_HALF;
            boolean free = state.alerts().stream()
                    .noneMatch(alert -> Math.abs(scale.x(alert.time()) - x) < LABEL_HALF + PIN_HALF);
            if (room && free) {
                gc.fillText(state.words(time, fine), Math.round(x), 9.5);
            }
        }
        for (Alert alert : state.alerts()) {
            double x = scale.x(alert.time());
            if (x >= 0 && x <= scale.width()) {
                pin(gc, alert.severity(), Math.min(Math.max(x, PIN_HALF), scale.width() - PIN_HALF), bottom);
            }
        }
    }

    private void pin(GraphicsContext gc, Severity severity, double at, double bottom) {
        double x = pixels.snap(at);
        Color color = tokens.get(Verdicts.token(severity));
        pixels.dashed(gc, x, StripLayout.AXIS_BOTTOM, x, bottom, color, 2, 2);
        gc.setFill(color);
        gc.fillPolygon(
                new double[] {x - PIN_HALF, x + PIN_HALF, x + PIN_HALF, x, x - PIN_HALF},
                new double[] {3, 3, 11.5, 16, 11.5},
                5);
        gc.setFill(tokens.get(Token.BG));
        gc.setFont(Fonts.uiBold(9));
        gc.fillText(severity == Severity.CRITICAL || severity == Severity.WARNING ? "!" : "i", x, 8);
        gc.setFont(Fonts.ui(10));
    }

    private static List<Long> ticks(TimeScale scale) {
        List<Long> times = new ArrayList<>();
        long step = scale.step(TICK_ROOM);
        for (long time = scale.first(step); time <= scale.to(); time += step) {
            times.add(time);
        }
        return times;
    }
}
