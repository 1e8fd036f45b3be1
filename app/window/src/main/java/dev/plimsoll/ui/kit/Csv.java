package dev.plimsoll.ui.kit;

import java.util.List;
import java.util.stream.Collectors;

/// Rows as comma-separated values, RFC 4180: a field with a comma, a quote or a line break is quoted.
public final class Csv {

    private Csv() {}

    public static String of(List<String> heads, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(line(heads));
        rows.forEach(row -> text.append("\r\n").append(line(row)));
        return text.append("\r\n").toString();
    }

    private static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(","));
    }

    private static String field(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
