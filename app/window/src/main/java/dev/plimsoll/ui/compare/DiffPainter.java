package dev.plimsoll.ui.compare;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.Difference;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.DiffFill;
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

/// Draws the rows in sight: as wide as the second recording, red where it has more, blue where less, dashed inside
/// where the first has nothing. FX thread.
final class DiffPainter {

    private static final double NARROWEST_TEXT = 30;
    private static final double PAD = 5;
    private static final double LIGHTER = 0.08;
    private static final double FADED = 0.5;
    private static final double ADVANCE = 0.602;
    private static final double TEXT_SIZE = 11;
    private static final double DASH_WIDTH = 1.2;

    private final Font font = Fonts.mono(TEXT_SIZE);
    private final double advance = TEXT_SIZE * ADVANCE;

    void paint(GraphicsContext g, Tokens tokens, FlameScale scale, CompareViewState state, @Nullable FlameBox hovered) {
        g.setFill(tokens.get(Token.BG));
        g.fillRect(0, 0, scale.left() * 2 + scale.width(), scale.height());
        Answer answer = state.answer();
        if (answer == null) {
            return;
        }
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        FlameRows rows = answer.boxes();
        for (int depth = 0; depth < rows.count(); depth++) {
            double y = scale.y(depth);
            if (y + scale.rowHeight() > 0 && y < scale.height()) {
                for (FlameBox box : rows.row(depth)) {
                    frame(g, tokens, scale, answer, box, Identity.same(box, hovered));
                }
            }
        }
        state.selectedBox().ifPresent(box -> FrameBoard.selection(g, tokens, scale, box));
    }

    private void frame(
            GraphicsContext g, Tokens tokens, FlameScale scale, Answer answer, FlameBox box, boolean hovered) {
        double left = scale.x(box.x());
        double right = scale.x(box.right());
        double hair = 1 / scale.device();
        if (right - left < hair) {
            return;
        }
        double y = scale.y(box.depth());
        double width = Math.max(hair, right - left - 1);
        double height = scale.rowHeight() - 1;
        Change change = answer.tree().change(box.node());
        Difference difference = Difference.of(change);
        boolean search = answer.asked().search().active();
        boolean found = search && answer.found().contains(box);
        boolean faded = !found && (search || box.depth() < answer.layout().zoomDepth());
        Color color = found
                ? tokens.get(Token.MATCH)
                : box.frame() == null ? tokens.get(Token.BG_3) : tokens.get(DiffFill.fill(difference));
        if (faded && box.frame() != null) {
            color = color.interpolate(tokens.get(Token.BG), FADED);
        }
        if (hovered) {
            color = color.interpolate(tokens.get(Token.ON_ACCENT), LIGHTER);
        }
        g.setFill(color);
        g.fillRect(left, y, width, height);
        boolean isNew = box.frame() != null && answer.tree().isNew(box.node());
        if (isNew && width > 4) {
            g.setStroke(tokens.get(faded ? Token.TEXT_2 : DiffFill.ink(difference)));
            g.setLineWidth(DASH_WIDTH);
            g.setLineDashes(3, 2);
            g.strokeRect(left + 1.1, y + 1.1, width - 2.2, height - 2.2);
            g.setLineDashes();
        }
        if (width >= NARROWEST_TEXT) {
            Token ink = box.frame() == null
                    ? Token.TEXT
                    : found ? Token.MATCH_TEXT : faded ? Token.FRAME_OUTLINE : DiffFill.ink(difference);
            text(g, answer, box, change, left + PAD, y + height / 2, width - 2 * PAD, tokens.get(ink));
        }
    }

    /// Name at the left, the difference at the right when both fit; the root says what it is and what it was.
    private void text(
            GraphicsContext g,
            Answer answer,
            FlameBox box,
            Change change,
            double x,
            double middle,
            double width,
            Color ink) {
        int room = (int) (width / advance);
        Frame frame = box.frame();
        String name = frame == null
                ? FrameLabel.cut(
                        Words.say(
                                "compare.all", answer.asked().after().subject().name()),
                        room)
                : FrameLabel.fit(frame, room);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(ink);
        g.fillText(name, x, middle);
        String figure = figure(answer, box, change);
        if (name.length() + 2 + figure.length() <= room) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(figure, x + width, middle);
        }
    }

    private static String figure(Answer answer, FlameBox box, Change change) {
        if (box.merged() > 0) {
            return "";
        }
        if (box.frame() == null) {
            return Words.say(
                    "compare.was",
                    FigureText.of(answer.metric(), change.after().value()),
                    FigureText.of(answer.metric(), change.before().value()));
        }
        return change.differs() ? DiffWords.signed(answer.metric(), change.difference()) : "";
    }
}
