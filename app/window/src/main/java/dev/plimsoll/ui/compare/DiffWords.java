package dev.plimsoll.ui.compare;

import dev.plimsoll.flame.Metric;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ui.kit.FigureText;
import dev.plimsoll.ui.kit.Words;

/// How differences are written.
final class DiffWords {

    private static final double MIB = 1024 * 1024;
    private static final String MINUS = "\u2212";

    private DiffWords() {}

    /// `+36 MiB`, `−1,552`, `0`: short enough for a frame.
    static String signed(Metric metric, double difference) {
        if (difference == 0 || (!metric.bytes() && Math.round(difference) == 0)) {
            return "0";
        }
        return (difference < 0 ? MINUS : "+") + FigureText.of(metric, Math.abs(difference));
    }

    /// In MiB for bytes, as a column's head says: `412.0`, `1,648`.
    static String inColumn(Metric metric, double value) {
        return metric.bytes() ? Words.mib(value) : Words.count(Math.round(value));
    }

    static String signedInColumn(Metric metric, double value) {
        if (metric.bytes()) {
            return Words.signedMib(value);
        }
        return (value > 0 && Math.round(value) > 0 ? "+" : "") + Words.count(Math.round(value));
    }

    /// `± 8.1`, or `exact`.
    static String margin(Metric metric, Change change) {
        if (change.exact()) {
            return Words.say("words.exact");
        }
        return "± "
                + (metric.bytes()
                        ? Words.decimal(change.margin() / MIB)
                        : Words.count(Math.round(Math.ceil(change.margin()))));
    }

    static String metric(Metric metric) {
        return Words.say("flame.metric." + metric);
    }
}
