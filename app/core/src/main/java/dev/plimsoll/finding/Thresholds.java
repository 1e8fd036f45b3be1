package dev.plimsoll.finding;

/// From where on rates and sizes are worth a word.
///
/// @param allocationsPerSecond of one line
/// @param requestBytes of one block
/// @param sharedClosesPerSecond of one line
/// @param callbacksPerSecond registered by one line and released again
public record Thresholds(
        double allocationsPerSecond, double requestBytes, double sharedClosesPerSecond, double callbacksPerSecond) {

    public static final Thresholds DEFAULT = new Thresholds(500, 16 << 20, 50, 20);
}
