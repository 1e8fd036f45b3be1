package dev.plimsoll.ui.timeline;

import javafx.scene.input.KeyEvent;

/// Keys of the strip; they work wherever no text field has the focus.
final class TimelineKeys {

    private static final double ZOOM = 0.7;
    private static final double PAN = 0.2;

    private TimelineKeys() {}

    /// @return whether the key was one of the strip's
    static boolean accept(KeyEvent event, TimelinePresenter presenter) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown() || event.isShiftDown()) {
            return false;
        }
        switch (event.getCode()) {
            case W -> presenter.zoom(ZOOM);
            case S -> presenter.zoom(1 / ZOOM);
            case A -> presenter.pan(-PAN);
            case D -> presenter.pan(PAN);
            case HOME -> presenter.toStart();
            case END -> presenter.follow();
            case R -> presenter.zoomToRange();
            default -> {
                return false;
            }
        }
        return true;
    }
}
