package dev.plimsoll.comparison;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.Change;
import org.jspecify.annotations.Nullable;

/// A finding that came, went or stayed. Where one side has none, its figures are what the finding's line holds there,
/// so that a leak that nobody could judge yet does not look mended.
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
        /// The finding went and its line holds less.
        GONE,
        /// The finding went though its line holds as much: there was too little to judge by, or it means no harm.
        UNJUDGED,
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

    /// Bytes where they make sense; else blocks or callbacks.
    public Change figure() {
        return inBytes() ? bytes : blocks;
    }

    public boolean inBytes() {
        return bytes.before().value() > 0 || bytes.after().value() > 0;
    }

    public State state() {
        if (before == null) {
            return State.NEW;
        }
        Change figure = figure();
        boolean less = figure.differs() && figure.difference() < 0;
        if (after == null) {
            return less ? State.GONE : State.UNJUDGED;
        }
        if (!figure.differs()) {
            return State.UNCHANGED;
        }
        return figure.difference() > 0 ? State.GREW : State.SHRANK;
    }
}
