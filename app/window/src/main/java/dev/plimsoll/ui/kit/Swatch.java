package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// A 9 px square in a binding's hue and pattern. Its name must stand beside it.
public final class Swatch extends Canvas {

    public static final double SIZE = 9;

    private final Tokens tokens;
    private final ChangeListener<Number> repaint = (observed, was, is) -> paint();
    private String name;

    public Swatch(String name, Tokens tokens) {
        super(SIZE, SIZE);
        this.name = name;
        this.tokens = tokens;
        tokens.versionProperty().addListener(new WeakChangeListener<>(repaint));
        paint();
    }

    public void setName(String name) {
        if (!name.equals(this.name)) {
            this.name = name;
            paint();
        }
    }

    private void paint() {
        GraphicsContext gc = getGraphicsContext2D();
        gc.clearRect(0, 0, SIZE, SIZE);
        gc.setFill(BindingColors.paint(name, tokens));
        gc.fillRoundRect(0, 0, SIZE, SIZE, 4, 4);
        if (BindingColors.of(name).pattern() == BindingColors.Pattern.HAIRLINE) {
            gc.setStroke(tokens.get(Token.BIND_GREY));
            gc.strokeRoundRect(0.5, 0.5, SIZE - 1, SIZE - 1, 3, 3);
        }
    }
}
