package dev.plimsoll.budget;

import dev.plimsoll.event.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one limit was kept.
///
/// @param sentence what was measured against what was allowed
/// @param lines of code that took most of it, largest first; empty when it was kept
public record Outcome(Limit limit, State state, String sentence, List<Line> lines) {

    /// In the order of their exit codes' weight: one that is over outweighs one that nobody can tell.
    public enum State {
        KEPT,
        UNKNOWN,
        OVER
    }

    /// @param frame null when no stack was recorded
    /// @param amount for people: `2.9 MiB`
    public record Line(@Nullable Frame frame, String amount) {

        public String words() {
            return (frame == null ? "no stack recorded" : frame.label()) + " (" + amount + ")";
        }
    }
}
