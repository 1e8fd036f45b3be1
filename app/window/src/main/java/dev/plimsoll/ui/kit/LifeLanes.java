package dev.plimsoll.ui.kit;

import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Lifetime lanes: who lived from when to when, which GC cycle ended an owner, what was never freed. GC marks are the
/// timeline's own: a hairline for a young cycle, two pixels for a full one. FX thread.
public final class LifeLanes extends Sheet {

    /// Height of the axis.
    public static final double AXIS = 24;

    private static final double BAR = 12;
    private static final double RIGHT = 12;
    private static final double TICK_ROOM = 86;
    private static final double ADVANCE = 0.602;
    private static final double BEFORE_LANES = 8;

    /// Names may take so much of the width before they are cut.
    private static final double MOST_NAMES = 0.4;

    private final double left;
    private final double leastGutter;
    private final Font names;
    private double gutter;
    private LifeChart chart = LifeChart.EMPTY;

    /// @param left logical pixels before the names of lanes
    /// @param gutter logical pixels before the lanes; more where the names need it
    /// @param names face of the names
    public LifeLanes(Tokens tokens, double left, double gutter, Font names) {
        super(tokens);
        this.left = left;
        this.leastGutter = gutter;
        this.gutter = gutter;
        this.names = names;
        getStyleClass().add("life-lanes");
    }

    public void show(LifeChart next) {
        chart = next;
        setMinHeight(AXIS + next.lanes().size() * next.pitch() + 6);
        setPrefHeight(getMinHeight());
        repaint();
    }

    @Override
    protected void paint(GraphicsContext gc, double width, double height) {
        if (chart.lanes().isEmpty() || width < leastGutter + RIGHT + 40) {
            return;
        }
        gutter = gutter(width);
        TimeScale scale = new TimeScale(chart.from(), Math.max(chart.from() + 1, chart.to()), width - gutter - RIGHT);
        gc.setTextBaseline(VPos.CENTER);
        axis(gc, scale, width);
        cycles(gc, scale);
        double y = AXIS;
        for (LifeChart.Lane lane : chart.lanes()) {
            lane(gc, scale, lane, y, width);
            y += chart.pitch();
        }
    }

    private double gutter(double width) {
        double widest = chart.lanes().stream()
                .mapToDouble(lane -> left + width(lane.name()) + BEFORE_LANES)
                .max()
                .orElse(0);
        return Math.max(leastGutter, Math.min(widest, MOST_NAMES * width));
    }

    private double x(TimeScale scale, long time) {
        return gutter + Math.clamp(scale.x(time), 0, scale.width());
    }

    private void axis(GraphicsContext gc, TimeScale scale, double width) {
        gc.setFont(Fonts.mono(10));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setFill(tokens().get(Token.TEXT_2));
        long step = scale.step(TICK_ROOM);
        for (long time = scale.first(step); time <= scale.to(); time += step) {
            double x = x(scale, time);
            if (x > gutter + 24 && x < width - 28) {
                gc.fillText(Words.clock(time), x, AXIS / 2 - 2);
            }
        }
    }

    private void cycles(GraphicsContext gc, TimeScale scale) {
        double foot = AXIS + chart.lanes().size() * chart.pitch();
        for (Cycle cycle : chart.cycles()) {
            if (cycle.end() < chart.from() || cycle.start() > chart.to()) {
                continue;
            }
            double x = x(scale, cycle.start());
            if (cycle.young()) {
                pixels().vertical(gc, x, AXIS - 4, foot, tokens().get(Token.GC_HAIR));
            } else {
                pixels().fill(gc, x - 1, AXIS - 4, 2, foot - AXIS + 4, tokens().get(Token.GC));
            }
        }
    }

    private void lane(GraphicsContext gc, TimeScale scale, LifeChart.Lane lane, double top, double width) {
        double middle = top + chart.pitch() / 2;
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFont(names);
        gc.setFill(tokens().get(Token.TEXT));
        gc.fillText(cut(lane.name(), gutter - left - BEFORE_LANES), left, middle);
        double thick = Math.min(BAR, chart.pitch() - 4);
        for (LifeChart.Bar bar : lane.bars()) {
            bar(gc, scale, bar, middle, thick);
        }
        for (LifeChart.Tick tick : lane.ticks()) {
            double x = x(scale, tick.time());
            pixels().fill(gc, x - 1, middle - thick / 2 - 2, 2, thick + 4, tokens().get(tick.color()));
        }
        if (!lane.note().isEmpty()) {
            note(gc, scale, lane, middle, width);
        }
    }

    /// A canvas would squeeze a name that is too long.
    private String cut(String name, double room) {
        String cut = name;
        while (width(cut) > room && cut.length() > 1) {
            cut = cut.substring(0, Math.max(1, cut.length() - 2)) + "…";
        }
        return cut;
    }

    private double width(String words) {
        Text text = new Text(words);
        text.setFont(names);
        return text.getLayoutBounds().getWidth();
    }

    private void bar(GraphicsContext gc, TimeScale scale, LifeChart.Bar bar, double middle, double thick) {
        double left = pixels().snap(x(scale, bar.from()));
        double right = pixels().snap(Math.max(x(scale, bar.to()), left + 2));
        Color hue = tokens().get(bar.hue());
        Color fill = bar.strength() >= 1 ? hue : tokens().get(Token.BG).interpolate(hue, bar.strength());
        gc.setFill(fill);
        gc.fillRoundRect(left, pixels().snap(middle - thick / 2), right - left, thick, 4, 4);
        gc.setFont(Fonts.mono(10));
        gc.setFill(tokens().get(Token.ON_ACCENT));
        double room = (right - left - 12) / (10 * ADVANCE);
        boolean both = bar.head().length() + bar.tail().length() + 2 <= room;
        if (both || bar.head().length() <= room) {
            gc.setTextAlign(TextAlignment.LEFT);
            gc.fillText(bar.head(), left + 6, middle);
        }
        if (both && !bar.tail().isEmpty()) {
            gc.setFont(Fonts.monoBold(10));
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(bar.tail(), right - 6, middle);
        }
    }

    /// After its moment where there is room, else before it.
    private void note(GraphicsContext gc, TimeScale scale, LifeChart.Lane lane, double middle, double width) {
        boolean grave = lane.tone() == Token.CRITICAL;
        gc.setFont(grave ? Fonts.uiBold(11) : Fonts.ui(11));
        gc.setFill(tokens().get(lane.tone()));
        double x = x(scale, lane.noteAt()) + 6;
        double needed = lane.note().length() * 6.2;
        boolean after = x + needed <= width - RIGHT;
        gc.setTextAlign(after ? TextAlignment.LEFT : TextAlignment.RIGHT);
        gc.fillText(lane.note(), after ? x : Math.max(gutter + needed, x - 12), middle);
    }
}
