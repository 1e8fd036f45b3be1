package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Memory;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A page with a drawer: beside it where the window is wide, over it and only on demand where it is narrow. FX thread.
public final class BesideDrawer extends StackPane {

    /// Width of a drawer that nobody has drawn wider.
    public static final double DRAWER = 348;

    private final Node main;
    private final Region drawer;
    private final double narrow;
    private final SplitPane split = new SplitPane();
    private boolean beside = true;
    private boolean over;
    private boolean something = true;
    private @Nullable KeptDivider edge;

    /// @param narrow width below which the drawer lies over the page
    public BesideDrawer(Node main, Region drawer, double narrow) {
        this.main = main;
        this.drawer = drawer;
        this.narrow = narrow;
        SplitPane.setResizableWithParent(drawer, false);
        widthProperty().addListener(observable -> arrange());
    }

    /// From now on the drawer's width is remembered, as a share of the page.
    public void remember(String page, Memory memory) {
        edge = new KeptDivider(split, page + ".drawer").in(memory);
    }

    public boolean narrow() {
        return getWidth() < narrow;
    }

    /// The drawer is closed until it is asked for, also where there is room beside the page.
    public void startClosed() {
        beside = false;
        arrange();
    }

    /// Opens the drawer, or closes it.
    public void toggle() {
        if (narrow()) {
            over = !over;
        } else {
            beside = !beside;
        }
        arrange();
    }

    /// Whether it is seen now.
    public boolean shown() {
        return something && (narrow() ? over : beside);
    }

    /// Opens it where it lies over the page: somebody came to see what is in it. Beside the page it stays as it is.
    public void reveal() {
        over = true;
        arrange();
    }

    /// Opens or closes it, where the window is wide or narrow as it is now.
    public void open(boolean open) {
        boolean changed = narrow() ? over != open : beside != open;
        over = narrow() ? open : over;
        beside = narrow() ? beside : open;
        if (changed) {
            arrange();
        }
    }

    /// Whether there is anything to show in it; without, it is closed whatever was asked for.
    public void something(boolean is) {
        if (something != is) {
            something = is;
            arrange();
        }
    }

    private void arrange() {
        if (getWidth() <= 0) {
            return;
        }
        if (!narrow() && beside && something) {
            putBeside();
        } else {
            split.getItems().clear();
            drawer.setMaxWidth(DRAWER);
            setAlignment(drawer, Pos.CENTER_RIGHT);
            if (narrow() && over && something) {
                getChildren().setAll(main, drawer);
            } else {
                getChildren().setAll(main);
            }
        }
    }

    private void putBeside() {
        if (!split.getItems().isEmpty()) {
            return;
        }
        getChildren().clear();
        drawer.setMaxWidth(USE_COMPUTED_SIZE);
        drawer.setPrefWidth(DRAWER);
        split.getItems().setAll(main, drawer);
        getChildren().setAll(split);
        double share = 1 - DRAWER / getWidth();
        if (edge == null) {
            split.setDividerPositions(share);
        } else {
            edge.place(share);
        }
    }
}
