package dev.plimsoll.jfr.agent;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The agent's options: {@code name=value,name=value}, values percent-encoded where they hold a comma or a space.
 *
 * @param channel socket on which the desk listens; null without a desk
 * @param interval how to sample
 * @param repository private directory for the flight recorder's files; null leaves its default
 * @param rules file with the user's rules, see {@link dev.plimsoll.jfr.weave.RulesFile}; null for none
 * @param strict whether a misuse throws in the target
 * @param file where a recording without a desk is written when the program ends; null for none
 */
record Options(
        @Nullable Path channel,
        Interval interval,
        boolean strict,
        @Nullable Path repository,
        @Nullable Path rules,
        @Nullable Path file) {

    static Options parse(String text) {
        Path channel = null;
        Path repository = null;
        Path rules = null;
        Path file = null;
        Interval interval = Interval.ADAPTIVE;
        boolean strict = false;
        for (String option : text.split(",")) {
            if (option.isBlank()) {
                continue;
            }
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            String value = equals < 0 ? "" : decode(option.substring(equals + 1));
            switch (name.strip()) {
                case "channel" -> channel = Path.of(value);
                case "repository" -> repository = Path.of(value);
                case "rules" -> rules = Path.of(value);
                case "file" -> file = Path.of(value);
                case "strict" -> strict = strict(value);
                case "interval" -> interval = Interval.parse(value);
                default -> throw new IllegalArgumentException("The agent has no option " + name + ".");
            }
        }
        return new Options(channel, interval, strict, repository, rules, file);
    }

    private static boolean strict(String value) {
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("strict is true or false, not " + value + ".");
        };
    }

    static String decode(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A value as one word: percent-encoded where it must be. */
    static String encode(String value) {
        StringBuilder word = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 127 && b != '%' && b != ',' && b != '=' && b != '+') {
                word.append((char) b);
            } else {
                word.append(String.format("%%%02X", b & 0xFF));
            }
        }
        return word.toString();
    }
}
