package dev.plimsoll.timeline;

/// One GC cycle joined to native memory. Times in nanoseconds since the epoch, durations in nanoseconds.
///
/// @param gcId id of the JVM
/// @param name collector, for example `G1New`
/// @param cause JVM's word
/// @param young whether only the young generation was collected
/// @param start begin of the cycle
/// @param duration length
/// @param sumOfPauses time the application stood still
/// @param longestPause longest single pause
/// @param phantomReferences phantom references processed, -1 when not recorded
/// @param heapUsedAfter bytes, -1 when not recorded
/// @param ownerDiedBytes native bytes whose owner died in this cycle (freed by a Cleaner since, or still live)
/// @param freedBytes native bytes that Cleaners freed between this cycle and the next
/// @param stuckBytes native bytes whose owner died in this cycle and that are live
public record Cycle(
        long gcId,
        String name,
        String cause,
        boolean young,
        long start,
        long duration,
        long sumOfPauses,
        long longestPause,
        long phantomReferences,
        long heapUsedAfter,
        double ownerDiedBytes,
        double freedBytes,
        double stuckBytes) {

    public long end() {
        return start + duration;
    }

    /// The same cycle with other native bytes.
    public Cycle with(double died, double freed, double stuck) {
        return new Cycle(
                gcId,
                name,
                cause,
                young,
                start,
                duration,
                sumOfPauses,
                longestPause,
                phantomReferences,
                heapUsedAfter,
                died,
                freed,
                stuck);
    }
}
