package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the fill of a frame means.
enum ColourBy {
    /// Java, binding layer, native, VM.
    SIDE,
    /// The binding of the allocations below.
    BINDING,
    /// The package of the frame's class.
    PACKAGE,
    /// Mean age of the live blocks below, in GC cycles.
    AGE,
    /// How the value changed since the mark, or over the range.
    DIFFERENCE;

    /// What the widths answer. Colours that tell a difference leave widths to what there is, so that what shrank is
    /// seen too.
    Question widths(Question question) {
        return this == DIFFERENCE ? question.since(Optional.empty()) : question;
    }

    /// What the legend names, the widest first; ages youngest first.
    List<String> names(Answer answer) {
        if (this == SIDE || this == DIFFERENCE) {
            return List.of();
        }
        if (this == AGE) {
            return LiveBlocks.AGES;
        }
        Map<String, Double> widths = new HashMap<>();
        for (FlameBox box : answer.layout().boxes()) {
            Frame frame = box.frame();
            if (frame == null || box.merged() > 0) {
                continue;
            }
            if (this == PACKAGE) {
                widths.merge(frame.packageName(), box.width(), Double::sum);
            } else {
                widths.merge(box.node().binding(), box.width(), Double::max);
            }
        }
        widths.remove("");
        return widths.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
