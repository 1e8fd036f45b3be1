package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/// The Plimsoll mark: a circle crossed by a bar. The one ornament of the product; the same in the target bar, on the
/// load line and on the border of a flame graph.
public final class Mark {

    private Mark() {}

    /// Draws the mark around a centre: a circle of radius `r` and a bar of 2r + 8.
    public static void paint(GraphicsContext gc, double x, double y, double r, Paint ring, Paint bar, Paint inside) {
        gc.setFill(inside);
        gc.fillOval(x - r, y - r, 2 * r, 2 * r);
        gc.setLineWidth(1.5);
        gc.setStroke(ring);
        gc.strokeOval(x - r, y - r, 2 * r, 2 * r);
        gc.setStroke(bar);
        gc.strokeLine(x - r - 4, y, x + r + 4, y);
    }

    /// The 20 px sign in the target bar.
    public static Canvas sign(Tokens tokens) {
        Canvas canvas = new Canvas(20, 20);
        Runnable paint = () -> {
            GraphicsContext gc = canvas.getGraphicsContext2D();
            gc.clearRect(0, 0, 20, 20);
            gc.setLineWidth(2);
            gc.setStroke(tokens.get(Token.TEXT));
            gc.strokeOval(3.5, 3.5, 13, 13);
            gc.setStroke(tokens.get(Token.ACCENT_TEXT));
            gc.strokeLine(1, 10, 19, 10);
        };
        tokens.versionProperty().addListener((observed, was, is) -> paint.run());
        paint.run();
        return canvas;
    }
}
