package dev.plimsoll.truth;

import java.util.Locale;

/// The interval of Wilson (JASA 22, 1927) for a share that was counted: which true shares make such a count likely.
///
/// @param hits how often it was so
/// @param tries how often it could have been so
record Wilson(int hits, int tries) {

    private static final double Z = 1.96;

    double low() {
        return middle() - reach();
    }

    double high() {
        return middle() + reach();
    }

    private double middle() {
        double share = hits / (double) tries;
        return (share + Z * Z / (2 * tries)) / (1 + Z * Z / tries);
    }

    private double reach() {
        double share = hits / (double) tries;
        return Z / (1 + Z * Z / tries) * Math.sqrt(share * (1 - share) / tries + Z * Z / (4.0 * tries * tries));
    }

    @Override
    public String toString() {
        return tries == 0
                ? "nothing to count"
                : String.format(
                        Locale.ROOT,
                        "%.3f (%d of %d, 95 %% interval %.3f to %.3f)",
                        hits / (double) tries,
                        hits,
                        tries,
                        low(),
                        high());
    }
}
