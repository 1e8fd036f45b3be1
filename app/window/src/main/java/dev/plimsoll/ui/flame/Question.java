package dev.plimsoll.ui.flame;

import dev.plimsoll.flame.Metric;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.session.Playback;
import dev.plimsoll.ui.TimeRange;
import java.util.Optional;

/// What a tree answers, apart from the data.
///
/// @param metric what widths mean
/// @param cycle id of the GC cycle, used by [Metric#DIED_IN_CYCLE] only
/// @param shape how stacks are folded, with all filters
/// @param since only what was added after it, empty for everything
/// @param range only what was allocated or registered in it, where the metric can tell
/// @param film a recording that can tell what happened in the range; empty while live
record Question(
        Metric metric,
        long cycle,
        TreeShape shape,
        Optional<TimeRange> range,
        Optional<Baseline> since,
        Optional<Playback> film) {

    static final Question FIRST =
            new Question(Metric.LIVE_BYTES, -1, TreeShape.LIVE, Optional.empty(), Optional.empty(), Optional.empty());

    Question with(Metric other) {
        return new Question(other, cycle, shape, range, since, film);
    }

    Question diedIn(long gcId) {
        return new Question(Metric.DIED_IN_CYCLE, gcId, shape, range, since, film);
    }

    Question with(TreeShape other) {
        return new Question(metric, cycle, other, range, since, film);
    }

    Question with(Optional<TimeRange> other) {
        return new Question(metric, cycle, shape, other, since, film);
    }

    Question of(Optional<Playback> other) {
        return new Question(metric, cycle, shape, range, since, other);
    }

    /// Whether the recording tells the figure of the range, and not the blocks that are live now.
    boolean filmed() {
        return range.isPresent()
                && film.isPresent()
                && switch (metric) {
                    case LIVE_BYTES, LIVE_BLOCKS, ALLOCATED_BYTES, ALLOCATIONS, FREED_BYTES -> true;
                    case OWNER_GONE_BYTES, CALLBACKS, DIED_IN_CYCLE -> false;
                };
    }

    /// Two moments that can be compared, if there are any.
    Optional<Between> between() {
        return Between.of(this);
    }

    Question since(Optional<Baseline> mark) {
        return new Question(metric, cycle, shape, range, mark, film);
    }

    /// Whether the range changes the answer: sums since attach are not kept by time.
    boolean ranged() {
        return filmed() || (range.isPresent() && keptByTime());
    }

    boolean keptByTime() {
        return switch (metric) {
            case LIVE_BYTES, LIVE_BLOCKS, OWNER_GONE_BYTES, CALLBACKS -> true;
            case ALLOCATED_BYTES, ALLOCATIONS, FREED_BYTES, DIED_IN_CYCLE -> false;
        };
    }
}
