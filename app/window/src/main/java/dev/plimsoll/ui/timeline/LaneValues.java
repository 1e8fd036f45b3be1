package dev.plimsoll.ui.timeline;

import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;

/// What the gutter says of each lane at one time. Bytes; NaN before the first value.
///
/// @param cycles GC cycles that had begun
public record LaneValues(
        double rss, double heapUsed, double heapCommitted, double nativeLive, double callbacks, long cycles) {

    public static LaneValues at(TimelineSnapshot timeline, long time) {
        double sum = 0;
        for (Series series : timeline.nativeLive()) {
            double value = series.at(time);
            sum += Double.isNaN(value) ? 0 : value;
        }
        long begun = timeline.cycles().stream()
                .mapToLong(Cycle::start)
                .filter(start -> start <= time)
                .count();
        return new LaneValues(
                timeline.rss().at(time),
                timeline.heapUsed().at(time),
                timeline.heapCommitted().at(time),
                sum,
                timeline.callbacks().at(time),
                begun);
    }
}
