package dev.plimsoll.ui;

import javafx.scene.paint.Color;

/// How well a colour stands out from another: WCAG 2.2, relative luminance and contrast ratio.
public final class Contrast {

    private Contrast() {}

    /// What is seen of a colour that lets something through.
    ///
    /// @param back opaque
    public static Color over(Color front, Color back) {
        return back.interpolate(Color.color(front.getRed(), front.getGreen(), front.getBlue()), front.getOpacity());
    }

    /// 1 for the same colour to 21 for black on white.
    ///
    /// @param one opaque
    /// @param other opaque
    public static double of(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
