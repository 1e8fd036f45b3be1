package dev.plimsoll.export;

import dev.plimsoll.event.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// One row per binding and stack with all figures, as RFC 4180 has it. The last column is the stack as in the
/// collapsed format. A cell that a spreadsheet would take for a formula is quoted with an apostrophe.
final class StackCsv implements StackFormat {

    private static final String FORMULA = "=+-@";

    @Override
    public void write(StackFigures figures, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("binding,frame");
        for (Figure figure : Figure.values()) {
            head.append(',').append(figure.camelCase());
        }
        line(out, head.append(",stack"));
        for (StackFigures.Row row : figures.rows()) {
            Frame site = row.stack().site();
            StringBuilder line = new StringBuilder(cell(row.binding()));
            line.append(',').append(cell(site == null ? "" : site.label()));
            for (Figure figure : Figure.values()) {
                line.append(',').append(Math.round(row.value(figure)));
            }
            line(out, line.append(',').append(cell(CollapsedStacks.line(row.stack()))));
        }
    }

    private static void line(OutputStream out, StringBuilder line) throws IOException {
        out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
