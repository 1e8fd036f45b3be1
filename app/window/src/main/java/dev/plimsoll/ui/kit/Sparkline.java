package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The course of one figure as a small line, without axes: from 0 at its foot to its highest value. FX thread.
public final class Sparkline extends Sheet {

    /// Logical pixels.
    public static final double WIDTH = 88;

    private static final double HEIGHT = 16;

    private Function<Tokens, Color> hue = tokens -> tokens.get(Token.TEXT_2);
    private double[] values = {0};

    public Sparkline(Tokens tokens) {
        super(tokens);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    /// @param next not empty
    public void show(double[] next, Function<Tokens, Color> colour) {
        values = next.clone();
        hue = colour;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext gc, double width, double height) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        gc.setStroke(hue.apply(tokens()));
        gc.setLineWidth(1.5);
        gc.beginPath();
        for (int i = 0; i < values.length; i++) {
            double x = 1 + i * (width - 2) / Math.max(1, values.length - 1);
            double y = height - 2 - (most > 0 ? Math.max(0, values[i]) / most : 0) * (height - 4);
            if (i == 0) {
                gc.moveTo(x, y);
            } else {
                gc.lineTo(x, y);
            }
        }
        gc.stroke();
    }
}
