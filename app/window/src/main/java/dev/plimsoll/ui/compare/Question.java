package dev.plimsoll.ui.compare;

import dev.plimsoll.comparison.Scaling;
import dev.plimsoll.flame.Metric;
import java.util.List;

/// What a comparison answers, apart from the data.
///
/// @param metric what widths and colours mean
/// @param scaling how the second is brought to the size of the first
/// @param flipped whether B is the baseline of A; else A is that of B
record Question(Metric metric, Scaling scaling, boolean flipped) {

    static final Question FIRST = new Question(Metric.LIVE_BYTES, Scaling.NONE, false);

    /// Those that two recordings can be compared by.
    static final List<Metric> METRICS = List.of(
            Metric.LIVE_BYTES,
            Metric.LIVE_BLOCKS,
            Metric.ALLOCATED_BYTES,
            Metric.ALLOCATIONS,
            Metric.FREED_BYTES,
            Metric.CALLBACKS);

    Question with(Metric other) {
        return new Question(other, scaling, flipped);
    }

    Question with(Scaling other) {
        return new Question(metric, other, flipped);
    }

    Question flip() {
        return new Question(metric, scaling, !flipped);
    }

    /// The letter of the baseline.
    String earlier() {
        return flipped ? "B" : "A";
    }

    /// The letter of what is compared with it.
    String later() {
        return flipped ? "A" : "B";
    }
}
