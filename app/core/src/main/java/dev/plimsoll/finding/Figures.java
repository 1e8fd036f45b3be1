package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import java.util.Locale;

/// How figures are written in findings and reports: binary units, commas, English whatever the locale.
public final class Figures {

    private static final double KIB = 1024;
    private static final double MIB = KIB * 1024;
    private static final double GIB = MIB * 1024;

    private Figures() {}

    /// `48 B`, `256 KiB`, `3.1 GiB`.
    public static String bytes(double bytes) {
        return amount(bytes, unit(bytes)) + " " + unit(bytes);
    }

    /// `+36.0 MiB`, `-388.0 MiB`, `0 B`.
    public static String signedBytes(double bytes) {
        return bytes == 0 ? bytes(0) : (bytes < 0 ? "-" : "+") + bytes(Math.abs(bytes));
    }

    /// `+40`, `-1,552`, `0`.
    public static String signedCount(double count) {
        return Math.round(count) == 0 ? "0" : (count < 0 ? "-" : "+") + count(Math.abs(count));
    }

    /// `412.0 MiB (95 % interval 403.9 to 420.1)`, or without the interval when it is exact.
    public static String bytes(Estimate estimate) {
        String unit = unit(estimate.value());
        return estimate.exact()
                ? bytes(estimate.value())
                : bytes(estimate.value()) + " (95 % interval " + amount(estimate.low(), unit) + " to "
                        + amount(estimate.high(), unit) + ")";
    }

    /// As [#bytes(Estimate)], for use inside parentheses: `412.0 MiB, 95 % interval 403.9 to 420.1`.
    static String bytesInside(Estimate estimate) {
        return bytes(estimate).replace(" (", ", ").replace(")", "");
    }

    /// `12,000`.
    public static String count(double count) {
        return String.format(Locale.ROOT, "%,d", Math.round(count));
    }

    /// `12,000 (95 % interval 11,800 to 12,200)`, or without the interval when it is exact.
    public static String count(Estimate estimate) {
        return estimate.exact()
                ? count(estimate.value())
                : count(estimate.value()) + " (95 % interval " + count(estimate.low()) + " to " + count(estimate.high())
                        + ")";
    }

    /// `1 block`, `7 blocks`: the plural is the singular with an s.
    public static String count(double count, String singular) {
        return count(count) + " " + singular + (Math.round(count) == 1 ? "" : "s");
    }

    /// `44 %` of a share in 0..1; small ones `0.4 %`.
    public static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent != 0 && Math.abs(percent) < 10 ? "%.1f %%" : "%.0f %%", percent);
    }

    /// `340 ms`, `12.5 s`, `7 min`, `2.5 h`.
    public static String duration(double nanos) {
        double seconds = nanos / 1e9;
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.0f ms", seconds * 1e3);
        }
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < 7200
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    /// `59.8 a second`, `2.1 a minute`.
    public static String rate(double count, double nanos) {
        double perSecond = nanos <= 0 ? 0 : count / nanos * 1e9;
        return perSecond >= 1
                ? String.format(Locale.ROOT, "%,.1f a second", perSecond)
                : String.format(Locale.ROOT, "%,.1f a minute", perSecond * 60);
    }

    /// `0.012` and the like; very small ones as `< 0.0001`.
    public static String probability(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, p < 0.01 ? "%.4f" : "%.2f", p);
    }

    private static String amount(double bytes, String unit) {
        double scaled = bytes
                / switch (unit) {
                    case "B" -> 1;
                    case "KiB" -> KIB;
                    case "MiB" -> MIB;
                    default -> GIB;
                };
        boolean whole = unit.equals("B") || (unit.equals("KiB") && scaled == Math.rint(scaled));
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", scaled);
    }

    private static String unit(double value) {
        double bytes = Math.abs(value);
        return bytes < KIB ? "B" : bytes < MIB ? "KiB" : bytes < GIB ? "MiB" : "GiB";
    }
}
