package dev.plimsoll.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The formats that stacks can be written in.
public enum ExportFormat {
    COLLAPSED,
    PPROF,
    SPEEDSCOPE,
    HTML,
    SVG,
    CSV;

    /// Writes this format.
    ///
    /// @param figure what the widths, or the one column, of a format mean that has but one: collapsed and svg.
    /// The others carry all figures; pprof, speedscope and html show this one first
    public StackFormat writer(Figure figure) {
        return switch (this) {
            case COLLAPSED -> new CollapsedStacks(figure);
            case PPROF -> new PprofProfile(figure);
            case SPEEDSCOPE -> new SpeedscopeJson(figure);
            case HTML -> new FlameHtml(figure);
            case SVG -> new FlameSvg(figure);
            case CSV -> new StackCsv();
        };
    }

    /// The word of the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /// All words, for a message: `collapsed, pprof, ...`.
    public static String words() {
        return Arrays.stream(values()).map(ExportFormat::word).collect(Collectors.joining(", "));
    }
}
