package dev.plimsoll.ledger;

/// One figure in two states, and whether it changed by more than its error.
///
/// @param before in the baseline
/// @param after in what is compared with it
/// @param covariance of the two: the variance of the sum over the blocks that are in both, see [Overlap]; 0 when the
///     estimates are independent
public record Change(Estimate before, Estimate after, double covariance) {

    public static final Change NONE = new Change(Estimate.ZERO, Estimate.ZERO);

    /// Of two independent estimates.
    public Change(Estimate before, Estimate after) {
        this(before, after, 0);
    }

    /// `after` less `before`.
    public double difference() {
        return after.value() - before.value();
    }

    /// Half the width of the 95 % interval of the difference. Its variance is that of both less twice their covariance:
    /// only blocks that are in one of the two states count.
    public double margin() {
        double variance = before.variance() + after.variance() - 2 * covariance;
        return new Estimate(0, Math.max(0, variance)).margin();
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

    /// Of two sets of blocks that have none in common.
    public Change plus(Change other) {
        return new Change(before.plus(other.before), after.plus(other.after), covariance + other.covariance);
    }
}
