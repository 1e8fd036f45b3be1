package dev.plimsoll.ui.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The two faces of the window: the system's for words, a mono one for numbers, frames and addresses. JavaFX takes one
/// family and no list, so the mono face is chosen once, when the tool kit is up.
public final class Fonts {

    private static final List<String> MONO = List.of(
            "Cascadia Mono", "Consolas", "SF Mono", "Menlo", "DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono");

    private static final String MONO_FAMILY = choose(Font.getFamilies());
    private static final String UI_FAMILY = Font.getDefault().getFamily();

    private Fonts() {}

    static String choose(List<String> installed) {
        return MONO.stream().filter(installed::contains).findFirst().orElse("Monospaced");
    }

    public static Font ui(double size) {
        return Font.font(UI_FAMILY, FontWeight.NORMAL, size);
    }

    public static Font uiBold(double size) {
        return Font.font(UI_FAMILY, FontWeight.BOLD, size);
    }

    public static Font mono(double size) {
        return Font.font(MONO_FAMILY, FontWeight.NORMAL, size);
    }

    public static Font monoBold(double size) {
        return Font.font(MONO_FAMILY, FontWeight.BOLD, size);
    }

    /// A style sheet that gives `.mono` its family, as an address that `Scene.getStylesheets()` takes.
    public static String styleSheet() {
        String css = ".mono { -fx-font-family: \"" + MONO_FAMILY + "\"; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
