package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.FigureText;
import dev.plimsoll.ui.kit.FrameLabel;
import dev.plimsoll.ui.kit.Words;
import java.util.Locale;
import javafx.scene.paint.Color;

/// The graph that is on the screen as SVG 1.1: the same zoom, filters, colours and direction, all rows, also those that
/// one would have to scroll to. Each frame carries its full name and figure as a tooltip.
final class GraphSvg {

    private static final int ROW = 20;
    private static final int TOP = 40;
    private static final int SIDE = 12;
    private static final double ADVANCE = 6.63;

    private final StringBuilder svg = new StringBuilder();
    private final Tokens tokens;
    private final FlameViewState state;
    private final double width;
    private final FrameFill fill;

    private GraphSvg(Tokens tokens, FlameViewState state, double width) {
        this.tokens = tokens;
        this.state = state;
        this.width = width;
        this.fill = new FrameFill(tokens, state.colour(), state.answer());
    }

    /// @param width of the picture in pixels
    static String of(Tokens tokens, FlameViewState state, String title, double width) {
        return new GraphSvg(tokens, state, width).write(title);
    }

    private String write(String title) {
        int rows = state.answer().rows().count();
        int height = TOP + rows * ROW + 8;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%d\" viewBox=\"0 0 %.0f %d\" "
                        + "font-family=\"monospace\" font-size=\"11\">\n",
                width,
                height,
                width,
                height));
        rect(0, 0, width, height, tokens.get(Token.BG), "");
        text(SIDE, 16, tokens.get(Token.TEXT), title);
        text(SIDE, 31, tokens.get(Token.TEXT_2), FlameWords.width(state.answer().question()));
        for (FlameBox box : state.answer().layout().boxes()) {
            box(box, rows);
        }
        return svg.append("</svg>\n").toString();
    }

    private void box(FlameBox box, int rows) {
        double room = width - 2 * SIDE;
        double left = SIDE + box.x() * room;
        double wide = Math.max(0.5, box.width() * room - 1);
        int row = state.rootOnTop() ? box.depth() : rows - 1 - box.depth();
        double y = TOP + row * ROW;
        Frame frame = box.frame();
        boolean found = state.search().active() && state.answer().found().contains(box);
        String figure = FigureText.of(state.answer().metric(), box.node().total());
        String name = frame == null ? Words.say("flame.all") : frame.label();
        rect(left, y, wide, ROW - 1, found ? tokens.get(Token.MATCH) : fill.of(box), name + ": " + figure);
        int letters = (int) ((wide - 8) / ADVANCE);
        if (letters >= 3) {
            Color ink =
                    found ? tokens.get(Token.MATCH_TEXT) : tokens.get(frame == null ? Token.TEXT : Token.FRAME_TEXT);
            text(left + 4, y + 13, ink, frame == null ? FrameLabel.cut(name, letters) : FrameLabel.fit(frame, letters));
        }
    }

    private void rect(double x, double y, double wide, double high, Color color, String title) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"%.0f\" width=\"%.2f\" height=\"%.0f\" fill=\"%s\">",
                x,
                y,
                wide,
                high,
                css(color)));
        if (!title.isEmpty()) {
            svg.append("<title>").append(escape(title)).append("</title>");
        }
        svg.append("</rect>\n");
    }

    private void text(double x, double y, Color ink, String words) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.2f\" y=\"%.0f\" fill=\"%s\">", x, y, css(ink)))
                .append(escape(words))
                .append("</text>\n");
    }

    private static String css(Color color) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
