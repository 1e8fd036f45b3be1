package dev.plimsoll.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Larger or smaller texts without larger rows and bands: a style sheet that says every rule with a font size again, in
/// another size. Graphs keep theirs. Any thread.
public final class TextSize {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern SIZE = Pattern.compile("-fx-font-size:\\s*([0-9.]+)px");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    /// What opens in a window of its own, which the size of everything does not reach.
    private static final Pattern POP_UP = Pattern.compile("\\.(menu-item|tooltip|context-menu|accelerator-text)\\b");

    private TextSize() {}

    /// An address that `Scene.getStylesheets()` takes.
    ///
    /// @param texts per cent of the size that the sheets say
    /// @param everything per cent by which the window is drawn larger
    public static String sheet(int texts, int everything) {
        StringBuilder css = new StringBuilder();
        for (String name : Theme.SHEETS) {
            larger(COMMENT.matcher(read(name)).replaceAll(""), texts / 100.0, everything / 100.0, css);
        }
        byte[] bytes = css.toString().getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    static void larger(String css, double texts, double everything, StringBuilder out) {
        Matcher rule = RULE.matcher(css);
        while (rule.find()) {
            Matcher size = SIZE.matcher(rule.group(2));
            if (size.find()) {
                String selector = rule.group(1).strip();
                double factor = POP_UP.matcher(selector).find() ? texts * everything : texts;
                double pixels = Double.parseDouble(size.group(1)) * factor;
                out.append(selector).append(String.format(Locale.ROOT, " { -fx-font-size: %.2fpx; }\n", pixels));
            }
        }
    }

    private static String read(String name) {
        try (InputStream in = TextSize.class.getResourceAsStream("/dev/plimsoll/ui/" + name)) {
            if (in == null) {
                throw new IllegalStateException("No style sheet " + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
