package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.FigureText;
import dev.plimsoll.ui.kit.FlameRows;
import dev.plimsoll.ui.kit.FlameScale;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.FrameBoard;
import dev.plimsoll.ui.kit.FrameLabel;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Words;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws the rows that are in sight, snapped to device pixels. Text costs most, so frames narrower than
/// [#NARROWEST_TEXT] have none. FX thread.
final class FlamePainter {

    /// Logical pixels.
    static final double NARROWEST_TEXT = 30;

    private static final double PAD = 5;
    private static final double LIGHTER = 0.08;
    private static final double FADED = 0.5;
    private static final double NARROWEST_MARK = 48;
    private static final double MARK_RADIUS = 4;

    /// Advance of a character of the mono face: the layout counts on it.
    private static final double ADVANCE = 0.602;

    private static final double TEXT_SIZE = 11;

    private final Font font = Fonts.mono(TEXT_SIZE);
    private final double advance = TEXT_SIZE * ADVANCE;

    /// @param hovered under the pointer, or null
    void paint(GraphicsContext g, Tokens tokens, FlameScale scale, FlameViewState state, @Nullable FlameBox hovered) {
        g.setFill(tokens.get(Token.BG));
        g.fillRect(0, 0, scale.left() * 2 + scale.width(), scale.height());
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        FlameRows rows = state.answer().rows();
        FrameFill fill = new FrameFill(tokens, state.colour(), state.answer());
        int first = rows.count();
        int last = -1;
        for (int depth = 0; depth < rows.count(); depth++) {
            double y = scale.y(depth);
            if (y + scale.rowHeight() > 0 && y < scale.height()) {
                first = Math.min(first, depth);
                last = depth;
                for (FlameBox box : rows.row(depth)) {
                    frame(g, tokens, scale, state, fill, box, Identity.same(box, hovered));
                }
            }
        }
        for (BorderLine line : state.answer().border()) {
            if (line.upper() >= first - 1 && line.upper() <= last) {
                border(g, tokens, scale, line);
            }
        }
        state.selectedBox().ifPresent(box -> FrameBoard.selection(g, tokens, scale, box));
    }

    private void frame(
            GraphicsContext g,
            Tokens tokens,
            FlameScale scale,
            FlameViewState state,
            FrameFill fill,
            FlameBox box,
            boolean hovered) {
        double left = scale.x(box.x());
        double right = scale.x(box.right());
        double hair = 1 / scale.device();
        if (right - left < hair) {
            return;
        }
        double y = scale.y(box.depth());
        double width = Math.max(hair, right - left - 1);
        double height = scale.rowHeight() - 1;
        boolean found = state.search().active() && state.answer().found().contains(box);
        boolean faded = !found
                && (state.search().active()
                        || box.depth() < state.answer().layout().zoomDepth());
        Color color = found ? tokens.get(Token.MATCH) : fill.of(box);
        if (faded && box.frame() != null) {
            color = color.interpolate(tokens.get(Token.BG), FADED);
        }
        if (hovered) {
            color = color.interpolate(tokens.get(Token.ON_ACCENT), LIGHTER);
        }
        g.setFill(color);
        g.fillRect(left, y, width, height);
        Color edge = tokens.get(hovered ? Token.FRAME_OUTLINE : Token.FRAME_EDGE);
        if (edge.getOpacity() > 0) {
            g.setStroke(edge);
            g.setLineWidth(hair);
            g.strokeRect(left + hair / 2, y + hair / 2, width - hair, height - hair);
        }
        if (width >= NARROWEST_TEXT) {
            Color ink = box.frame() == null
                    ? tokens.get(Token.TEXT)
                    : found
                            ? tokens.get(Token.MATCH_TEXT)
                            : faded ? tokens.get(Token.FRAME_OUTLINE) : fill.ink(box, Token.FRAME_TEXT);
            Color second = box.frame() == null
                    ? tokens.get(Token.TEXT_2)
                    : found || faded ? ink : fill.ink(box, Token.FRAME_TEXT_2);
            text(g, state, box, left + PAD, y + height / 2, width - 2 * PAD, ink, second);
        }
    }

    /// Name at the left, figure at the right when both fit, and the line between them when that fits too.
    private void text(
            GraphicsContext g,
            FlameViewState state,
            FlameBox box,
            double x,
            double middle,
            double width,
            Color ink,
            Color second) {
        int room = (int) (width / advance);
        Frame frame = box.frame();
        String name = frame == null ? FrameLabel.cut(Words.say("flame.all"), room) : FrameLabel.fit(frame, room);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(ink);
        g.fillText(name, x, middle);
        int used = name.length();
        String figure = FigureText.of(state.answer().metric(), box.node().total());
        if (frame == null) {
            figure = figure + " · " + Words.percent(1).replace(".0", "");
        }
        String line = frame != null && frame.line() >= 0 && name.equals(frame.name()) ? ":" + frame.line() : "";
        g.setFill(second);
        if (!line.isEmpty() && used + line.length() + 2 + figure.length() <= room) {
            g.fillText(line, x + used * advance, middle);
            used += line.length();
        }
        if (used + 2 + figure.length() <= room) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(figure, x + width, middle);
        }
    }

    private void border(GraphicsContext g, Tokens tokens, FlameScale scale, BorderLine line) {
        double left = scale.x(line.x());
        double right = scale.x(line.right()) - 1;
        if (right - left < 1) {
            return;
        }
        double rowTop = scale.y(line.upper());
        double edge = scale.rootOnTop() ? rowTop + scale.rowHeight() - 1 : rowTop - 1;
        g.setFill(tokens.get(Token.FRAME_OUTLINE));
        g.fillRect(left, edge - 1, right - left, 2);
        if (right - left < NARROWEST_MARK) {
            return;
        }
        double centre = Math.round(right - MARK_RADIUS - 10);
        double diameter = 2 * MARK_RADIUS;
        g.setFill(tokens.get(Token.FRAME_INLINE));
        g.fillOval(centre - MARK_RADIUS, edge - MARK_RADIUS, diameter, diameter);
        g.setStroke(tokens.get(Token.FRAME_OUTLINE));
        g.setLineWidth(1.5);
        g.strokeOval(centre - MARK_RADIUS, edge - MARK_RADIUS, diameter, diameter);
        g.strokeLine(centre - MARK_RADIUS - 4, edge, centre + MARK_RADIUS + 4, edge);
    }
}
