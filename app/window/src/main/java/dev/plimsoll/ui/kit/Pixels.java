package dev.plimsoll.ui.kit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/// Draws on whole device pixels, so that lines stay one pixel sharp at 100, 125, 150 and 200 %. Lengths are logical.
///
/// @param scale device pixels per logical pixel, more than 0
public record Pixels(double scale) {

    /// The nearest edge of a device pixel.
    public double snap(double value) {
        return Math.round(value * scale) / scale;
    }

    /// The width of a line of one logical pixel, in whole device pixels.
    public double hair() {
        return Math.max(1, Math.floor(scale)) / scale;
    }

    public void horizontal(GraphicsContext gc, double from, double to, double y, Paint paint) {
        gc.setFill(paint);
        gc.fillRect(snap(from), snap(y), snap(to) - snap(from), hair());
    }

    public void vertical(GraphicsContext gc, double x, double from, double to, Paint paint) {
        gc.setFill(paint);
        gc.fillRect(snap(x), snap(from), hair(), snap(to) - snap(from));
    }

    /// A filled rectangle with all four edges snapped.
    public void fill(GraphicsContext gc, double x, double y, double width, double height, Paint paint) {
        gc.setFill(paint);
        double left = snap(x);
        double top = snap(y);
        gc.fillRect(left, top, snap(x + width) - left, snap(y + height) - top);
    }

    /// A dashed or dotted line of one pixel.
    public void dashed(
            GraphicsContext gc, double fromX, double fromY, double toX, double toY, Paint paint, double... dashes) {
        gc.setStroke(paint);
        gc.setLineWidth(hair());
        gc.setLineDashes(dashes);
        double half = hair() / 2;
        boolean level = fromY == toY;
        gc.strokeLine(
                level ? fromX : snap(fromX) + half,
                level ? snap(fromY) + half : fromY,
                level ? toX : snap(toX) + half,
                level ? snap(toY) + half : toY);
        gc.setLineDashes();
    }
}
