package dev.plimsoll.ui.compare;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Mark;
import dev.plimsoll.ui.kit.RunningSums;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.TimeScale;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Both recordings over the time since their start: A dashed, B solid. In place of the window's strip, which knows only
/// one. The pointer's time is read off in the gutter. FX thread.
final class OverlayStrip extends Sheet {

    private static final double HEIGHT = 124;
    private static final double AXIS = 16;
    private static final double RIGHT = 12;
    private static final double NARROW = 1200;
    private static final int POINTS = 1_000;

    /// Both of one kind.
    private record Lane(String name, Series a, Series b) {

        double highest() {
            return Math.max(highest(a), highest(b));
        }

        private static double highest(Series series) {
            double most = 0;
            for (double value : series.values()) {
                most = Math.max(most, value);
            }
            return most;
        }
    }

    private List<Lane> lanes = List.of();
    private long startA;
    private long startB;
    private long length = 1;
    private double limit;
    private OptionalDouble pointer = OptionalDouble.empty();

    private @Nullable Snapshot shownA;
    private @Nullable Snapshot shownB;

    OverlayStrip(Tokens tokens) {
        super(tokens);
        setId("overlay");
        getStyleClass().add("timeline-strip");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAccessibleText(Words.say("compare.strip"));
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(OptionalDouble.of(event.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(OptionalDouble.empty()));
    }

    void show(Snapshot a, Snapshot b) {
        if (Identity.same(a, shownA) && Identity.same(b, shownB)) {
            return;
        }
        shownA = a;
        shownB = b;
        startA = a.timeline().start();
        startB = b.timeline().start();
        length = Math.max(1, Math.max(a.timeline().end() - startA, b.timeline().end() - startB));
        lanes = List.of(
                new Lane(
                        Words.say("timeline.rss"),
                        a.timeline().rss(),
                        b.timeline().rss()),
                new Lane(Words.say("timeline.native"), natives(a.timeline()), natives(b.timeline())));
        limit = Math.max(a.timeline().memoryLimit(), b.timeline().memoryLimit());
        repaint();
    }

    private static Series natives(TimelineSnapshot timeline) {
        List<Series> sums = RunningSums.of(timeline.nativeLive(), timeline.start(), timeline.end(), POINTS);
        return sums.isEmpty() ? new Series("", "bytes", new long[0], new double[0]) : sums.getLast();
    }

    private void point(OptionalDouble x) {
        pointer = x;
        repaint();
    }

    private double gutter() {
        return getWidth() < NARROW ? 112 : 132;
    }

    @Override
    protected void paint(GraphicsContext gc, double width, double height) {
        pixels().fill(gc, 0, 0, width, height, tokens().get(Token.BG));
        double gutter = gutter();
        TimeScale scale = new TimeScale(0, length, Math.max(1, width - gutter - RIGHT));
        double laneHeight = (height - AXIS - 1) / 2;
        gc.save();
        gc.translate(gutter, 0);
        axis(gc, scale, height);
        for (int i = 0; i < lanes.size(); i++) {
            lane(gc, scale, lanes.get(i), i * laneHeight, laneHeight, i == 0);
        }
        hover(gc, scale, height - AXIS);
        gc.restore();
        gutter(gc, scale, gutter, height, laneHeight);
        pixels().horizontal(gc, 0, width, height - 1, tokens().get(Token.LINE));
    }

    private void axis(GraphicsContext gc, TimeScale scale, double height) {
        gc.setFont(Fonts.ui(10));
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        long step = scale.step(110);
        for (long time = 0; time <= length; time += step) {
            double x = scale.x(time);
            pixels().vertical(gc, x, 0, height - AXIS, tokens().get(Token.GRID));
            if (x < scale.width() - 40) {
                gc.setFill(tokens().get(Token.TEXT_2));
                gc.fillText("+" + Words.age(time), Math.round(x) + 3, height - AXIS / 2 - 1);
            }
        }
    }

    private void lane(GraphicsContext gc, TimeScale scale, Lane lane, double top, double room, boolean memory) {
        boolean limited = memory && limit > 0 && limit < lane.highest() * 4;
        double most = limited ? Math.max(limit * 1.03, lane.highest() * 1.05) : Math.max(1, lane.highest() * 1.1);
        double foot = top + room - 3;
        double up = (room - 8) / most;
        pixels().horizontal(gc, 0, scale.width() + RIGHT, top + room, tokens().get(Token.LINE_2));
        if (limited) {
            double y = pixels().snap(foot - limit * up);
            pixels().dashed(gc, 0, y, scale.width(), y, tokens().get(Token.LIMIT), 6, 3);
            Color red = tokens().get(Token.LIMIT);
            Mark.paint(gc, 16, y + pixels().hair() / 2, 4, red, red, tokens().get(Token.BG));
        }
        line(gc, scale, lane.a(), startA, foot, up, Token.TEXT_2, 1.2, 3, 2);
        line(gc, scale, lane.b(), startB, foot, up, Token.ACCENT_TEXT, 1.6);
    }

    private void line(
            GraphicsContext gc,
            TimeScale scale,
            Series series,
            long start,
            double foot,
            double up,
            Token color,
            double thick,
            double... dashes) {
        if (series.size() == 0) {
            return;
        }
        gc.setStroke(tokens().get(color));
        gc.setLineWidth(thick);
        gc.setLineDashes(dashes);
        gc.beginPath();
        for (int i = 0; i < series.size(); i++) {
            double x = scale.x(series.times()[i] - start);
            double y = foot - series.values()[i] * up;
            if (i == 0) {
                gc.moveTo(x, y);
            } else {
                gc.lineTo(x, y);
            }
        }
        gc.stroke();
        gc.setLineDashes();
    }

    private void hover(GraphicsContext gc, TimeScale scale, double height) {
        pointer.ifPresent(at -> {
            double x = at - gutter();
            if (x >= 0 && x <= scale.width()) {
                pixels().vertical(gc, x, 0, height, tokens().get(Token.TEXT_2));
            }
        });
    }

    private void gutter(GraphicsContext gc, TimeScale scale, double right, double height, double laneHeight) {
        pixels().fill(gc, 0, 0, right, height, tokens().get(Token.BG_2));
        pixels().vertical(gc, right - 1, 0, height, tokens().get(Token.LINE));
        long offset = pointer.isPresent() && pointer.getAsDouble() >= right
                ? Math.min(length, scale.time(pointer.getAsDouble() - right))
                : length;
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            double top = i * laneHeight;
            gc.setTextAlign(TextAlignment.LEFT);
            gc.setTextBaseline(VPos.CENTER);
            gc.setFont(Fonts.uiBold(11));
            gc.setFill(tokens().get(Token.TEXT));
            gc.fillText(lane.name(), 8, top + 12);
            value(gc, "A", lane.a().at(startA + offset), top + 28, right, Token.TEXT_2, 3, 2);
            value(gc, "B", lane.b().at(startB + offset), top + 43, right, Token.ACCENT_TEXT);
            pixels().horizontal(gc, 0, right - 1, top + laneHeight, tokens().get(Token.LINE_2));
        }
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFont(Fonts.ui(10));
        gc.setFill(tokens().get(Token.TEXT_2));
        gc.fillText(
                pointer.isPresent() ? "+" + Words.age(offset) : Words.say("compare.axis"), 8, height - AXIS / 2 - 1);
    }

    private void value(
            GraphicsContext gc, String letter, double bytes, double y, double right, Token color, double... dashes) {
        gc.setStroke(tokens().get(color));
        gc.setLineWidth(1.6);
        gc.setLineDashes(dashes);
        gc.strokeLine(8, y, 22, y);
        gc.setLineDashes();
        gc.setFont(Fonts.mono(10));
        gc.setFill(tokens().get(Token.TEXT));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.fillText(letter, 28, y);
        if (!Double.isNaN(bytes)) {
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(Words.wholeMib(bytes) + " MiB", right - 8, y);
        }
    }
}
