package dev.plimsoll.target;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// One line from the agent: a word, then either a text or `key=value` pairs. Texts and values are percent-encoded.
///
/// @param word the first word
/// @param text the rest, decoded
/// @param values by key, decoded; empty when the rest has no pairs
record ControlLine(String word, String text, Map<String, String> values) {

    static ControlLine of(String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            return new ControlLine(line, "", Map.of());
        }
        String rest = line.substring(space + 1);
        Map<String, String> values = new HashMap<>();
        for (String pair : rest.split(" ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
            }
        }
        return new ControlLine(line.substring(0, space), decode(rest), Map.copyOf(values));
    }

    String value(String key) {
        return values.getOrDefault(key, "");
    }

    /// A value as one word of the agent's options.
    static String encode(String value) {
        StringBuilder word = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 127 && "%,=+".indexOf(b) < 0;
            word.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF));
        }
        return word.toString();
    }

    private static String decode(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
