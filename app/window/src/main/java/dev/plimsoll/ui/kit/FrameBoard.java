package dev.plimsoll.ui.kit;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import java.util.List;
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

/// A canvas of frames with its scroll bar: knows which box is under a point, and tells which one the pointer rests on.
/// What a box looks like and what a click means is decided elsewhere. FX thread.
public abstract class FrameBoard extends Region {

    private static final double SIDE = 12;
    private static final double ROW = 21;
    private static final double NARROW_ROW = 20;
    private static final double NARROW_SCENE = 1200;

    private final Board board;
    private final ScrollBar bar = new ScrollBar();
    private final ReadOnlyObjectWrapper<@Nullable FlameBox> hovered = new ReadOnlyObjectWrapper<>(this, "hovered");
    private final DoubleConsumer onWidth;

    private FlameRows rows = FlameRows.EMPTY;
    private boolean rootOnTop = true;
    private @Nullable Point2D pointer;
    private @Nullable List<Frame> revealed;

    /// @param onWidth takes the width of the root in logical pixels whenever it changes
    protected FrameBoard(Tokens tokens, DoubleConsumer onWidth) {
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
    public final ReadOnlyObjectProperty<@Nullable FlameBox> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /// Where the pointer was last seen on the graph.
    public final Point2D pointer() {
        return pointer == null ? Point2D.ZERO : pointer;
    }

    /// Draws at the next pulse. The selected box is scrolled into sight when it is another one than before.
    ///
    /// @param selected of these rows
    protected final void show(FlameRows newRows, boolean newRootOnTop, Optional<FlameBox> selected) {
        boolean flipped = rootOnTop != newRootOnTop;
        rows = newRows;
        rootOnTop = newRootOnTop;
        if (flipped) {
            layoutBar();
            bar.setValue(rootOnTop ? 0 : bar.getMax());
        }
        selected.ifPresent(box -> {
            if (!box.path().equals(revealed)) {
                revealed = box.path();
                layoutBar();
                bar.setValue(Math.min(scale().scrollTo(box.depth()), bar.getMax()));
            }
        });
        requestLayout();
        board.repaint();
        hoverAgain();
    }

    /// The next selection is scrolled to even when it is the one before.
    protected final void forgetSelection() {
        revealed = null;
    }

    /// Draws everything.
    ///
    /// @param hovered under the pointer, or null
    protected abstract void paint(GraphicsContext gc, Tokens tokens, FlameScale scale, @Nullable FlameBox hovered);

    public final Optional<FlameBox> boxAt(double x, double y) {
        FlameScale scale = scale();
        return x >= barLeft() ? Optional.empty() : rows.at(scale.depthAt(y), scale.shareAt(x));
    }

    /// Where a box stands, in this node's space.
    public final Bounds boundsOf(FlameBox box) {
        FlameScale scale = scale();
        double left = scale.x(box.x());
        return new BoundingBox(left, scale.y(box.depth()), scale.x(box.right()) - left, scale.rowHeight());
    }

    /// The outline of the selected frame: dark outside, white inside, so that it shows on any fill.
    public static void selection(GraphicsContext g, Tokens tokens, FlameScale scale, FlameBox box) {
        double left = scale.x(box.x());
        double width = Math.max(3, scale.x(box.right()) - left - 1);
        double y = scale.y(box.depth());
        double height = scale.rowHeight() - 1;
        g.setStroke(tokens.get(Token.FRAME_OUTLINE));
        g.setLineWidth(2);
        g.strokeRect(left + 1, y + 1, width - 2, height - 2);
        if (width > 8) {
            g.setStroke(tokens.get(Token.FRAME_INLINE));
            g.setLineWidth(1);
            g.strokeRect(left + 2.5, y + 2.5, width - 5, height - 5);
        }
    }

    private FlameScale scale() {
        boolean narrow = WindowSize.around(this).width() < NARROW_SCENE;
        return new FlameScale(
                SIDE,
                Math.max(0, getWidth() - 2 * SIDE),
                getHeight(),
                narrow ? NARROW_ROW : ROW,
                rows.count(),
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
            FrameBoard.this.paint(gc, tokens(), scale(), hovered.get());
        }
    }
}
