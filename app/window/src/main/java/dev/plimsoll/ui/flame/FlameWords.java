package dev.plimsoll.ui.flame;

import dev.plimsoll.flame.Metric;
import dev.plimsoll.flame.StackFilter;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Words;
import java.util.Optional;

/// Sentences of the flame graph page.
final class FlameWords {

    private FlameWords() {}

    static String metricKey(Metric metric) {
        return "flame.metric." + metric.name();
    }

    /// `Live bytes`, or `Owner died in GC 190`.
    static String metric(Question question) {
        return question.metric() == Metric.DIED_IN_CYCLE
                ? Words.say("flame.metric.diedIn", question.cycle())
                : Words.say(metricKey(question.metric()));
    }

    static String figure(Metric metric, double value) {
        return metric.bytes() ? Words.bytes(value) : Words.count(Math.round(value));
    }

    /// `+3.1 MiB (12.0 %)`, `−1.0 MiB (25.0 %)`, `+40 (new)`.
    static String change(Metric metric, Change change) {
        double difference = change.difference();
        String share = change.before().value() == 0 && difference > 0
                ? Words.say("flame.change.new")
                : Words.percent(Math.abs(change.share()));
        String sign = difference < 0 ? "−" : difference > 0 ? "+" : "";
        return sign + figure(metric, Math.abs(difference)) + " (" + share + ")";
    }

    /// What widths mean, as a sentence at the foot of the graph.
    static String width(Question question) {
        if (question.filmed()) {
            return Words.say("flame.width.film." + question.metric().name());
        }
        String what = question.metric() == Metric.DIED_IN_CYCLE
                ? Words.say("flame.width.diedIn", question.cycle())
                : Words.say("flame.width." + question.metric().name());
        if (question.since().isPresent()) {
            what += Words.say(
                    "flame.width.since", Words.clock(question.since().get().time()));
        }
        Optional<TimeRange> range = question.range();
        if (range.isEmpty()) {
            return what;
        }
        return what + (question.ranged() ? Words.say("flame.width.inRange") : Words.say("flame.width.notInRange"));
    }

    static String hidden(int frames, double share) {
        if (frames == 0) {
            return Words.say("flame.hidden.none");
        }
        String key = frames == 1 ? "flame.hidden.one" : "flame.hidden";
        return Words.say(key, Words.count(frames), Words.percent(share));
    }

    /// `without TextureCache.upload`: on a chip.
    static String filter(StackFilter filter) {
        return Words.say("flame.filter." + filter.kind().name(), readable(filter.regex()));
    }

    static String range(TimeRange range) {
        return Words.say("flame.range", Words.clock(range.from()), Words.clock(range.to()));
    }

    static String cycle(Cycle cycle) {
        return Words.say("flame.cycle", cycle.gcId(), Words.clock(cycle.start()), Words.bytes(cycle.ownerDiedBytes()));
    }

    /// The name inside an expression that was made from a frame; else the expression.
    private static String readable(String regex) {
        int from = regex.indexOf("\\Q");
        int to = regex.indexOf("\\E");
        if (from < 0 || to < from) {
            return regex.startsWith("(?i)") ? regex.substring(4) : regex;
        }
        String name = regex.substring(from + 2, to);
        int method = name.lastIndexOf('.');
        int type = name.lastIndexOf('.', method - 1);
        return type < 0 ? name : name.substring(type + 1);
    }
}
