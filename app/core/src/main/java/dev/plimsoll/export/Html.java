package dev.plimsoll.export;

import java.util.List;

/// Writes the few elements that a report needs, with every text escaped.
final class Html {

    private final StringBuilder out = new StringBuilder();

    Html raw(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /// `<name class="...">text</name>`; without the attribute when `classes` is empty.
    Html element(String name, String classes, String text) {
        out.append('<').append(name);
        if (!classes.isEmpty()) {
            out.append(" class=\"").append(classes).append('"');
        }
        out.append('>').append(escape(text)).append("</").append(name).append(">\n");
        return this;
    }

    Html list(List<String> lines) {
        if (!lines.isEmpty()) {
            raw("<ul>");
            lines.forEach(line -> element("li", "", line));
            raw("</ul>");
        }
        return this;
    }

    /// @param heads of the columns; one that starts with `>` is a column of figures
    /// @param rows cells in the order of the columns
    Html table(List<String> heads, List<List<String>> rows) {
        raw("<table><thead><tr>");
        heads.forEach(head -> element("th", figures(head), head.startsWith(">") ? head.substring(1) : head));
        raw("</tr></thead><tbody>");
        for (List<String> row : rows) {
            raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                element("td", figures(heads.get(i)), row.get(i));
            }
            raw("</tr>");
        }
        return raw("</tbody></table>");
    }

    private static String figures(String head) {
        return head.startsWith(">") ? "figure" : "";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
