package dev.plimsoll.ui.timeline;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.Pixels;
import dev.plimsoll.ui.kit.Words;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// The strip's left part: the name of each lane and its value.
final class GutterPainter {

    private final Tokens tokens;
    private final Pixels pixels;

    GutterPainter(Tokens tokens, Pixels pixels) {
        this.tokens = tokens;
        this.pixels = pixels;
    }

    void paint(GraphicsContext gc, TimelineViewState state, StripLayout layout) {
        double right = layout.gutter();
        pixels.fill(gc, 0, 0, right, layout.height(), tokens.get(Token.BG_2));
        pixels.vertical(gc, right - 1, 0, layout.height(), tokens.get(Token.LINE));
        for (double y : new double[] {
            StripLayout.AXIS_BOTTOM, StripLayout.MEMORY_BOTTOM, StripLayout.NATIVE_BOTTOM, layout.callbacksBottom()
        }) {
            pixels.horizontal(gc, 0, right - 1, y, tokens.get(Token.LINE_2));
        }
        gc.setTextBaseline(VPos.CENTER);
        LaneValues values = state.values();
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFont(Fonts.ui(10));
        gc.setFill(tokens.get(Token.TEXT_2));
        gc.fillText(
                state.hover().isPresent() ? state.words(state.hover().getAsLong(), true) : axis(state, layout), 8, 9.5);
        name(gc, Words.say("timeline.rss"), 29, true);
        value(gc, mib(values.rss(), true), right, 29);
        name(gc, Words.say("timeline.heapUsed"), 44, false);
        value(gc, mib(values.heapUsed(), false), right, 44);
        name(gc, Words.say("timeline.committed"), 59, false);
        value(gc, mib(values.heapCommitted(), false), right, 59);
        name(gc, Words.say("timeline.native"), 89, true);
        value(gc, mib(values.nativeLive(), false), right, 89);
        long bindings = state.timeline().nativeLive().stream()
                .filter(series -> series.size() > 0)
                .count();
        name(gc, Words.say(bindings == 1 ? "timeline.binding" : "timeline.bindings", bindings), 104, false);
        if (layout.callbacks()) {
            double y = layout.callbacksBottom() - 7.5;
            name(gc, Words.say("timeline.callbacks"), y, true);
            value(gc, Double.isNaN(values.callbacks()) ? "0" : Words.count(Math.round(values.callbacks())), right, y);
        }
        name(gc, Words.say("timeline.gc"), layout.gcMiddle(), true);
        value(
                gc,
                Words.say(values.cycles() == 1 ? "timeline.cycle" : "timeline.cycles", Words.count(values.cycles())),
                right,
                layout.gcMiddle());
    }

    private static String axis(TimelineViewState state, StripLayout layout) {
        String age = Words.age(state.to() - state.from());
        String whole = Words.say("timeline.axis", age);
        return Fonts.ui(10).getSize() * 0.53 * whole.length() <= layout.gutter() - 16 ? whole : age;
    }

    private static String mib(double bytes, boolean unit) {
        if (Double.isNaN(bytes)) {
            return "";
        }
        return Words.wholeMib(bytes) + (unit ? " MiB" : "");
    }

    private void name(GraphicsContext gc, String text, double y, boolean lane) {
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFont(lane ? Fonts.uiBold(11) : Fonts.ui(11));
        gc.setFill(tokens.get(lane ? Token.TEXT : Token.TEXT_2));
        gc.fillText(text, 8, y);
    }

    private void value(GraphicsContext gc, String text, double right, double y) {
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.setFont(Fonts.mono(10));
        gc.setFill(tokens.get(Token.TEXT));
        gc.fillText(text, right - 8, y);
    }
}
