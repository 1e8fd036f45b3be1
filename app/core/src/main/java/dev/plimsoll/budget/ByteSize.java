package dev.plimsoll.budget;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes as people write them: `512`, `64k`, `64KiB`, `1.5 MiB`; k, m and g are powers of 1024.
final class ByteSize {

    /// What [#parse] answers to anything else.
    static final long NONE = -1;

    private static final Pattern WORDS = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)\\s*(b|[kmg](?:i?b)?)?");

    private ByteSize() {}

    /// Whole bytes, rounded down, or [#NONE].
    static long parse(String text) {
        Matcher matcher = WORDS.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return NONE;
        }
        String unit = matcher.group(2) == null ? "b" : matcher.group(2);
        long factor = switch (unit.charAt(0)) {
            case 'k' -> 1L << 10;
            case 'm' -> 1L << 20;
            case 'g' -> 1L << 30;
            default -> 1L;
        };
        double bytes = Double.parseDouble(matcher.group(1)) * factor;
        return bytes < Long.MAX_VALUE ? (long) bytes : NONE;
    }
}
