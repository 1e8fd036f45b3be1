package dev.plimsoll.ui.compare;

import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.FlameRows;
import dev.plimsoll.ui.kit.FlameScale;
import dev.plimsoll.ui.kit.FrameBoard;
import dev.plimsoll.ui.kit.Words;
import java.util.function.DoubleConsumer;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// The difference graph's canvas.
final class DiffBoard extends FrameBoard {

    private final DiffPainter painter = new DiffPainter();

    private @Nullable CompareViewState state;

    /// @param onWidth takes the width of the root in logical pixels whenever it changes
    DiffBoard(Tokens tokens, DoubleConsumer onWidth) {
        super(tokens, onWidth);
        setId("diff");
    }

    void show(CompareViewState next) {
        state = next;
        Answer answer = next.answer();
        show(answer == null ? FlameRows.EMPTY : answer.boxes(), true, next.selectedBox());
        if (next.selected() == null) {
            forgetSelection();
        }
        setAccessibleText(answer == null ? "" : spoken(next, answer));
    }

    /// Name, what it is, what changed.
    private static String spoken(CompareViewState state, Answer answer) {
        return state.selectedBox()
                .filter(box -> box.frame() != null)
                .map(box -> Words.say(
                        "compare.spoken",
                        box.path().getLast().label(),
                        DiffWords.inColumn(answer.metric(), box.node().total()),
                        DiffWords.signedInColumn(
                                answer.metric(),
                                answer.tree().change(box.node()).difference())))
                .orElseGet(() -> Words.say("compare.spoken.none"));
    }

    @Override
    protected void paint(GraphicsContext gc, Tokens tokens, FlameScale scale, @Nullable FlameBox hovered) {
        CompareViewState now = state;
        if (now != null) {
            painter.paint(gc, tokens, scale, now, hovered);
        }
    }
}
