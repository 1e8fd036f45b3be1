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
/// @param references processed in it
/// @param heapUsedBefore bytes, -1 when not recorded
/// @param heapUsedAfter bytes, -1 when not recorded
/// @param ownerDiedBytes native bytes whose owner died in this cycle (freed by a Cleaner since, or still live)
/// @param freedBytes native bytes that Cleaners freed between this cycle and the next
/// @param stuckBytes native bytes whose owner died in this cycle and that are live
/// @param leakedBytes of those, the ones that no Cleaner frees
/// @param cleaning what Cleaners did
/// @param caller id of the stack that called `System.gc()`, 0 when nobody did or it was not recorded
public record Cycle(
        long gcId,
        String name,
        String cause,
        boolean young,
        long start,
        long duration,
        long sumOfPauses,
        long longestPause,
        ReferenceCounts references,
        long heapUsedBefore,
        long heapUsedAfter,
        double ownerDiedBytes,
        double freedBytes,
        double stuckBytes,
        double leakedBytes,
        Cleaning cleaning,
        int caller) {

    /// @param waiting blocks whose owner died in this cycle and that a Cleaner has yet to free, an estimate
    /// @param medianLag nanoseconds from when the cycle had processed its references to what Cleaners freed before
    ///     the next cycle had, a tenth more or less; -1 without any
    public record Cleaning(double waiting, long medianLag) {

        public static final Cleaning NONE = new Cleaning(0, -1);
    }

    public long end() {
        return start + duration;
    }

    /// Bytes whose owner died in this cycle and that a Cleaner may still free.
    public double waitingBytes() {
        return Math.max(0, stuckBytes - leakedBytes);
    }

    /// The same cycle with other native bytes.
    public Cycle with(double died, double freed, double stuck, double leaked, Cleaning cleaned) {
        return new Cycle(
                gcId,
                name,
                cause,
                young,
                start,
                duration,
                sumOfPauses,
                longestPause,
                references,
                heapUsedBefore,
                heapUsedAfter,
                died,
                freed,
                stuck,
                leaked,
                cleaned,
                caller);
    }
}
