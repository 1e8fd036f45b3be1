package dev.plimsoll.ui.timeline;

import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the strip shows.
///
/// @param timeline series and cycles
/// @param alerts pins
/// @param from first visible time
/// @param to last visible time, after `from`
/// @param liveEdge whether the right end is now
/// @param range the brush
/// @param hover time under the pointer
/// @param playhead where the film stands; what is later is veiled
/// @param sinceStart whether times count from the beginning; else they are the clock's
/// @param lanes which lanes are shown, and which on top
/// @param values gutter figures: under the pointer, else the newest
public record TimelineViewState(
        TimelineSnapshot timeline,
        List<Alert> alerts,
        long from,
        long to,
        boolean liveEdge,
        Optional<TimeRange> range,
        OptionalLong hover,
        LaneValues values,
        boolean sinceStart,
        OptionalLong playhead,
        LaneChoice lanes) {

    /// A time on the axis: `14:06:28`, or `+1:28` since the beginning.
    String words(long time, boolean fine) {
        if (!sinceStart) {
            return fine ? Words.time(time) : Words.clock(time);
        }
        return Words.sinceStart(time - timeline.start(), fine);
    }
}
