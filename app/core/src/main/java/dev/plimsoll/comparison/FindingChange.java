package dev.plimsoll.comparison;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.Change;
import org.jspecify.annotations.Nullable;

/// A finding that came, went or stayed.
///
/// @param before in the baseline, or null when it came
/// @param after null when it went
/// @param bytes zero on both sides where bytes make no sense
/// @param blocks blocks or callbacks
public record FindingChange(
        @Nullable Finding before, @Nullable Finding after, Change bytes, Change blocks) {

    /// What became of a finding.
    public enum State {
        NEW,
        GONE,
        GREW,
        SHRANK,
        UNCHANGED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Where it is newest.
    public Finding finding() {
        return after != null ? after : java.util.Objects.requireNonNull(before, "a finding is in one of the two");
    }

    public State state() {
        if (before == null) {
            return State.NEW;
        }
        if (after == null) {
            return State.GONE;
        }
        Change figure = bytes.before().value() > 0 || bytes.after().value() > 0 ? bytes : blocks;
        if (!figure.differs()) {
            return State.UNCHANGED;
        }
        return figure.difference() > 0 ? State.GREW : State.SHRANK;
    }
}
