package dev.plimsoll.session;

/// What watching costs and misses.
///
/// @param interval bytes between samples, 1 when every block is recorded, 0 when unknown
/// @param mode `adaptive`, `fixed`, `exact`, or empty when unknown
/// @param overheadPercent of one core, NaN when unknown
/// @param eventsPerSecond over the last second
/// @param eventsLost bytes of events that JFR lost, plus blocks that the full table could not follow
/// @param orphanFrees frees without a known allocation
/// @param agentErrors faults in hooks, counted and kept from the target
/// @param lagMillis from commit to snapshot, NaN when not live
/// @param truncated the recording ended in mid-chunk or was damaged; what could be read is shown
public record Health(
        long interval,
        String mode,
        double overheadPercent,
        double eventsPerSecond,
        long eventsLost,
        long orphanFrees,
        long agentErrors,
        double lagMillis,
        boolean truncated) {

    public static final Health UNKNOWN = new Health(0, "", Double.NaN, 0, 0, 0, 0, Double.NaN, false);
}
