package dev.plimsoll.ui.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the lanes of the strip lie, in logical pixels from its top; each lane ends with a line.
///
/// @param width of the strip
/// @param gutter width of the part with names and values
/// @param lanes from the top, at least one
record StripLayout(double width, double gutter, List<Lane> lanes) {

    static final double AXIS_BOTTOM = 19;

    static final double NARROW = 1200;

    /// The callback lane is dropped where room is short, unless it is pinned.
    static StripLayout of(double width, double windowHeight, LaneChoice choice) {
        boolean narrow = width < NARROW;
        boolean room = !narrow && windowHeight >= 760;
        List<Lane> lanes = choice.order().stream()
                .filter(lane ->
                        lane != Lane.CALLBACKS || room || choice.pinned().contains(lane))
                .toList();
        return new StripLayout(width, narrow ? 112 : 132, lanes.isEmpty() ? choice.order() : lanes);
    }

    boolean shows(Lane lane) {
        return lanes.contains(lane);
    }

    /// Of a lane that is not shown: the foot.
    double top(Lane lane) {
        double y = AXIS_BOTTOM;
        for (Lane above : lanes) {
            if (above == lane) {
                return y;
            }
            y += above.height();
        }
        return y;
    }

    double bottom(Lane lane) {
        return top(lane) + (shows(lane) ? lane.height() : 0);
    }

    double middle(Lane lane) {
        return (top(lane) + bottom(lane)) / 2;
    }

    /// The lane at this height, null on the axis.
    @Nullable
    Lane at(double y) {
        return lanes.stream()
                .filter(lane -> y > top(lane) && y <= bottom(lane))
                .findFirst()
                .orElse(null);
    }

    /// Line below the last lane.
    double foot() {
        return bottom(lanes.getLast());
    }

    double height() {
        return foot() + 1;
    }

    /// How far down what runs through all lanes goes: a GC lane at the foot has marks of its own.
    double through() {
        return lanes.getLast() == Lane.GC ? top(Lane.GC) : foot();
    }

    /// Width of what has a time; 12 px are left free at the right.
    double dataWidth() {
        return Math.max(1, width - gutter - 12);
    }
}
