package dev.plimsoll.target;

import java.util.List;
import java.util.stream.Collectors;

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

    /// Every block, with its stack while stacks take at most a tenth of a core.
    record Exact() implements Sampling {}

    /// Every block with its stack, whatever that costs.
    record ExactStacks() implements Sampling {}

    /// Every block of these sizes of one binding, whatever that costs, and adaptive for all others. The agent knows a
    /// block's size before it knows the line that takes it.
    ///
    /// @param sizes in bytes, at least one
    record ExactFor(String binding, List<Long> sizes) implements Sampling {
        public ExactFor {
            if (sizes.isEmpty()) {
                throw new IllegalArgumentException("Blocks of no size are none.");
            }
            sizes = List.copyOf(sizes);
        }
    }

    /// The word of the agent's options and of the control channel.
    default String word() {
        return switch (this) {
            case Adaptive ignored -> "adaptive";
            case Every every -> Long.toString(every.bytes());
            case Exact ignored -> "every-block";
            case ExactStacks ignored -> "exact";
            case ExactFor some ->
                "exact:" + some.binding() + ":"
                        + some.sizes().stream().map(String::valueOf).collect(Collectors.joining("/"));
        };
    }
}
