package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Tokens;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A canvas that fills its region, repaints once per frame when asked, when resized and when the theme changes, and is
/// as fine as the picture it goes into ([Tokens#density]). Painters draw in logical pixels.
public abstract class Sheet extends Region {

    private final Canvas canvas = new Canvas();
    private final Tokens tokens;
    private final ChangeListener<Number> repaint = (observed, was, is) -> repaint();
    private boolean dirty = true;

    protected Sheet(Tokens tokens) {
        this.tokens = tokens;
        canvas.setManaged(false);
        getChildren().add(canvas);
        setAccessibleRole(AccessibleRole.TEXT);
        tokens.versionProperty().addListener(new WeakChangeListener<>(repaint));
    }

    /// Draws everything. The canvas is clear.
    protected abstract void paint(GraphicsContext gc, double width, double height);

    /// Asks for one [#paint] in the next frame.
    public final void repaint() {
        dirty = true;
        requestLayout();
    }

    protected final Tokens tokens() {
        return tokens;
    }

    /// For snapping to the device.
    protected final Pixels pixels() {
        return new Pixels(scale());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double density = tokens.density();
        double canvasWidth = Math.ceil(width * density);
        double canvasHeight = Math.ceil(height * density);
        if (canvas.getWidth() != canvasWidth || canvas.getHeight() != canvasHeight) {
            canvas.setWidth(canvasWidth);
            canvas.setHeight(canvasHeight);
            dirty = true;
        }
        if (!dirty || width <= 0 || height <= 0) {
            return;
        }
        dirty = false;
        canvas.getTransforms().clear();
        if (density != 1) {
            canvas.getTransforms().add(new Scale(1 / density, 1 / density));
        }
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.save();
        gc.clearRect(0, 0, canvasWidth, canvasHeight);
        gc.scale(density, density);
        paint(gc, width, height);
        gc.restore();
    }

    private double scale() {
        var scene = getScene();
        double window = scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getOutputScaleX();
        return window * tokens.density();
    }
}
