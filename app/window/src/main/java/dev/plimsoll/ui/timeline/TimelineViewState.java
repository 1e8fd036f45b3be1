package dev.plimsoll.ui.timeline;

import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.TimeRange;
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
/// @param values gutter figures: under the pointer, else the newest
public record TimelineViewState(
        TimelineSnapshot timeline,
        List<Alert> alerts,
        long from,
        long to,
        boolean liveEdge,
        Optional<TimeRange> range,
        OptionalLong hover,
        LaneValues values) {}
