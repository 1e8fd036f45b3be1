package dev.plimsoll.ui.overview;

import dev.plimsoll.timeline.Series;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.BindingColors;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.LaneChart;
import dev.plimsoll.ui.kit.LanePainters;
import dev.plimsoll.ui.kit.Mark;
import dev.plimsoll.ui.kit.RunningSums;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.TimeScale;
import dev.plimsoll.ui.kit.Words;
import io.fair_acc.dataset.DataSet;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The accounts over time, stacked up to RSS or as lines; names and figures stand at the right end.
final class BookChart extends Region {

    private static final double LEFT = 56;
    private static final double RIGHT = 172;
    private static final double TOP = 18;
    private static final double BOTTOM = 26;
    private static final int POINTS = 800;
    private static final double MIB = 1024 * 1024;

    private final Tokens tokens;
    private final LaneChart chart;
    private final Ground ground;
    private final Over over;
    private @Nullable OverviewViewState state;
    private boolean lines;
    private boolean dirty;

    BookChart(Tokens tokens) {
        this.tokens = tokens;
        chart = new LaneChart(this::paint);
        ground = new Ground();
        over = new Over();
        getChildren().addAll(ground, chart, over);
        setId("book");
        tokens.versionProperty().addListener((observed, was, is) -> redraw());
    }

    void show(OverviewViewState next) {
        state = next;
        redraw();
    }

    void lines(boolean asLines) {
        lines = asLines;
        redraw();
    }

    private void redraw() {
        dirty = true;
        ground.repaint();
        over.repaint();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        boolean resized = ground.getWidth() != getWidth() || ground.getHeight() != getHeight();
        ground.resizeRelocate(0, 0, getWidth(), getHeight());
        over.resizeRelocate(0, 0, getWidth(), getHeight());
        if (state != null && (dirty || resized)) {
            dirty = false;
            place(state);
        }
    }

    private void place(OverviewViewState shown) {
        var range = shown.book().range();
        List<Series> drawn = series(shown);
        chart.show(drawn, range.from());
        chart.range(0, Math.max(1e-3, range.length() / 1e9), 0, top(shown));
        chart.place(LEFT, TOP, plotWidth(), plotHeight(), tokens.density());
    }

    /// Running sums with RSS last, or the accounts themselves.
    private List<Series> series(OverviewViewState shown) {
        List<Series> parts = new ArrayList<>();
        for (Account account : shown.book().accounts()) {
            // A line below zero would be below the axis.
            if (!lines || !account.name().equals(AccountBook.NOT_RESIDENT)) {
                parts.add(account.series());
            }
        }
        var range = shown.book().range();
        if (lines || parts.isEmpty()) {
            return parts;
        }
        // RSS may be known before any part is: it takes no height, and its times are drawn too.
        Series rss = shown.book().resident();
        parts.addFirst(new Series(rss.name(), rss.unit(), rss.times(), new double[rss.size()]));
        List<Series> drawn =
                new ArrayList<>(RunningSums.of(parts, range.from(), Math.max(range.to(), range.from() + 1), POINTS));
        drawn.removeFirst();
        drawn.add(RunningSums.held(rss, drawn.getLast().times()));
        return drawn;
    }

    private void paint(GraphicsContext gc, LaneChart.Area area, List<DataSet> sets) {
        if (sets.isEmpty()) {
            return;
        }
        if (lines) {
            for (DataSet set : sets) {
                LanePainters.line(gc, area, set, BindingColors.hue(set.getName(), tokens), 1.5);
            }
            return;
        }
        LanePainters.stack(gc, area, sets.subList(0, sets.size() - 1), tokens);
        LanePainters.line(gc, area, sets.getLast(), tokens.get(Token.RSS), 1.5);
    }

    private double plotWidth() {
        return Math.max(1, getWidth() - LEFT - RIGHT);
    }

    private double plotHeight() {
        return Math.max(1, getHeight() - TOP - BOTTOM);
    }

    /// A round figure above everything that is drawn.
    private double top(OverviewViewState shown) {
        double highest = 1;
        for (Series series : series(shown)) {
            for (double value : series.values()) {
                highest = Math.max(highest, value);
            }
        }
        if (showsLimit(shown)) {
            highest = Math.max(highest, shown.limit());
        }
        return highest * 1.06;
    }

    private boolean showsLimit(OverviewViewState shown) {
        return !lines
                && shown.limit() > 0
                && !Double.isNaN(shown.book().rss())
                && shown.limit() < shown.book().rss() * 3;
    }

    /// Steps of 1, 2, 5 times a power of ten (MiB), about six of them.
    static double step(double top) {
        double rough = top / MIB / 6;
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(rough, 1e-3))));
        double digit = rough / power;
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power * MIB;
    }

    /// Axes and grid, under the areas.
    private final class Ground extends Sheet {
        Ground() {
            super(BookChart.this.tokens);
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            if (state == null) {
                return;
            }
            double top = top(state);
            double step = step(top);
            gc.setFont(Fonts.mono(10));
            gc.setTextBaseline(VPos.CENTER);
            gc.setTextAlign(TextAlignment.RIGHT);
            for (double value = 0; value <= top; value += step) {
                double y = TOP + plotHeight() - value / top * plotHeight();
                pixels().horizontal(gc, LEFT, LEFT + plotWidth(), y, tokens().get(Token.GRID));
                gc.setFill(tokens().get(Token.TEXT_2));
                String figure = step < MIB ? Words.mib(value) : Words.wholeMib(value);
                gc.fillText(figure, LEFT - 8, Math.round(y));
            }
            gc.setFont(Fonts.ui(10));
            gc.fillText("MiB", LEFT - 8, TOP - 8);
        }
    }

    /// Time axis, the limit, full collections and the names, over the areas.
    private final class Over extends Sheet {
        Over() {
            super(BookChart.this.tokens);
            setMouseTransparent(true);
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            if (state == null) {
                return;
            }
            double bottom = TOP + plotHeight();
            var range = state.book().range();
            TimeScale scale = new TimeScale(range.from(), Math.max(range.to(), range.from() + 1), plotWidth());
            pixels().horizontal(gc, LEFT, LEFT + plotWidth(), bottom, tokens().get(Token.LINE));
            gc.setFont(Fonts.mono(10));
            gc.setTextBaseline(VPos.TOP);
            gc.setTextAlign(TextAlignment.CENTER);
            long step = scale.step(120);
            for (long time = scale.first(step); time <= scale.to(); time += step) {
                double x = LEFT + scale.x(time);
                gc.setFill(tokens().get(Token.TEXT_2));
                gc.fillText(
                        Words.clock(time), Math.round(Math.clamp(x, LEFT + 20, LEFT + plotWidth() - 24)), bottom + 7);
            }
            for (long time : state.fullCycles()) {
                double x = LEFT + scale.x(time);
                pixels().vertical(gc, x, TOP, bottom, tokens().get(Token.BG));
                pixels().fill(gc, x - 2, bottom, 5, 5, tokens().get(Token.GC));
            }
            if (showsLimit(state)) {
                limit(gc, state.limit(), top(state));
            }
            names(gc, state);
        }

        private void limit(GraphicsContext gc, double limit, double top) {
            double y = pixels().snap(TOP + plotHeight() - limit / top * plotHeight());
            pixels().dashed(gc, LEFT, y, LEFT + plotWidth(), y, tokens().get(Token.LIMIT), 6, 3);
            Mark.paint(
                    gc,
                    LEFT + 18,
                    y + 0.5,
                    4.5,
                    tokens().get(Token.LIMIT),
                    tokens().get(Token.LIMIT),
                    tokens().get(Token.BG));
            gc.setFont(Fonts.ui(11));
            gc.setFill(tokens().get(Token.LIMIT));
            gc.setTextAlign(TextAlignment.LEFT);
            gc.setTextBaseline(VPos.BOTTOM);
            gc.fillText(Words.say("overview.limit", Words.wholeMib(limit)), LEFT + 34, y - 2);
        }

        private void names(GraphicsContext gc, OverviewViewState shown) {
            List<EndLabel> labels = EndLabel.place(shown.book(), lines, top(shown), TOP, plotHeight());
            double edge = LEFT + plotWidth();
            gc.setTextBaseline(VPos.CENTER);
            for (EndLabel label : labels) {
                if (!label.name().equals("RSS")) {
                    gc.setStroke(tokens().get(Token.TEXT_3));
                    gc.setLineWidth(0.75);
                    gc.strokeLine(edge + 2, label.anchor(), edge + 10, label.y());
                    gc.setFill(BindingColors.paint(label.name(), tokens()));
                    gc.fillRoundRect(edge + 13, Math.round(label.y()) - 4, 8, 8, 3, 3);
                    if (label.name().equals(AccountBook.UNEXPLAINED)) {
                        gc.setStroke(tokens().get(Token.BIND_GREY));
                        gc.strokeRoundRect(edge + 13.5, Math.round(label.y()) - 3.5, 7, 7, 3, 3);
                    }
                }
                boolean total = label.name().equals("RSS");
                gc.setTextAlign(TextAlignment.LEFT);
                gc.setFont(total ? Fonts.uiBold(11) : Fonts.ui(11));
                gc.setFill(tokens().get(Token.TEXT));
                gc.fillText(label.name(), edge + 25, Math.round(label.y()), RIGHT - 70);
                gc.setTextAlign(TextAlignment.RIGHT);
                gc.setFont(total ? Fonts.monoBold(10) : Fonts.mono(10));
                gc.setFill(tokens().get(total ? Token.TEXT : Token.TEXT_2));
                gc.fillText(Words.wholeMib(label.value()), getWidth() - 8, Math.round(label.y()));
            }
        }
    }
}
