package dev.plimsoll.ui.flame;

import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.FigureText;
import dev.plimsoll.ui.kit.FlameScale;
import dev.plimsoll.ui.kit.FrameBoard;
import dev.plimsoll.ui.kit.Words;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// The graph's canvas: shows a state. What a click means is decided by the view.
final class FlameCanvas extends FrameBoard {

    private final FlamePainter painter = new FlamePainter();

    private @Nullable FlameViewState state;

    /// @param onWidth takes the width of the root in logical pixels whenever it changes
    FlameCanvas(Tokens tokens, DoubleConsumer onWidth) {
        super(tokens, onWidth);
    }

    /// What is on the canvas; nothing can be asked of it before it was given something.
    FlameViewState shown() {
        return Objects.requireNonNull(state, "nothing shown yet");
    }

    void show(FlameViewState next) {
        state = next;
        show(next.answer().rows(), next.rootOnTop(), next.selectedBox());
        if (next.selected() == null) {
            forgetSelection();
        }
        setAccessibleText(spoken(next));
    }

    @Override
    protected void paint(GraphicsContext gc, Tokens tokens, FlameScale scale, @Nullable FlameBox hovered) {
        FlameViewState now = state;
        if (now != null) {
            painter.paint(gc, tokens, scale, now, hovered);
        }
    }

    /// Name, size, share and depth of the selected frame, for those who hear the graph.
    private static String spoken(FlameViewState state) {
        return state.selectedBox()
                .filter(box -> box.frame() != null)
                .map(box -> Words.say(
                        "flame.spoken",
                        box.path().getLast().label(),
                        FigureText.of(state.answer().metric(), box.node().total()),
                        Words.percent(state.total() > 0 ? box.node().total() / state.total() : 0),
                        box.depth()))
                .orElseGet(() -> Words.say(
                        "flame.spoken.none", FigureText.of(state.answer().metric(), state.total())));
    }
}
