package dev.plimsoll.ui.kit;

import dev.plimsoll.timeline.Cycle;
import java.util.List;

/// Age counted in GC cycles. Immutable; any thread.
public final class CycleClock {

    private final long[] starts;

    /// @param cycles in order of their start
    public CycleClock(List<Cycle> cycles) {
        starts = cycles.stream().mapToLong(Cycle::start).toArray();
    }

    /// Cycles that began at or after `time`, nanoseconds since the epoch: as many could have collected what existed
    /// then.
    public int since(long time) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return starts.length - low;
    }

    /// The latest moment, in nanoseconds since the epoch, since which so many cycles began: [#since(long)] is `cycles`
    /// or more for it and for every earlier one. [Long#MIN_VALUE] when there were not so many.
    ///
    /// @param cycles 1 or more
    public long before(int cycles) {
        return cycles > starts.length ? Long.MIN_VALUE : starts[starts.length - cycles];
    }

    public int count() {
        return starts.length;
    }
}
