package dev.plimsoll.ui.timeline;

import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.TimeRange;

/// What the tab row says of a range.
///
/// @param range both ends
/// @param rssDelta bytes, NaN when RSS was not yet known at its start
/// @param nativeDelta bytes
public record RangeReadout(TimeRange range, double rssDelta, double nativeDelta) {

    public static RangeReadout of(TimelineSnapshot timeline, TimeRange range) {
        LaneValues start = LaneValues.at(timeline, range.from());
        LaneValues end = LaneValues.at(timeline, range.to());
        return new RangeReadout(range, end.rss() - start.rss(), end.nativeLive() - start.nativeLive());
    }
}
