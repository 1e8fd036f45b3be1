package dev.plimsoll.target;

/// How many bytes lie, on average, between two sampled blocks.
public sealed interface Sampling {

    /// Every block while that is cheap, then a rising interval that keeps the agent under 1 % of a core.
    record Adaptive() implements Sampling {}

    /// A fixed mean of `bytes` >= 1.
    record Every(long bytes) implements Sampling {
        public Every {
            if (bytes < 1) {
                throw new IllegalArgumentException("An interval has at least 1 byte, not " + bytes + ".");
            }
        }
    }

    /// Every block.
    record Exact() implements Sampling {}

    /// The word of the agent's options and of the control channel.
    default String word() {
        return switch (this) {
            case Adaptive ignored -> "adaptive";
            case Every every -> Long.toString(every.bytes());
            case Exact ignored -> "exact";
        };
    }
}
