package dev.plimsoll.ui.gc;

import dev.plimsoll.timeline.Cycle;
import java.util.List;
import java.util.Optional;

/// What the GC page shows.
///
/// @param cycles in the range, oldest first
/// @param settledBefore cycles that began before this have had two later ones: what is stuck then stays
/// @param from first time of the chart, nanoseconds since the epoch
/// @param to last time of the chart
/// @param selected opened in the drawer
/// @param origins where its dead owners' memory came from, biggest first
/// @param longest the longest pause in the range
/// @param chosen whether a person opened the cycle; else it was suggested
record GcViewState(
        List<Cycle> cycles,
        long settledBefore,
        long from,
        long to,
        Optional<Cycle> selected,
        List<Origin> origins,
        long longest,
        boolean chosen) {

    /// @param binding name
    /// @param stack id
    /// @param label `TextureCache.upload:214`
    /// @param bytes whose owner died in the cycle
    record Origin(String binding, int stack, String label, double bytes) {}

    /// Whether two later cycles did not free what is stuck.
    boolean settled(Cycle cycle) {
        return cycle.start() < settledBefore;
    }
}
