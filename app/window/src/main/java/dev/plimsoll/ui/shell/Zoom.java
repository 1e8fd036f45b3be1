package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.Tokens;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Draws everything in it larger, at once and without a new start: its content has so much less room. Canvases are
/// drawn
/// as fine as they are shown ([Tokens#density]). FX thread.
final class Zoom extends Region {

    /// The smallest window, in logical pixels.
    private static final double NARROWEST = 960;

    private static final double LOWEST = 600;

    private final Tokens tokens;
    private final Node content;
    private final Scale scale = new Scale(1, 1);
    private double wanted = 1;
    private double drawn = 1;

    Zoom(Tokens tokens, Node content) {
        this.tokens = tokens;
        this.content = content;
        content.setManaged(false);
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /// @param factor 1 to 2; less is used where the window would become narrower than the smallest one
    void set(double factor) {
        wanted = factor;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double most = Math.min(getWidth() / NARROWEST, getHeight() / LOWEST);
        double factor = Math.max(1, Math.min(wanted, most));
        if (factor != scale.getX()) {
            scale.setX(factor);
            scale.setY(factor);
            tokens.setDensity(tokens.density() / drawn * factor);
            drawn = factor;
        }
        content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
}
