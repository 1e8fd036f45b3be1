package dev.plimsoll.jfr.agent;

import dev.plimsoll.jfr.probe.v1.Session;

/**
 * How to sample: {@code adaptive}, {@code exact}, or a number of bytes.
 *
 * @param bytes mean bytes between two samples; 0 for every block, negative for adaptive
 */
record Interval(long bytes) {

    static final Interval ADAPTIVE = new Interval(-1);

    static Interval parse(String word) {
        switch (word) {
            case "adaptive":
                return ADAPTIVE;
            case "exact":
                return new Interval(0);
            default:
                break;
        }
        try {
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
        if (bytes < 0) {
            Session.adaptive();
        } else {
            Session.fixed(bytes);
        }
    }

    private static String wrong(String word) {
        return "An interval is adaptive, exact or a number of bytes above 0, not " + word + ".";
    }
}
