package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.kit.TextSize;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.settings.Setting;
import javafx.scene.Scene;

/// How a window is drawn, as the person chose it; each choice holds at once.
///
/// @param scale per cent by which everything is drawn larger, 100 to 200
/// @param texts per cent of the usual size of texts, 100 to 130
/// @param contrast whether lines and soft fills are drawn for high contrast
record Look(Theme theme, int scale, int texts, boolean contrast) {

    private static final String CONTRAST = "/dev/plimsoll/ui/contrast.css";

    /// What is remembered of everything but the theme.
    static Look of(Theme theme, Memory memory) {
        return new Look(
                theme,
                percent(memory.get(Setting.SCALE, "100"), 200),
                percent(memory.get(Setting.TEXT, "100"), 130),
                memory.get(Setting.CONTRAST, "usual").equals("high"));
    }

    /// A file that somebody wrote in by hand says anything.
    private static int percent(String text, int most) {
        return text.matches("[0-9]{3}") ? Math.clamp(Integer.parseInt(text), 100, most) : 100;
    }

    void apply(Scene scene) {
        theme.apply(scene);
        if (contrast) {
            scene.getStylesheets().add(Theme.address(Look.class, CONTRAST));
        }
        if (texts != 100 || scale != 100) {
            scene.getStylesheets().add(TextSize.sheet(texts, scale));
        }
    }
}
