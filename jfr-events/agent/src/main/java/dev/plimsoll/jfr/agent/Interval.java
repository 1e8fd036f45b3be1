package dev.plimsoll.jfr.agent;

import dev.plimsoll.jfr.probe.v1.Session;
import java.util.Arrays;

/**
 * How to sample: {@code adaptive}, {@code exact}, {@code every-block}, which is exact save that stacks are left out where they
 * would cost too much, a number of bytes, or {@code exact:BINDING:SIZE/SIZE}, which is adaptive save for the binding's blocks
 * of those sizes.
 *
 * @param bytes mean bytes between two samples; 0 for every block, {@link #EVERY_BLOCK}, or negative for adaptive
 * @param binding of which blocks of the sizes are all taken; empty for none
 * @param sizes in bytes
 */
record Interval(long bytes, String binding, long... sizes) {

    static final Interval ADAPTIVE = new Interval(-1);

    private static final long EVERY_BLOCK = -2;

    private Interval(long bytes) {
        this(bytes, "");
    }

    static Interval parse(String word) {
        switch (word) {
            case "adaptive":
                return ADAPTIVE;
            case "exact":
                return new Interval(0);
            case "every-block":
                return new Interval(EVERY_BLOCK);
            default:
                break;
        }
        try {
            String[] parts = word.split(":");
            if (parts.length == 3 && parts[0].equals("exact") && !parts[1].isEmpty()) {
                return new Interval(
                        -1,
                        parts[1],
                        Arrays.stream(parts[2].split("/"))
                                .mapToLong(Long::parseLong)
                                .toArray());
            }
            long bytes = Long.parseLong(word);
            if (bytes > 0) {
                return new Interval(bytes);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(word), e);
        }
        throw new IllegalArgumentException(wrong(word));
    }

    void apply() {
        if (!binding.isEmpty()) {
            Session.exactFor(binding, sizes);
        } else if (bytes == EVERY_BLOCK) {
            Session.everyBlock();
        } else if (bytes < 0) {
            Session.adaptive();
        } else {
            Session.fixed(bytes);
        }
    }

    private static String wrong(String word) {
        return "An interval is adaptive, exact, every-block, a number of bytes above 0 or exact:BINDING:SIZE/SIZE, not "
                + word + ".";
    }
}
