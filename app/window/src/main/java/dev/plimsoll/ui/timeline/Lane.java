package dev.plimsoll.ui.timeline;

import dev.plimsoll.ui.kit.Words;
import java.util.Locale;

/// A row of the strip below its axis, in the usual order.
public enum Lane {
    MEMORY(59),
    NATIVE(41),
    CALLBACKS(16),
    GC(19);

    private final double height;

    Lane(double height) {
        this.height = height;
    }

    /// Logical pixels, with the line at its foot.
    double height() {
        return height;
    }

    /// As it is remembered.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As it is shown.
    String title() {
        return Words.say("timeline.lane." + word());
    }
}
