package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The graph's canvas with its scroll bar: shows a state, knows which box is under a point, and tells which one the
/// pointer rests on. What a click means is decided by the view.
final class FlameCanvas extends Region {

    private static final double SIDE = 12;
    private static final double ROW = 21;
    private static final double NARROW_ROW = 20;
    private static final double NARROW_SCENE = 1200;

    private final Board board;
    private final ScrollBar bar = new ScrollBar();
    private final FlamePainter painter = new FlamePainter();
    private final ReadOnlyObjectWrapper<@Nullable FlameBox> hovered = new ReadOnlyObjectWrapper<>(this, "hovered");
    private final DoubleConsumer onWidth;

    private @Nullable FlameViewState state;
    private @Nullable Point2D pointer;
    private @Nullable List<Frame> revealed;

    /// @param onWidth takes the width of the root in logical pixels whenever it changes
    FlameCanvas(Tokens tokens, DoubleConsumer onWidth) {
        this.board = new Board(tokens);
        this.onWidth = onWidth;
        getStyleClass().add("flame-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener(observable -> scrolled());
        getChildren().addAll(board, bar);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(new Point2D(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(null));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        addEventHandler(ScrollEvent.SCROLL, event -> {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
            event.consume();
        });
    }

    /// The box under the pointer, or null.
    ReadOnlyObjectProperty<@Nullable FlameBox> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /// What is on the canvas; nothing can be asked of it before it was given something.
    FlameViewState shown() {
        return Objects.requireNonNull(state, "nothing shown yet");
    }

    /// Where the pointer was last seen on the graph.
    Point2D pointer() {
        return pointer == null ? Point2D.ZERO : pointer;
    }

    /// Draws at the next pulse. The selected frame is scrolled into sight when it is another one than before.
    void show(FlameViewState next) {
        boolean flipped = state != null && state.rootOnTop() != next.rootOnTop();
        state = next;
        if (flipped) {
            layoutBar();
            bar.setValue(next.rootOnTop() ? 0 : bar.getMax());
        }
        next.selectedBox().ifPresent(box -> {
            if (!box.path().equals(revealed)) {
                revealed = box.path();
                layoutBar();
                bar.setValue(Math.min(scale().scrollTo(box.depth()), bar.getMax()));
            }
        });
        if (next.selected() == null) {
            revealed = null;
        }
        requestLayout();
        board.repaint();
        hoverAgain();
        setAccessibleText(spoken(next));
    }

    Optional<FlameBox> boxAt(double x, double y) {
        FlameScale scale = scale();
        return state == null || x >= barLeft()
                ? Optional.empty()
                : state.answer().rows().at(scale.depthAt(y), scale.shareAt(x));
    }

    /// Where a box stands, in this node's space.
    Bounds boundsOf(FlameBox box) {
        FlameScale scale = scale();
        double left = scale.x(box.x());
        return new BoundingBox(left, scale.y(box.depth()), scale.x(box.right()) - left, scale.rowHeight());
    }

    private FlameScale scale() {
        boolean narrow = getScene() != null && getScene().getWidth() < NARROW_SCENE;
        int rows = state == null ? 0 : state.answer().rows().count();
        boolean rootOnTop = state == null || state.rootOnTop();
        return new FlameScale(
                SIDE,
                Math.max(0, getWidth() - 2 * SIDE),
                getHeight(),
                narrow ? NARROW_ROW : ROW,
                rows,
                bar.getValue(),
                rootOnTop,
                board.device());
    }

    @Override
    protected void layoutChildren() {
        board.resizeRelocate(0, 0, getWidth(), getHeight());
        layoutBar();
        onWidth.accept(getWidth() - 2 * SIDE);
    }

    private void layoutBar() {
        FlameScale scale = scale();
        double most = scale.furthestScroll();
        bar.setVisible(most > 0);
        bar.setMax(most);
        bar.setVisibleAmount(most > 0 ? most * getHeight() / scale.contentHeight() : 0);
        bar.setUnitIncrement(scale.rowHeight());
        bar.setBlockIncrement(getHeight() - scale.rowHeight());
        if (bar.getValue() > most) {
            bar.setValue(most);
        }
        double width = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
    }

    private double barLeft() {
        return bar.isVisible() ? bar.getLayoutX() : getWidth();
    }

    private void scrolled() {
        board.repaint();
        hoverAgain();
    }

    private void point(@Nullable Point2D at) {
        pointer = at;
        hoverAgain();
    }

    /// The pointer may stand over another frame although it did not move.
    private void hoverAgain() {
        Point2D at = pointer;
        FlameBox under = at == null ? null : boxAt(at.getX(), at.getY()).orElse(null);
        if (!Identity.same(under, hovered.get())) {
            hovered.set(under);
            board.repaint();
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

    private final class Board extends Sheet {
        Board(Tokens tokens) {
            super(tokens);
            setMouseTransparent(true);
        }

        double device() {
            return pixels().scale();
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            FlameViewState now = state;
            if (now != null) {
                painter.paint(gc, tokens(), scale(), now, hovered.get());
            }
        }
    }
}
