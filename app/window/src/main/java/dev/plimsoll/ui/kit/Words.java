package dev.plimsoll.ui.kit;

import dev.plimsoll.ledger.Estimate;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;

/// How figures and sentences are written. Sizes in bytes, times in nanoseconds since the epoch, in the local time
/// zone; a real minus sign; thousands with a comma; one decimal for MiB and above.
public final class Words {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.plimsoll.ui.words", Locale.ROOT);
    private static final long KIB = 1024;
    private static final double MIB = 1024.0 * 1024;
    private static final double GIB = MIB * 1024;
    private static final String MINUS = "\u2212";

    private Words() {}

    /// A text of `words.properties`, with `{0}`, `{1}` ... filled in.
    public static String say(String key, Object... values) {
        String text = TEXTS.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /// `412.0 MiB`, `256 KiB`, `48 B`.
    public static String bytes(double bytes) {
        return sign(bytes) + magnitude(Math.abs(bytes)) + " " + unit(bytes);
    }

    /// `+645.0 MiB`, `0 B`.
    public static String signedBytes(double bytes) {
        return (bytes > 0 ? "+" : "") + bytes(bytes);
    }

    /// `412.0 ± 8.1 MiB`, or `412.0 MiB exact`.
    public static String bytes(Estimate estimate) {
        if (estimate.exact()) {
            return bytes(estimate.value()) + " " + say("words.exact");
        }
        double unit = divisor(estimate.value());
        return decimal(estimate.value() / unit) + " ± " + decimal(estimate.margin() / unit) + " "
                + unit(estimate.value());
    }

    /// Half of the 95 % interval in MiB, for a column whose head says MiB: `± 8.1`, or `exact`. Never `± 0.0`, which
    /// would look exact.
    public static String marginMib(Estimate estimate) {
        return estimate.exact() ? say("words.exact") : "± " + decimal(Math.max(0.1, estimate.margin() / MIB));
    }

    /// `1,648 ± 32`, or `1,648`.
    public static String count(Estimate estimate) {
        String value = count(Math.round(estimate.value()));
        return estimate.exact() ? value : value + " ± " + count(Math.round(Math.ceil(estimate.margin())));
    }

    /// `412.0`, for a column whose head says MiB.
    public static String mib(double bytes) {
        return sign(bytes) + decimal(Math.abs(bytes) / MIB);
    }

    /// `+412.0`, `−3.1`, `0.0`.
    public static String signedMib(double bytes) {
        String digits = mib(bytes);
        return bytes > 0 && !digits.equals("0.0") ? "+" + digits : digits.equals(MINUS + "0.0") ? "0.0" : digits;
    }

    /// `2,164`, whole MiB.
    public static String wholeMib(double bytes) {
        return count(Math.round(bytes / MIB));
    }

    /// A limit as a person typed it: `2.5 GiB`, `512 MiB`.
    public static String limit(double bytes) {
        double scaled = bytes < GIB ? bytes / MIB : bytes / GIB;
        String digits = scaled == Math.rint(scaled) ? count(Math.round(scaled)) : decimal(scaled);
        return digits + (bytes < GIB ? " MiB" : " GiB");
    }

    /// `1,648`.
    public static String count(long count) {
        String digits = String.format(Locale.ROOT, "%,d", Math.abs(count));
        return count < 0 ? MINUS + digits : digits;
    }

    /// `1 call`, `16 calls`.
    public static String calls(long count) {
        return say(count == 1 ? "words.call" : "words.calls", count(count));
    }

    /// `1 block`, `16 blocks`.
    public static String blocks(long count) {
        return say(count == 1 ? "finding.block" : "finding.blocks", count(count));
    }

    /// `1 cycle`, `16 cycles`.
    public static String cycles(long count) {
        return say(count == 1 ? "words.cycle" : "words.cycles", count(count));
    }

    /// `44.2 %` of a share in 0..1.
    public static String percent(double share) {
        return decimal(share * 100) + " %";
    }

    /// `14:06:28`.
    public static String clock(long time) {
        LocalTime local = local(time);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", local.getHour(), local.getMinute(), local.getSecond());
    }

    /// `14:06:28.400`.
    public static String time(long time) {
        return clock(time) + String.format(Locale.ROOT, ".%03d", local(time).getNano() / 1_000_000);
    }

    /// `+1:28`, `+1:02:28`, or with thousandths `+1:28.400`: nanoseconds since a beginning.
    public static String sinceStart(long nanos, boolean fine) {
        long millis = Math.max(0, nanos / 1_000_000);
        long seconds = millis / 1000;
        String hours = seconds >= 3600 ? seconds / 3600 + ":" : "";
        String minutes = String.format(Locale.ROOT, hours.isEmpty() ? "%d" : "%02d", seconds / 60 % 60);
        String text = "+" + hours + minutes + String.format(Locale.ROOT, ":%02d", seconds % 60);
        return fine ? text + String.format(Locale.ROOT, ".%03d", millis % 1000) : text;
    }

    /// `12 s`, `7 m 26 s`, `2 h 14 m`, `6 d 02 h`.
    public static String age(long nanos) {
        long seconds = Math.max(0, nanos / 1_000_000_000L);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d m %02d s", seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return String.format(Locale.ROOT, "%d h %02d m", seconds / 3600, seconds / 60 % 60);
        }
        return String.format(Locale.ROOT, "%d d %02d h", seconds / 86_400, seconds / 3600 % 24);
    }

    /// `182.4 ms`, for a column whose head says ms without the unit.
    public static String millis(long nanos) {
        return decimal(nanos / 1e6);
    }

    /// `0x7f3a0e4c0000`.
    public static String address(long address) {
        return "0x" + Long.toHexString(address);
    }

    /// One decimal and thousands: `1,204.5`.
    public static String decimal(double value) {
        return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%,.1f", value);
    }

    private static LocalTime local(long time) {
        return Instant.ofEpochSecond(Math.floorDiv(time, 1_000_000_000L), Math.floorMod(time, 1_000_000_000L))
                .atZone(ZoneId.systemDefault())
                .toLocalTime();
    }

    private static String sign(double value) {
        return value < 0 ? MINUS : "";
    }

    private static String magnitude(double bytes) {
        if (bytes < KIB) {
            return count(Math.round(bytes));
        }
        double scaled = bytes / divisor(bytes);
        boolean whole = bytes < MIB && scaled == Math.rint(scaled);
        return whole ? count(Math.round(scaled)) : decimal(scaled);
    }

    private static double divisor(double value) {
        double bytes = Math.abs(value);
        return bytes < KIB ? 1 : bytes < MIB ? KIB : bytes < 10 * GIB ? MIB : GIB;
    }

    private static String unit(double value) {
        double bytes = Math.abs(value);
        return bytes < KIB ? "B" : bytes < MIB ? "KiB" : bytes < 10 * GIB ? "MiB" : "GiB";
    }
}
