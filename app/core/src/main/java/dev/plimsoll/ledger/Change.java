package dev.plimsoll.ledger;

/// One figure in two states, and whether it changed by more than its error. The two estimates are taken to be
/// independent, so that the variance of the difference is the sum of both; for two moments of one recording, which
/// share blocks, that makes the interval too wide, never too narrow.
///
/// @param before in the baseline
/// @param after in what is compared with it
public record Change(Estimate before, Estimate after) {

    public static final Change NONE = new Change(Estimate.ZERO, Estimate.ZERO);

    /// `after` less `before`.
    public double difference() {
        return after.value() - before.value();
    }

    /// Half the width of the 95 % interval of the difference.
    public double margin() {
        return new Estimate(0, before.variance() + after.variance()).margin();
    }

    /// Whether nothing in it was estimated.
    public boolean exact() {
        return before.exact() && after.exact();
    }

    /// Whether the difference lies outside its interval around zero.
    public boolean differs() {
        return Math.abs(difference()) > margin();
    }

    /// The difference as a share of `before`: 0.5 for half as much again, -1 for all gone, infinite for what is new.
    public double share() {
        double difference = difference();
        return difference == 0 ? 0 : difference / before.value();
    }

    public Change plus(Change other) {
        return new Change(before.plus(other.before), after.plus(other.after));
    }
}
