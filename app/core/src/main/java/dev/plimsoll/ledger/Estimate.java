package dev.plimsoll.ledger;

/// A figure and its standard error. Horvitz-Thompson over independently sampled blocks: value = sum of x/p,
/// variance = sum of x^2 (1-p)/p^2 = sum of x^2 w (w-1) with w = 1/p.
///
/// @param value the estimate, 0 or more
/// @param variance its variance; 0 when every block was recorded
public record Estimate(double value, double variance) {

    public static final Estimate ZERO = new Estimate(0, 0);

    /// Whether nothing was estimated.
    public boolean exact() {
        return variance == 0;
    }

    /// Half the width of the 95 % interval.
    public double margin() {
        return 1.96 * Math.sqrt(variance);
    }

    /// Lower end of the 95 % interval, never below 0.
    public double low() {
        return Math.max(0, value - margin());
    }

    public double high() {
        return value + margin();
    }

    public Estimate plus(Estimate other) {
        return new Estimate(value + other.value, variance + other.variance);
    }

    /// This figure in another unit, or brought to another length of time.
    public Estimate times(double factor) {
        return new Estimate(value * factor, variance * factor * factor);
    }
}
