package dev.plimsoll.ui.kit;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ui.Token;
import java.util.Locale;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/// A verdict's look: severity is always colour, icon and word together.
public final class Verdicts {

    private Verdicts() {}

    /// `Leak, proven`: as on a badge.
    public static String word(Verdict verdict) {
        if (verdict == Verdict.SIZED_TOO_SMALL) {
            return Words.say("verdict.sizedTooSmall");
        }
        String words = verdict.words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Filled, with icon and word.
    public static Label badge(Verdict verdict) {
        Label badge = new Label(word(verdict), icon(verdict));
        badge.getStyleClass().addAll("badge", verdict.severity().word());
        return badge;
    }

    /// As above, as grave as this finding is: it may be less than its verdict's.
    public static Label badge(Finding finding) {
        Label badge = new Label(word(finding.verdict()), icon(finding.verdict(), finding.severity()));
        badge.getStyleClass().addAll("badge", finding.severity().word());
        return badge;
    }

    /// For a table cell, as grave as this finding is.
    public static Label inCell(Finding finding) {
        Label label = new Label(word(finding.verdict()), icon(finding.verdict(), finding.severity()));
        label.getStyleClass().addAll("verdict-word", finding.severity().word());
        return label;
    }

    /// For a table cell: icon and word without a fill.
    public static Label inCell(Verdict verdict) {
        Label label = new Label(word(verdict), icon(verdict));
        label.getStyleClass().addAll("verdict-word", verdict.severity().word());
        return label;
    }

    /// 12 px, in the colour of the severity.
    public static FontIcon icon(Verdict verdict) {
        return icon(verdict, verdict.severity());
    }

    private static FontIcon icon(Verdict verdict, Severity severity) {
        FontIcon icon = Icons.small(
                switch (verdict) {
                    case LEAK_PROVEN, MISUSE, FREED_TOO_EARLY -> "alert-octagon";
                    case LEAK_LIKELY, SIZED_TOO_SMALL -> "alert-triangle";
                    case RELEASED_LATE -> "clock";
                    case RETAINED_BY_ALLOCATOR, CACHE_OR_WARM_UP -> "info";
                });
        icon.getStyleClass().add(severity.word());
        return icon;
    }

    /// The token of a severity's colour.
    public static Token token(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Token.CRITICAL;
            case WARNING -> Token.WARNING;
            case NOTICE -> Token.NOTICE;
            case NEUTRAL -> Token.NEUTRAL;
        };
    }
}
