package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;

/// Seven hues and three patterns tell bindings apart, the same in both themes: a relative shares the hue and takes a
/// pattern. Greys are the JVM's own memory. The name always stands beside the swatch.
public final class BindingColors {

    /// How the hue is laid on.
    public enum Pattern {
        SOLID,
        /// 45 degrees, 2.5 on 5 px.
        STRIPED,
        /// 1.1 px dots on 4 px.
        DOTTED,
        /// Hairline stripes on the background.
        HAIRLINE
    }

    /// A hue and its pattern.
    public record Swatch(Token hue, Pattern pattern) {}

    private static final double SOFT = 0.30;
    private static final int SUPER = 6;

    private BindingColors() {}

    /// Of a binding of the contract, or of an account of the JVM's own: `heap`, `metaspace`, `code`, `threads`,
    /// `slack`, `unexplained`, `everything else`, `not resident`. Any other name is a user's rule.
    public static Swatch of(String name) {
        return switch (name) {
            case "lwjgl" -> new Swatch(Token.BIND_RUST, Pattern.SOLID);
            case "gl" -> new Swatch(Token.BIND_RUST, Pattern.STRIPED);
            case "vulkan" -> new Swatch(Token.BIND_RUST, Pattern.DOTTED);
            case "ffm" -> new Swatch(Token.BIND_CYAN, Pattern.SOLID);
            case "javafx" -> new Swatch(Token.BIND_CYAN, Pattern.STRIPED);
            case "direct", "direct buffers" -> new Swatch(Token.BIND_INDIGO, Pattern.SOLID);
            case "unsafe" -> new Swatch(Token.BIND_INDIGO, Pattern.STRIPED);
            case "netty" -> new Swatch(Token.BIND_INDIGO, Pattern.DOTTED);
            case "javacpp" -> new Swatch(Token.BIND_OLIVE, Pattern.SOLID);
            case "skija" -> new Swatch(Token.BIND_OLIVE, Pattern.STRIPED);
            case "jna" -> new Swatch(Token.BIND_ROSE, Pattern.SOLID);
            case "jnr" -> new Swatch(Token.BIND_ROSE, Pattern.STRIPED);
            case "mapped" -> new Swatch(Token.BIND_GREEN, Pattern.SOLID);
            case "zip" -> new Swatch(Token.BIND_GREEN, Pattern.STRIPED);
            case "malloc" -> new Swatch(Token.BIND_PURPLE, Pattern.SOLID);
            case "jni" -> new Swatch(Token.BIND_PURPLE, Pattern.STRIPED);
            case "heap" -> new Swatch(Token.MEM_HEAP, Pattern.SOLID);
            case "metaspace" -> new Swatch(Token.MEM_METASPACE, Pattern.SOLID);
            case "code" -> new Swatch(Token.MEM_CODE, Pattern.SOLID);
            case "threads" -> new Swatch(Token.MEM_THREADS, Pattern.SOLID);
            case "slack" -> new Swatch(Token.BIND_GREY, Pattern.STRIPED);
            case "unexplained", "everything else", "not resident" -> new Swatch(Token.BIND_GREY, Pattern.HAIRLINE);
            default -> new Swatch(Token.BIND_GREY, Pattern.STRIPED);
        };
    }

    /// The plain hue: for lines, and where a pattern would not show.
    public static Color hue(String name, Tokens tokens) {
        return tokens.get(of(name).hue());
    }

    /// What areas and swatches are filled with.
    public static Paint paint(String name, Tokens tokens) {
        Swatch swatch = of(name);
        Color hue = tokens.get(swatch.hue());
        Color bg = tokens.get(Token.BG);
        return switch (swatch.pattern()) {
            case SOLID -> hue;
            case STRIPED -> stripes(hue, bg.interpolate(hue, SOFT), 2.5, 5);
            case HAIRLINE -> stripes(hue, bg, 1, 5);
            case DOTTED -> dots(hue, bg.interpolate(hue, SOFT), 4, 2.2);
        };
    }

    /// Stripes that rise to the right, in any two colours: `width` of the first on every `period`, measured across.
    public static Paint stripes(Color on, Color off, double width, double period) {
        double tile = period * Math.sqrt(2);
        return tile(tile, on, off, (x, y) -> {
            double across = (x + y) / Math.sqrt(2);
            return across - Math.floor(across / period) * period < width;
        });
    }

    private static Paint dots(Color on, Color off, double tile, double size) {
        double margin = (tile - size) / 2;
        return tile(tile, on, off, (x, y) -> x >= margin && x < tile - margin && y >= margin && y < tile - margin);
    }

    private interface Shape {
        boolean covers(double x, double y);
    }

    /// One tile, drawn four times as fine as a pixel so that a scale of 200 % stays sharp.
    private static Paint tile(double tile, Color on, Color off, Shape shape) {
        int size = (int) Math.round(tile * 4);
        WritableImage image = new WritableImage(size, size);
        int[] pixels = new int[size * size];
        double step = tile / size / SUPER;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int covered = 0;
                for (int sub = 0; sub < SUPER * SUPER; sub++) {
                    double px = (x * SUPER + sub % SUPER + 0.5) * step;
                    double py = (y * SUPER + sub / SUPER + 0.5) * step;
                    covered += shape.covers(px, py) ? 1 : 0;
                }
                pixels[y * size + x] = argb(off.interpolate(on, covered / (double) (SUPER * SUPER)));
            }
        }
        image.getPixelWriter().setPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), pixels, 0, size);
        return new ImagePattern(image, 0, 0, tile, tile, false);
    }

    private static int argb(Color color) {
        return (int) Math.round(color.getOpacity() * 255) << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
