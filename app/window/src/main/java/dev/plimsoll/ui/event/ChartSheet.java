package dev.plimsoll.ui.event;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.TimeScale;
import dev.plimsoll.ui.kit.Words;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A field over time: per pixel a bar from the smallest to the largest value, and a dot at the mean. FX thread.
final class ChartSheet extends Sheet {

    private static final double LEFT = 76;
    private static final double RIGHT = 12;
    private static final double TOP = 8;
    private static final double BOTTOM = 18;

    private @Nullable FieldChart chart;
    private OptionalDouble pointer = OptionalDouble.empty();

    /// @param onWidth takes the width of the plot in logical pixels whenever it changes
    ChartSheet(Tokens tokens, DoubleConsumer onWidth) {
        super(tokens);
        setId("event-chart");
        setMinHeight(96);
        widthProperty().addListener((observed, was, is) -> onWidth.accept(is.doubleValue() - LEFT - RIGHT));
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(OptionalDouble.of(event.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(OptionalDouble.empty()));
    }

    void show(@Nullable FieldChart next) {
        chart = next;
        setAccessibleText(
                next == null ? "" : Words.say("events.chart", next.field().label()));
        repaint();
    }

    private void point(OptionalDouble x) {
        pointer = x;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext gc, double width, double height) {
        FieldChart shown = chart;
        pixels().fill(gc, 0, 0, width, height, tokens().get(Token.BG));
        if (shown == null) {
            return;
        }
        double wide = Math.max(1, width - LEFT - RIGHT);
        double room = Math.max(1, height - TOP - BOTTOM);
        double least = shown.least();
        double span = Math.max(1e-9, (shown.most() - least) * 1.05);
        double foot = TOP + room;
        axes(gc, shown, width, wide, room, least, span);
        double step = wide / shown.low().length;
        for (int i = 0; i < shown.low().length; i++) {
            if (shown.count()[i] > 0) {
                double x = LEFT + i * step;
                double high = foot - (shown.high()[i] - least) / span * room;
                double low = foot - (shown.low()[i] - least) / span * room;
                double mean = foot - (shown.mean()[i] - least) / span * room;
                pixels().fill(gc, x, high, Math.max(1, step), Math.max(1, low - high), tokens().get(Token.HEAP_USED));
                pixels().fill(gc, x, mean - 1, Math.max(2, step), 2, tokens().get(Token.ACCENT_TEXT));
            }
        }
        hover(gc, shown, wide, foot);
    }

    private void axes(
            GraphicsContext gc, FieldChart shown, double width, double wide, double room, double least, double span) {
        TimeScale scale = new TimeScale(shown.from(), Math.max(shown.from() + 1, shown.to()), wide);
        gc.setFont(Fonts.ui(10));
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        long step = scale.step(110);
        for (long time = scale.first(step); time <= scale.to(); time += step) {
            double x = LEFT + scale.x(time);
            pixels().vertical(gc, x, TOP, TOP + room, tokens().get(Token.GRID));
            if (x < width - 60) {
                gc.setFill(tokens().get(Token.TEXT_2));
                gc.fillText(Words.clock(time), Math.round(x) + 3, TOP + room + BOTTOM / 2);
            }
        }
        gc.setFont(Fonts.mono(10));
        gc.setTextAlign(TextAlignment.RIGHT);
        for (double share : new double[] {0, 0.5, 1}) {
            double value = least + share * span / 1.05;
            double y = TOP + room - share / 1.05 * room;
            pixels().horizontal(gc, LEFT, LEFT + wide, y, tokens().get(share == 0 ? Token.LINE : Token.GRID));
            gc.setFill(tokens().get(Token.TEXT_2));
            gc.fillText(EventWords.figure(shown.field(), value), LEFT - 8, Math.max(TOP + 4, y));
        }
    }

    /// The line and the step's values at the right of it.
    private void hover(GraphicsContext gc, FieldChart shown, double wide, double foot) {
        if (pointer.isEmpty()) {
            return;
        }
        double x = pointer.getAsDouble();
        int step = (int) ((x - LEFT) / wide * shown.low().length);
        if (step < 0 || step >= shown.low().length) {
            return;
        }
        pixels().vertical(gc, x, TOP, foot, tokens().get(Token.TEXT_2));
        if (shown.count()[step] == 0) {
            return;
        }
        String values = Words.say(
                "events.chart.step",
                EventWords.figure(shown.field(), shown.low()[step]),
                EventWords.figure(shown.field(), shown.mean()[step]),
                EventWords.figure(shown.field(), shown.high()[step]),
                Words.count(shown.count()[step]));
        boolean left = x > LEFT + wide / 2;
        gc.setTextAlign(left ? TextAlignment.RIGHT : TextAlignment.LEFT);
        gc.setFill(tokens().get(Token.TEXT));
        gc.fillText(values, left ? x - 6 : x + 6, TOP + 6);
    }
}
