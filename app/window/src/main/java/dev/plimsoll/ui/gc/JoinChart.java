package dev.plimsoll.ui.gc;

import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.BindingColors;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.TimeScale;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// One bar per cycle: native bytes whose owner died above the line, what became of them below it.
final class JoinChart extends Sheet {

    private static final double LEFT = 56;
    private static final double RIGHT = 12;
    private static final double TOP = 26;
    private static final double BOTTOM = 10;
    private static final double LABEL_HALF = 32;
    private static final double LINE = 12;
    private static final double STILL_CHANGING = 0.6;
    private static final double MIB = 1024 * 1024;

    /// Bytes at the end of the axis, at the least.
    private static final double LEAST = MIB / 64;

    private final LongConsumer onSelect;
    private @Nullable GcViewState state;

    JoinChart(Tokens tokens, LongConsumer onSelect) {
        super(tokens);
        this.onSelect = onSelect;
        setId("join");
        setFocusTraversable(true);
        setAccessibleText(Words.say("gc.chart"));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    void show(GcViewState next) {
        state = next;
        repaint();
    }

    private void click(MouseEvent event) {
        GcViewState shown = state;
        if (shown == null) {
            return;
        }
        Cycle nearest = null;
        double best = CycleBars.WIDEST;
        for (CycleBars.Bar bar : bars(shown, scale(shown, getWidth()))) {
            double away = Math.abs(bar.middle() - event.getX());
            if (away < best) {
                best = away;
                nearest = bar.cycle();
            }
        }
        if (nearest != null) {
            onSelect.accept(nearest.gcId());
        }
    }

    private static TimeScale scale(GcViewState shown, double width) {
        return new TimeScale(
                shown.from(),
                Math.max(shown.to(), shown.from() + 1),
                Math.max(1, width - LEFT - RIGHT - CycleBars.WIDEST));
    }

    private static List<CycleBars.Bar> bars(GcViewState shown, TimeScale scale) {
        return CycleBars.of(shown.cycles(), scale, LEFT + CycleBars.WIDEST / 2);
    }

    @Override
    protected void paint(GraphicsContext gc, double width, double height) {
        GcViewState shown = state;
        if (shown == null) {
            return;
        }
        TimeScale scale = scale(shown, width);
        double zero = Math.round(TOP + (height - TOP - BOTTOM) / 2);
        double room = zero - TOP - 16;
        double top = top(shown);
        double most = Math.max(LEAST, top);
        axis(gc, scale, width, height, zero, room, top);
        List<CycleBars.Bar> bars = bars(shown, scale);
        for (CycleBars.Bar bar : bars) {
            Cycle cycle = bar.cycle();
            double x = Math.round(bar.x());
            double wide = Math.max(1, Math.round(bar.x() + bar.wide()) - x);
            if (isSelected(shown, cycle)) {
                pixels().fill(gc, x - 5, TOP, wide + 10, height - TOP - 2, tokens().get(Token.SELECTED));
            }
            bar(gc, cycle, shown.goesOn(cycle), x, wide, zero, room / most);
        }
        labels(gc, shown, bars, scale, zero, room / most);
        pixels().horizontal(gc, LEFT, width - RIGHT, zero, tokens().get(Token.TEXT_2));
    }

    private static boolean isSelected(GcViewState shown, Cycle cycle) {
        return shown.selected().filter(open -> open.gcId() == cycle.gcId()).isPresent();
    }

    /// Names the selected cycle and the full ones, but none over another: of two that are close, the selected one.
    private void labels(
            GraphicsContext gc,
            GcViewState shown,
            List<CycleBars.Bar> bars,
            TimeScale scale,
            double zero,
            double perByte) {
        List<Double> named = new ArrayList<>();
        for (CycleBars.Bar bar : bars) {
            if (isSelected(shown, bar.cycle())) {
                label(gc, shown, bar, scale, zero, perByte, named);
            }
        }
        for (CycleBars.Bar bar : bars) {
            if (!bar.cycle().young()) {
                label(gc, shown, bar, scale, zero, perByte, named);
            }
        }
    }

    private void label(
            GraphicsContext gc,
            GcViewState shown,
            CycleBars.Bar bar,
            TimeScale scale,
            double zero,
            double perByte,
            List<Double> named) {
        Cycle cycle = bar.cycle();
        double middle = bar.middle();
        if (named.stream().allMatch(other -> Math.abs(other - middle) >= 2 * LABEL_HALF)) {
            label(gc, cycle, middle, zero - highestNear(shown, cycle, scale) * perByte);
            named.add(middle);
        }
    }

    private void axis(
            GraphicsContext gc, TimeScale scale, double width, double height, double zero, double room, double top) {
        double most = Math.max(LEAST, top);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFont(Fonts.mono(10));
        long step = scale.step(120);
        for (long time = scale.first(step); time <= scale.to(); time += step) {
            double x = LEFT + CycleBars.WIDEST / 2 + scale.x(time);
            pixels().vertical(gc, x, TOP - 4, height, tokens().get(Token.GRID));
            gc.setTextAlign(TextAlignment.LEFT);
            gc.setFill(tokens().get(Token.TEXT_2));
            if (x < width - 64) {
                gc.fillText(Words.clock(time), Math.round(x) + 3, 12);
            }
        }
        if (top <= 0) {
            gc.setTextAlign(TextAlignment.CENTER);
            gc.setFill(tokens().get(Token.TEXT_2));
            gc.setFont(Fonts.ui(12));
            gc.fillText(Words.say("gc.noneDied"), LEFT + (width - LEFT - RIGHT) / 2, zero - LINE);
            return;
        }
        double mark = round(most);
        // Every so many marks that figures of two have room for their lines.
        while (mark * room / most < LINE && mark < most) {
            mark *= 2;
        }
        gc.setTextAlign(TextAlignment.RIGHT);
        for (double value = mark; value <= most * 1.02; value += mark) {
            double up = value * room / most;
            pixels().horizontal(gc, LEFT, width - RIGHT, zero - up, tokens().get(Token.GRID));
            pixels().horizontal(gc, LEFT, width - RIGHT, zero + up, tokens().get(Token.GRID));
            gc.setFill(tokens().get(Token.TEXT_2));
            if (up < LINE) {
                continue;
            }
            String figure = figure(value);
            gc.fillText(figure, LEFT - 8, Math.round(zero - up));
            gc.fillText(figure, LEFT - 8, Math.round(zero + up));
        }
        gc.setFont(Fonts.ui(10));
        gc.fillText("MiB", LEFT - 8, zero);
    }

    private void bar(
            GraphicsContext gc, Cycle cycle, boolean goesOn, double x, double wide, double zero, double perByte) {
        double died = cycle.ownerDiedBytes() * perByte;
        pixels().fill(gc, x, zero - died, wide, died, tokens().get(Token.MEM_HEAP));
        // What is below the line may change until the next cycle.
        gc.setGlobalAlpha(goesOn ? STILL_CHANGING : 1);
        double freed = cycle.freedBytes() * perByte;
        pixels().fill(gc, x, zero + 1, wide, freed, tokens().get(Token.GC));
        double waiting = cycle.waitingBytes() * perByte;
        Paint stripes = BindingColors.stripes(tokens().get(Token.WARNING), tokens().get(Token.WARNING_SOFT), 2.5, 5);
        pixels().fill(gc, x, zero + 1 + freed, wide, waiting, stripes);
        double leaked = cycle.leakedBytes() * perByte;
        pixels().fill(gc, x, zero + 1 + freed + waiting, wide, leaked, tokens().get(Token.CRITICAL_FILL));
        gc.setGlobalAlpha(1);
    }

    private void label(GraphicsContext gc, Cycle cycle, double x, double top) {
        gc.setFont(Fonts.uiBold(10));
        gc.setFill(tokens().get(Token.GC));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.BOTTOM);
        gc.fillText(
                "#" + cycle.gcId() + (cycle.young() ? "" : " " + Words.say("gc.full")),
                Math.round(x),
                Math.max(TOP + 10, Math.round(top) - 2));
        gc.setTextBaseline(VPos.CENTER);
    }

    /// The tallest bar that the label of a cycle would touch.
    private static double highestNear(GcViewState shown, Cycle cycle, TimeScale scale) {
        double middle = scale.x(cycle.start());
        return shown.cycles().stream()
                .filter(other -> Math.abs(scale.x(other.start()) - middle) < LABEL_HALF)
                .mapToDouble(Cycle::ownerDiedBytes)
                .max()
                .orElse(0);
    }

    private static double top(GcViewState shown) {
        double most = 0;
        for (Cycle cycle : shown.cycles()) {
            most = Math.max(most, Math.max(cycle.ownerDiedBytes(), cycle.freedBytes() + cycle.stuckBytes()));
        }
        return most;
    }

    /// 1, 2 or 5 times a power of ten MiB of which two to four fit below `most`.
    private static double round(double most) {
        double mib = most / MIB / 2;
        double power = Math.pow(10, Math.floor(Math.log10(mib)));
        double digit = mib / power;
        return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power * MIB;
    }

    private static boolean whole(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-6;
    }

    private static String figure(double bytes) {
        double mib = bytes / MIB;
        if (mib == Math.rint(mib)) {
            return Words.wholeMib(bytes);
        }
        return whole(mib * 10) ? Words.mib(bytes) : String.format(Locale.ROOT, whole(mib * 100) ? "%.2f" : "%.3f", mib);
    }
}
