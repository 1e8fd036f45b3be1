package dev.plimsoll.ui.flame;

import dev.plimsoll.flame.Metric;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ui.TimeRange;
import java.util.Optional;

/// What a tree answers, apart from the data.
///
/// @param metric what widths mean
/// @param cycle id of the GC cycle, used by [Metric#DIED_IN_CYCLE] only
/// @param shape how stacks are folded, with all filters
/// @param since only what was added after it, empty for everything
/// @param range only what was allocated or registered in it, where the metric can tell
record Question(Metric metric, long cycle, TreeShape shape, Optional<TimeRange> range, Optional<Baseline> since) {

    static final Question FIRST =
            new Question(Metric.LIVE_BYTES, -1, TreeShape.LIVE, Optional.empty(), Optional.empty());

    Question with(Metric other) {
        return new Question(other, cycle, shape, range, since);
    }

    Question diedIn(long gcId) {
        return new Question(Metric.DIED_IN_CYCLE, gcId, shape, range, since);
    }

    Question with(TreeShape other) {
        return new Question(metric, cycle, other, range, since);
    }

    Question with(Optional<TimeRange> other) {
        return new Question(metric, cycle, shape, other, since);
    }

    Question since(Optional<Baseline> mark) {
        return new Question(metric, cycle, shape, range, mark);
    }

    /// Whether the range changes the answer: sums since attach are not kept by time.
    boolean ranged() {
        return range.isPresent() && keptByTime();
    }

    boolean keptByTime() {
        return switch (metric) {
            case LIVE_BYTES, LIVE_BLOCKS, OWNER_GONE_BYTES, CALLBACKS -> true;
            case ALLOCATED_BYTES, ALLOCATIONS, FREED_BYTES, DIED_IN_CYCLE -> false;
        };
    }
}
