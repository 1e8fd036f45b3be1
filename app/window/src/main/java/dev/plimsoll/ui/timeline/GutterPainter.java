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
        for (Lane lane : layout.lanes()) {
            double top = layout.top(lane);
            pixels.horizontal(gc, 0, right - 1, top, tokens.get(Token.LINE_2));
            if (state.lanes().pinned().contains(lane)) {
                pixels.fill(gc, 0, top + 2, 3, lane.height() - 4, tokens.get(Token.ACCENT));
            }
        }
        gc.setTextBaseline(VPos.CENTER);
        LaneValues values = state.values();
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFont(Fonts.ui(10));
        gc.setFill(tokens.get(Token.TEXT_2));
        gc.fillText(
                state.hover().isPresent() ? state.words(state.hover().getAsLong(), true) : axis(state, layout), 8, 9.5);
        for (Lane lane : layout.lanes()) {
            double top = layout.top(lane);
            switch (lane) {
                case MEMORY -> {
                    name(gc, Words.say("timeline.rss"), top + 10, true);
                    value(gc, mib(values.rss(), true), right, top + 10);
                    name(gc, Words.say("timeline.heapUsed"), top + 25, false);
                    value(gc, mib(values.heapUsed(), false), right, top + 25);
                    name(gc, Words.say("timeline.committed"), top + 40, false);
                    value(gc, mib(values.heapCommitted(), false), right, top + 40);
                }
                case NATIVE -> {
                    name(gc, Words.say("timeline.native"), top + 11, true);
                    value(gc, mib(values.nativeLive(), true), right, top + 11);
                    name(gc, bindings(state), top + 26, false);
                }
                case CALLBACKS -> {
                    name(gc, Words.say("timeline.callbacks"), top + 8.5, true);
                    double live = values.callbacks();
                    value(gc, Double.isNaN(live) ? "0" : Words.count(Math.round(live)), right, top + 8.5);
                }
                case GC -> {
                    name(gc, Words.say("timeline.gc"), layout.middle(lane), true);
                    String cycles = values.cycles() == 1 ? "timeline.cycle" : "timeline.cycles";
                    value(gc, Words.say(cycles, Words.count(values.cycles())), right, layout.middle(lane));
                }
            }
        }
    }

    private static String bindings(TimelineViewState state) {
        long bindings = state.timeline().nativeLive().stream()
                .filter(series -> series.size() > 0)
                .count();
        return Words.say(bindings == 1 ? "timeline.binding" : "timeline.bindings", bindings);
    }

    private static String axis(TimelineViewState state, StripLayout layout) {
        String age = Words.age(state.to() - state.from());
        int hidden = state.lanes().hidden().size();
        if (hidden > 0) {
            return Words.say("timeline.hidden", age, hidden);
        }
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
