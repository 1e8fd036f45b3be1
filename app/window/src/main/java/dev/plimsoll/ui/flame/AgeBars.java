package dev.plimsoll.ui.flame;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.BindingColors;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.Words;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Live blocks by age in GC cycles, a bar each, in the binding's hue. FX thread.
final class AgeBars extends Sheet {

    private static final double HEIGHT = 78;
    private static final double FOOT = 16;
    private static final double HEAD = 14;

    private double[] values = {};
    private String binding = "";

    AgeBars(Tokens tokens) {
        super(tokens);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    /// @param byAge one figure for each of [LiveBlocks#AGES]
    void show(double[] byAge, String hue) {
        values = byAge.clone();
        binding = hue;
        setAccessibleText(Words.say("flame.drawer.ages"));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext gc, double width, double height) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        if (most <= 0) {
            return;
        }
        double step = width / values.length;
        double base = height - FOOT;
        gc.setFont(Fonts.mono(10));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.BASELINE);
        for (int i = 0; i < values.length; i++) {
            double left = Math.round(i * step) + 1;
            double bar = Math.round((i + 1) * step) - left - 1;
            double tall = Math.round(values[i] / most * (base - HEAD));
            if (values[i] > 0) {
                gc.setFill(BindingColors.hue(binding, tokens()));
                gc.fillRect(left, base - Math.max(1, tall), bar, Math.max(1, tall));
                gc.setFill(tokens().get(Token.TEXT_2));
                gc.fillText(Words.count(Math.round(values[i])), left + bar / 2, base - tall - 4);
            }
            gc.setFill(tokens().get(Token.TEXT_2));
            gc.fillText(LiveBlocks.AGES.get(i), left + bar / 2, height - 3);
        }
        gc.setFill(tokens().get(Token.LINE));
        gc.fillRect(0, base, width, 1);
    }
}
