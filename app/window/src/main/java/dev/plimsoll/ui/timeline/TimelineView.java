package dev.plimsoll.ui.timeline;

import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.LaneChart;
import dev.plimsoll.ui.kit.LanePainters;
import dev.plimsoll.ui.kit.Mark;
import dev.plimsoll.ui.kit.RunningSums;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.TimeScale;
import dev.plimsoll.ui.kit.WindowSize;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/// Nodes of the strip: a ground with the grid, two charts, and a sheet with everything that lies over the lanes.
public final class TimelineView extends Region {

    private static final int POINTS = 1_000;

    private final Tokens tokens;
    private final LaneChart memory;
    private final LaneChart natives;
    private final Ground ground;
    private final Marks marks;
    private StripLayout layout = StripLayout.of(1440, 900, LaneChoice.USUAL);
    private TimelineViewState state;
    private boolean dataDirty = true;
    private final Tooltip hint = new Tooltip("");

    public TimelineView(Tokens tokens, TimelineViewState first) {
        this.tokens = tokens;
        state = first;
        memory = new LaneChart(new MemoryPainter(tokens));
        natives = new LaneChart((gc, area, sets) -> LanePainters.stack(gc, area, sets, tokens));
        ground = new Ground();
        marks = new Marks();
        getStyleClass().add("timeline-strip");
        setId("timeline");
        setAccessibleText(Words.say("timeline.name"));
        setFocusTraversable(true);
        getChildren().addAll(ground, memory, natives, marks);
        tokens.versionProperty().addListener((observed, was, is) -> {
            dataDirty = true;
            requestLayout();
        });
    }

    public void show(TimelineViewState next) {
        boolean sameData = Identity.same(next.timeline(), state.timeline())
                && next.from() == state.from()
                && next.to() == state.to();
        dataDirty |= !sameData;
        state = next;
        marks.repaint();
        if (!sameData) {
            ground.repaint();
        }
        requestLayout();
    }

    /// Says something beside the pointer while it rests there; the empty string says nothing.
    void hint(String words) {
        if (!words.equals(hint.getText())) {
            hint.setText(words);
            if (words.isEmpty()) {
                Tooltip.uninstall(this, hint);
                hint.hide();
            } else {
                Tooltip.install(this, hint);
            }
        }
    }

    public TimeScale scale() {
        return new TimeScale(state.from(), state.to(), layout.dataWidth());
    }

    public double gutter() {
        return layout.gutter();
    }

    TimelineViewState state() {
        return state;
    }

    StripLayout strip() {
        return layout;
    }

    @Override
    protected double computePrefHeight(double width) {
        double windowHeight = WindowSize.around(this).height();
        return StripLayout.of(width > 0 ? width : 1440, windowHeight, state.lanes())
                .height();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double windowHeight = WindowSize.around(this).height();
        StripLayout now = StripLayout.of(getWidth(), windowHeight, state.lanes());
        boolean moved = !now.equals(layout);
        layout = now;
        ground.resizeRelocate(0, 0, getWidth(), getHeight());
        marks.resizeRelocate(0, 0, getWidth(), getHeight());
        if (dataDirty || moved) {
            dataDirty = false;
            placeCharts();
            ground.repaint();
            marks.repaint();
        }
    }

    private void placeCharts() {
        TimelineSnapshot timeline = state.timeline();
        double fromSeconds = (state.from() - timeline.start()) / 1e9;
        double toSeconds = (state.to() - timeline.start()) / 1e9;
        memory.show(List.of(timeline.heapUsed(), timeline.heapCommitted(), timeline.rss()), timeline.start());
        memory.range(fromSeconds, toSeconds, 0, memoryTop());
        memory.setVisible(layout.shows(Lane.MEMORY));
        memory.place(
                layout.gutter(),
                layout.top(Lane.MEMORY) + 3,
                layout.dataWidth(),
                Lane.MEMORY.height() - 5,
                tokens.density());
        List<Series> sums =
                RunningSums.of(RunningSums.inOrder(timeline.nativeLive()), state.from(), state.to(), POINTS);
        natives.show(sums, timeline.start());
        natives.range(fromSeconds, toSeconds, 0, Math.max(1, top(sums)) * 1.05);
        natives.setVisible(layout.shows(Lane.NATIVE));
        natives.place(
                layout.gutter(),
                layout.top(Lane.NATIVE) + 3,
                layout.dataWidth(),
                Lane.NATIVE.height() - 4,
                tokens.density());
    }

    /// The limit is part of the scale while it leaves the lines readable.
    private double memoryTop() {
        TimelineSnapshot timeline = state.timeline();
        double highest = Math.max(highest(timeline.rss()), highest(timeline.heapCommitted()));
        return showsLimit() ? Math.max(timeline.memoryLimit() * 1.03, highest * 1.05) : Math.max(1, highest * 1.1);
    }

    private boolean showsLimit() {
        TimelineSnapshot timeline = state.timeline();
        return timeline.memoryLimit() > 0 && timeline.memoryLimit() < highest(timeline.rss()) * 4;
    }

    private static double highest(Series series) {
        double most = 0;
        for (double value : series.values()) {
            most = Math.max(most, value);
        }
        return most;
    }

    private static double top(List<Series> sums) {
        return sums.isEmpty() ? 0 : highest(sums.getLast());
    }

    /// Background, grid, lines between lanes.
    private final class Ground extends Sheet {
        Ground() {
            super(TimelineView.this.tokens);
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            pixels().fill(gc, 0, 0, width, height, tokens().get(Token.BG));
            gc.save();
            gc.translate(layout.gutter(), 0);
            new AxisPainter(tokens(), pixels()).grid(gc, scale(), layout.foot());
            gc.restore();
            for (Lane lane : layout.lanes()) {
                pixels().horizontal(gc, layout.gutter(), width, layout.top(lane), tokens().get(Token.LINE_2));
            }
        }
    }

    /// Everything over the lanes, and the gutter.
    private final class Marks extends Sheet {
        Marks() {
            super(TimelineView.this.tokens);
            setMouseTransparent(true);
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            double bottom = layout.foot();
            TimeScale scale = scale();
            MarksPainter painter = new MarksPainter(tokens(), pixels());
            gc.save();
            gc.translate(layout.gutter(), 0);
            gc.beginPath();
            gc.rect(0, 0, width - layout.gutter(), height);
            gc.clip();
            painter.cycles(gc, state, scale, layout);
            if (layout.shows(Lane.CALLBACKS)) {
                callbacks(gc, scale);
            }
            if (layout.shows(Lane.MEMORY) && showsLimit()) {
                limit(gc, scale.width());
            }
            state.range().ifPresent(range -> painter.brush(gc, range, scale, bottom));
            new AxisPainter(tokens(), pixels()).labels(gc, state, scale, bottom);
            state.hover().ifPresent(time -> painter.hover(gc, scale.x(time), bottom));
            state.playhead().ifPresent(time -> painter.playhead(gc, scale.x(time), scale, bottom));
            if (state.liveEdge()) {
                painter.liveEdge(gc, scale.width(), bottom);
            }
            gc.restore();
            new GutterPainter(tokens(), pixels()).paint(gc, state, layout);
            pixels().horizontal(gc, 0, width, bottom, tokens().get(Token.LINE));
        }

        private void callbacks(GraphicsContext gc, TimeScale scale) {
            Series series = state.timeline().callbacks();
            double most = Math.max(1, highest(series));
            double base = layout.bottom(Lane.CALLBACKS) - 2;
            double room = Lane.CALLBACKS.height() - 5;
            gc.setStroke(tokens().get(Token.TEXT_2));
            gc.setLineWidth(1);
            gc.beginPath();
            for (int i = 0; i < series.size(); i++) {
                double x = scale.x(series.times()[i]);
                double y = base - series.values()[i] / most * room;
                if (i == 0) {
                    gc.moveTo(x, y);
                } else {
                    gc.lineTo(x, y);
                }
            }
            if (series.size() > 0) {
                gc.lineTo(scale.width(), base - series.last() / most * room);
            }
            gc.stroke();
        }

        private void limit(GraphicsContext gc, double width) {
            double lane = Lane.MEMORY.height() - 5;
            double limit = state.timeline().memoryLimit();
            double y = pixels().snap(layout.top(Lane.MEMORY) + 3 + lane - limit / memoryTop() * lane);
            pixels().dashed(gc, 0, y, width, y, tokens().get(Token.LIMIT), 6, 3);
            double middle = y + pixels().hair() / 2;
            Mark.paint(gc, 16, middle, 4, tokens().get(Token.LIMIT), tokens().get(Token.LIMIT), tokens().get(Token.BG));
            gc.setFont(Fonts.ui(10));
            gc.setFill(tokens().get(Token.LIMIT));
            gc.setTextAlign(TextAlignment.LEFT);
            gc.setTextBaseline(VPos.TOP);
            gc.fillText(Words.say("timeline.limit", Words.limit(limit)), 30, y + 3);
        }
    }
}
