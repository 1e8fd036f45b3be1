package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.TreeShape;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// The page's keys. Arrows mean what is seen: down is away from the root when the root is on top.
final class FlameKeys {

    private final FlamePresenter presenter;
    private final FlameActions actions;
    private final Runnable search;
    private final Runnable drawer;

    /// @param search puts the cursor into the search field
    /// @param drawer opens or closes the details
    FlameKeys(FlamePresenter presenter, FlameActions actions, Runnable search, Runnable drawer) {
        this.presenter = presenter;
        this.actions = actions;
        this.search = search;
        this.drawer = drawer;
    }

    /// @return whether the key was used
    boolean accept(KeyEvent event) {
        if (event.isShortcutDown()) {
            return withShortcut(event);
        }
        if (event.isAltDown()) {
            return withAlt(event);
        }
        if (!presenter.state().asTree() && arrow(event)) {
            return true;
        }
        var selected = presenter.state().selected();
        switch (event.getCode()) {
            case ESCAPE -> {
                return presenter.escape();
            }
            case DIGIT0, NUMPAD0 -> presenter.reset();
            case BACK_SPACE -> presenter.zoomOut();
            case I -> presenter.flip();
            case T -> presenter.twin(presenter.state().asTree() ? Twin.GRAPH : Twin.TREE);
            case DIGIT1, NUMPAD1 -> ordered(TreeShape.Order.FIRST_APPEARANCE);
            case DIGIT2, NUMPAD2 -> ordered(TreeShape.Order.LEFT_HEAVY);
            case DIGIT3, NUMPAD3 ->
                presenter.twin(presenter.state().twin() == Twin.SANDWICH ? Twin.GRAPH : Twin.SANDWICH);
            case B ->
                presenter.shape(shape -> shape.with(
                        shape.direction() == TreeShape.Direction.TOP_DOWN
                                ? TreeShape.Direction.BOTTOM_UP
                                : TreeShape.Direction.TOP_DOWN));
            case Q -> drawer.run();
            case N -> {
                if (event.isShiftDown()) {
                    presenter.previousMatch();
                } else {
                    presenter.nextMatch();
                }
            }
            case C -> actions.collapseRecursion();
            default -> {
                return selected != null && onFrame(event, selected);
            }
        }
        return true;
    }

    private void ordered(TreeShape.Order order) {
        presenter.twin(Twin.GRAPH);
        presenter.shape(shape -> shape.with(order));
    }

    private boolean onFrame(KeyEvent event, List<Frame> selected) {
        switch (event.getCode()) {
            case ENTER -> actions.zoom(selected);
            case F -> actions.focus(selected);
            case M -> {
                if (event.isShiftDown()) {
                    actions.collapseLibrary(selected);
                } else {
                    actions.merge(selected);
                }
            }
            case D -> actions.remove(selected);
            case O -> actions.openSource(selected);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withShortcut(KeyEvent event) {
        var selected = presenter.state().selected();
        switch (event.getCode()) {
            case F -> {
                if (event.isShiftDown()) {
                    presenter.keepMatches();
                } else {
                    search.run();
                }
            }
            case C -> {
                if (selected == null || event.getTarget() instanceof TextInputControl) {
                    return false;
                }
                if (event.isShiftDown()) {
                    actions.copyStack(selected);
                } else {
                    actions.copyFrame(selected);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withAlt(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> presenter.back();
            case RIGHT -> presenter.forward();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean arrow(KeyEvent event) {
        boolean rootOnTop = presenter.state().rootOnTop();
        switch (event.getCode()) {
            case UP -> presenter.move(rootOnTop ? FlamePresenter.Step.TO_PARENT : FlamePresenter.Step.TO_CHILD);
            case DOWN -> presenter.move(rootOnTop ? FlamePresenter.Step.TO_CHILD : FlamePresenter.Step.TO_PARENT);
            case LEFT -> presenter.move(FlamePresenter.Step.LEFT);
            case RIGHT -> presenter.move(FlamePresenter.Step.RIGHT);
            default -> {
                return false;
            }
        }
        return true;
    }
}
