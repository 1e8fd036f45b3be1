package dev.plimsoll.session;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.finding.Figures;
import java.util.ArrayList;
import java.util.List;

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
/// @param following how many blocks, callbacks and owners are followed, and how many could not be
/// @param calls of native functions since the attach, by name; of handles that were made after it
public record Health(
        long interval,
        String mode,
        double overheadPercent,
        double eventsPerSecond,
        long eventsLost,
        long orphanFrees,
        long agentErrors,
        double lagMillis,
        boolean truncated,
        Following following,
        List<NativeEvent.NativeCalls> calls) {

    public static final Health UNKNOWN = new Health(0, "", Double.NaN, 0, 0, 0, 0, Double.NaN, false);

    /// Without what is followed and called.
    public Health(
            long interval,
            String mode,
            double overheadPercent,
            double eventsPerSecond,
            long eventsLost,
            long orphanFrees,
            long agentErrors,
            double lagMillis,
            boolean truncated) {
        this(
                interval,
                mode,
                overheadPercent,
                eventsPerSecond,
                eventsLost,
                orphanFrees,
                agentErrors,
                lagMillis,
                truncated,
                Following.UNKNOWN,
                List.of());
    }

    /// What the agent follows in the target, up to a stated bound.
    ///
    /// @param size blocks and callbacks in the live table now
    /// @param capacity the most it may hold, 0 when unknown
    /// @param notFollowed sampled blocks and callbacks that found it full, since the attach
    /// @param ownersNotWatched blocks whose owner is not watched, since the attach: too many are
    /// @param misuses since the attach
    /// @param strict whether a misuse throws in the target
    /// @param stackInterval bytes between two stacks that are taken, 0 when all are; the most so far
    public record Following(
            long size,
            long capacity,
            long notFollowed,
            long ownersNotWatched,
            long misuses,
            boolean strict,
            long stackInterval) {

        public static final Following UNKNOWN = new Following(0, 0, 0, 0, 0, false, 0);

        /// What a person must know of it, a sentence each; none when everything is followed.
        public List<String> words() {
            List<String> words = new ArrayList<>();
            if (notFollowed > 0) {
                words.add(String.format(
                        "The table of live blocks is full at %,d: %,d blocks were left out, so live bytes are too low;"
                                + " watch with a larger --interval.",
                        capacity, notFollowed));
            }
            if (ownersNotWatched > 0) {
                words.add(String.format(
                        "%,d blocks have an owner that is not watched, because too many are; leaks are still found by"
                                + " growth.",
                        ownersNotWatched));
            }
            if (stackInterval > 0) {
                words.add("Every block is recorded, but where they came fast only some stacks: one in "
                        + Figures.bytes(stackInterval)
                        + " of what is allocated most, for all would cost too much. Figures of bindings are exact, those"
                        + " of lines estimates; --every-stack takes every stack.");
            }
            if (strict) {
                words.add("Misuse throws in the program (--strict): it does not run as it would without Plimsoll.");
            }
            return words;
        }
    }
}
