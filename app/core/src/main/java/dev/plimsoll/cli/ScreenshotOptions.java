package dev.plimsoll.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `--screenshots` and how large.
final class ScreenshotOptions {

    private static final Size USUAL = new Size(1440, 900);
    private static final List<Window.Shape> ODD =
            List.of(new Window.Shape("150", 1440, 900, 1.5), new Window.Shape("1024x700", 1024, 700, 1));

    @Option(
            names = "--screenshots",
            paramLabel = "DIR",
            description = "Write every page as DIR/PAGE-light.png and DIR/PAGE-dark.png and exit; needs no display.")
    private @Nullable Path directory;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            description = "Size of the pictures in logical pixels; 1440x900 by default.")
    private @Nullable Size size;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            converter = ScaleConverter.class,
            description = "Device pixels per logical pixel, 0.5 to 4; 1 by default.")
    private @Nullable Double scale;

    @Option(
            names = "--every-size",
            description = "With --screenshots: also at 150 %% in DIR/150 and at 1024x700 in DIR/1024x700.")
    private boolean everySize;

    /// Null when a real window is wanted.
    Window.@Nullable Screenshots screenshots() {
        return directory == null ? null : into(directory);
    }

    /// The pictures that were asked for, or those of the usual size, in this directory.
    Window.Screenshots into(Path folder) {
        Size wanted = size == null ? USUAL : size;
        List<Window.Shape> shapes = new ArrayList<>();
        shapes.add(new Window.Shape("", wanted.width(), wanted.height(), scale == null ? 1 : scale));
        if (everySize) {
            shapes.addAll(ODD);
        }
        return new Window.Screenshots(folder, List.copyOf(shapes));
    }

    /// Logical pixels.
    record Size(int width, int height) {}

    /// `1024x700`.
    static final class SizeConverter implements ITypeConverter<Size> {

        private static final Pattern WORDS = Pattern.compile("([0-9]{3,4})x([0-9]{3,4})");

        @Override
        public Size convert(String value) {
            Matcher matcher = WORDS.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + value + "' is not a size such as 1024x700");
            }
            return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
    }

    /// 0.5 to 4.
    static final class ScaleConverter implements ITypeConverter<Double> {

        @Override
        public Double convert(String value) {
            if (!value.matches("[0-9](\\.[0-9]{1,3})?")
                    || Double.parseDouble(value) < 0.5
                    || Double.parseDouble(value) > 4) {
                throw new TypeConversionException("'" + value + "' is not a scale from 0.5 to 4");
            }
            return Double.valueOf(value);
        }
    }
}
