package dev.plimsoll.ui.gc;

import dev.plimsoll.event.Stack;
import dev.plimsoll.timeline.Cycle;
import java.util.List;
import java.util.Optional;

/// What the GC page shows.
///
/// @param cycles in the range, oldest first
/// @param newest id of the last cycle there is, whose figures may still change; -1 when there is none
/// @param from first time of the chart, nanoseconds since the epoch
/// @param to last time of the chart
/// @param selected opened in the drawer
/// @param since how long ago that was
/// @param origins where its dead owners' memory came from, biggest first
/// @param caller of `System.gc()`, when that was its cause and the stack was recorded
/// @param longest the longest pause in the range
/// @param chosen whether a person opened the cycle; else it was suggested
record GcViewState(
        List<Cycle> cycles,
        long newest,
        long from,
        long to,
        Optional<Cycle> selected,
        Age since,
        List<Origin> origins,
        Optional<Stack> caller,
        long longest,
        boolean chosen) {

    /// @param binding name
    /// @param stack id
    /// @param label `TextureCache.upload:214`
    /// @param bytes whose owner died in the cycle
    record Origin(String binding, int stack, String label, double bytes) {}

    /// @param cycles that began after it
    /// @param nanos from its end to now
    record Age(int cycles, long nanos) {}

    /// Whether a Cleaner may still free what died in the cycle before the next one begins.
    boolean goesOn(Cycle cycle) {
        return cycle.gcId() == newest;
    }
}
