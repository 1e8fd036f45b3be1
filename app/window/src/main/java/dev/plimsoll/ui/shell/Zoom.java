package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.Tokens;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Draws everything in it larger, at once and without a new start: its content has so much less room. Canvases are
/// drawn
/// as fine as they are shown ([Tokens#density]). FX thread.
final class Zoom extends Region {

    private final Tokens tokens;
    private final Node content;
    private final Scale scale = new Scale(1, 1);

    Zoom(Tokens tokens, Node content) {
        this.tokens = tokens;
        this.content = content;
        content.setManaged(false);
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /// @param factor 1 to 2
    void set(double factor) {
        if (factor != scale.getX()) {
            scale.setX(factor);
            scale.setY(factor);
            tokens.setDensity(factor);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getX());
    }
}
