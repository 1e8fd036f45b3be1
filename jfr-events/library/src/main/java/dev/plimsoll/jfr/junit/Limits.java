package dev.plimsoll.jfr.junit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.AssertionFailedError;

/**
 * An annotation's words as numbers.
 *
 * @param bytes that may stay live
 * @param callbacks that may stay registered, negative for any number
 * @param bindings that count, all when empty
 */
record Limits(long bytes, int callbacks, Set<String> bindings) {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})\\s*(b|[kmg](?:i?b)?)?");

    private static final int MOST_SITES = 10;

    /** @throws IllegalArgumentException when {@code liveBytes} is no size */
    static Limits of(NativeBudget budget) {
        Matcher size = SIZE.matcher(budget.liveBytes().strip().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new IllegalArgumentException("@NativeBudget(liveBytes = \"" + budget.liveBytes()
                    + "\") is no size; write for example \"4096\", \"64k\" or \"1MiB\".");
        }
        String unit = size.group(2) == null ? "b" : size.group(2);
        int shift = "bkmg".indexOf(unit.charAt(0)) * 10;
        return new Limits(Long.parseLong(size.group(1)) << shift, budget.callbacks(), Set.of(budget.bindings()));
    }

    /** @throws AssertionFailedError when more is live than is allowed, with the lines that made it */
    void check(LiveTable live) {
        StringBuilder message = new StringBuilder();
        if (live.bytes() > bytes) {
            message.append("Native memory over budget: ")
                    .append(size(live.bytes()))
                    .append(" live, allowed ")
                    .append(size(bytes))
                    .append('.');
            live.blocks().stream()
                    .limit(MOST_SITES)
                    .forEach(site -> message.append("\n  ")
                            .append(size(site.bytes()))
                            .append(" in ")
                            .append(pieces(site.count(), "block"))
                            .append(" of ")
                            .append(site.binding())
                            .append(lines(site)));
        }
        if (callbacks >= 0 && live.callbackCount() > callbacks) {
            message.append(message.length() == 0 ? "" : "\n")
                    .append("Callbacks over budget: ")
                    .append(live.callbackCount())
                    .append(" live, allowed ")
                    .append(callbacks)
                    .append('.');
            live.callbacks().stream()
                    .limit(MOST_SITES)
                    .forEach(site -> message.append("\n  ")
                            .append(pieces(site.count(), "callback"))
                            .append(" of ")
                            .append(site.binding())
                            .append(lines(site)));
        }
        if (message.length() > 0) {
            throw new AssertionFailedError(message.toString());
        }
    }

    private static String lines(LiveTable.Site site) {
        StringBuilder lines = new StringBuilder();
        site.stack().forEach(frame -> lines.append("\n    at ").append(frame));
        return lines.toString();
    }

    private static String pieces(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int unit = bytes < 1L << 20 ? 10 : bytes < 1L << 30 ? 20 : 30;
        return String.format(Locale.ROOT, "%.1f %ciB", bytes / (double) (1L << unit), "KMG".charAt(unit / 10 - 1));
    }
}
