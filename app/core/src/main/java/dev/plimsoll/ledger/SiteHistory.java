package dev.plimsoll.ledger;

import dev.plimsoll.event.Frame;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the blocks, or the callbacks, of one line came and went. Immutable: the arrays are never written again
/// and must not be. They are indexed by epoch from 0; the last index is the present epoch.
///
/// @param binding name
/// @param frame the line a person would change, or null when no stack was recorded
/// @param kind what the binding calls the newest block, or the lifetime of the newest callback
/// @param ownerClass of the block whose owner's death was seen last, else of the newest that has an owner; null when
///     none had
/// @param firstBirth nanoseconds since 1970
/// @param lastBirth nanoseconds since 1970
/// @param cohorts by epoch of birth
/// @param levels by epoch
/// @param ends how blocks ended
/// @param gone live blocks by the epoch in which their owner's death was seen, or null when there are none
public record SiteHistory(
        String binding,
        @Nullable Frame frame,
        String kind,
        @Nullable String ownerClass,
        long firstBirth,
        long lastBirth,
        Cohorts cohorts,
        Levels levels,
        Ends ends,
        @Nullable Gone gone) {

    /// Kinds of the contract whose memory outlives its owner.
    private static final Set<String> CLOSED_BY_HAND =
            Set.of("confined", "shared", "custom", "global", "malloc", "raw", "handle");

    /// Blocks by the epoch of their birth.
    ///
    /// @param born recorded blocks
    /// @param alive recorded blocks that are live
    /// @param blocks estimate of live ones
    /// @param bytes estimate of live ones
    /// @param variance of `bytes`
    /// @param deaths recorded blocks that ended, by their age in epochs
    public record Cohorts(int[] born, int[] alive, double[] blocks, double[] bytes, double[] variance, int[] deaths) {

        /// Live ones born in the epochs before `end`.
        public Estimate bytesBefore(int end) {
            return new Estimate(sum(bytes, end), sum(variance, end));
        }

        /// Live ones born in the epochs before `end`. Its variance is not kept.
        public double blocksBefore(int end) {
            return sum(blocks, end);
        }

        private static double sum(double[] values, int end) {
            double sum = 0;
            for (int i = 0; i < Math.min(end, values.length); i++) {
                sum += values[i];
            }
            return Math.max(0, sum);
        }
    }

    /// The low-water mark of each epoch that is over: the live amount below which it never fell. What is freed
    /// in time does not show in it.
    ///
    /// @param bytes estimate
    /// @param blocks estimate
    /// @param variance of `bytes`
    /// @param high highest live bytes ever
    /// @param largest bytes of the largest recorded block
    public record Levels(double[] bytes, double[] blocks, double[] variance, double high, long largest) {}

    /// Recorded blocks that ended, by cause.
    ///
    /// @param explicit the program gave them back
    /// @param cleaner a Cleaner did after the owner's death
    /// @param arena the end of their arena
    /// @param realloc moved
    /// @param cleanerBytes estimate of what Cleaners gave back
    /// @param cleanerAge sum of the ages of what Cleaners gave back, nanoseconds
    /// @param afterDeath ended after their owner's death had been told, whatever the cause
    public record Ends(
            long explicit,
            long cleaner,
            long arena,
            long realloc,
            double cleanerBytes,
            double cleanerAge,
            long afterDeath) {

        public long all() {
            return explicit + cleaner + arena + realloc;
        }
    }

    /// Live blocks whose owner is gone, by the epoch in which that was seen.
    ///
    /// @param blocks estimate
    /// @param blocksVariance its variance
    /// @param bytes estimate
    /// @param bytesVariance its variance
    public record Gone(double[] blocks, double[] blocksVariance, double[] bytes, double[] bytesVariance) {}

    /// Whether the death of the owner frees the block by itself. What has an owner and is of none of the kinds
    /// that somebody must close or free waits for the GC.
    public boolean freedByGc() {
        return freedByGc(binding, kind, ownerClass);
    }

    /// The same for a block.
    static boolean freedByGc(String binding, String kind, @Nullable String ownerClass) {
        return ownerClass != null && !CLOSED_BY_HAND.contains(kind) && !ownerIsView(binding, ownerClass);
    }

    /// Whether anybody told how large a block of it is. Handles of a library's objects can only be counted.
    public boolean sized() {
        return levels.largest() > 0;
    }

    /// Whether its memory lives as long as an arena that somebody must close.
    public boolean isArena() {
        return kind.equals("confined") || kind.equals("shared");
    }

    /// Whether the owner only looks at memory that it did not take: a buffer over somebody else's address. People
    /// may keep the address, so its death says less.
    public boolean ownerIsView() {
        return ownerClass != null && ownerIsView(binding, ownerClass);
    }

    private static boolean ownerIsView(String binding, String ownerClass) {
        return ownerClass.startsWith("java.nio.") && !binding.equals("direct") && !binding.equals("mapped");
    }

    /// Recorded blocks ever born.
    public long born() {
        long sum = 0;
        for (int count : cohorts.born) {
            sum += count;
        }
        return sum;
    }

    /// Recorded blocks that are live.
    public long alive() {
        long sum = 0;
        for (int count : cohorts.alive) {
            sum += count;
        }
        return sum;
    }
}
