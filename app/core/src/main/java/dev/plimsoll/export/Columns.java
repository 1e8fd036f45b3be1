package dev.plimsoll.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table for a terminal: columns as wide as their widest cell, two spaces apart.
final class Columns {

    private final String[] heads;
    private final boolean[] right;
    private final List<String[]> rows = new ArrayList<>();

    /// @param heads with `>` in front where the column is set to the right
    Columns(String... heads) {
        this.heads = Arrays.stream(heads)
                .map(head -> head.startsWith(">") ? head.substring(1) : head)
                .toArray(String[]::new);
        this.right = new boolean[heads.length];
        for (int i = 0; i < heads.length; i++) {
            right[i] = heads[i].startsWith(">");
        }
    }

    void row(String... cells) {
        if (cells.length != heads.length) {
            throw new IllegalArgumentException(cells.length + " cells for " + heads.length + " columns");
        }
        rows.add(cells);
    }

    /// One line per row after the heads, each indented by two.
    void print(StringBuilder out) {
        int[] widths = new int[heads.length];
        for (int i = 0; i < heads.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    heads[i].length(),
                    rows.stream().mapToInt(row -> row[column].length()).max().orElse(0));
        }
        line(out, heads, widths);
        rows.forEach(row -> line(out, row, widths));
    }

    private void line(StringBuilder out, String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String space = " ".repeat(widths[i] - cells[i].length());
            line.append("  ").append(right[i] ? space + cells[i] : cells[i] + space);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
