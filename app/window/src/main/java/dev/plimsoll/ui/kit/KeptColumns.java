package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Remembers what a person did to a table's columns: which are shown, in which order, how wide. What [FitColumns] does
/// to them for want of room is not remembered; the column it gives the rest to takes that again at the next change of
/// the table's width. FX thread.
public final class KeptColumns<R> {

    private static final String NONE = "-";

    /// Narrower changes come from rounding.
    private static final double LEAST_CHANGE = 1;

    private final TableView<R> table;
    private final Memory memory;
    private final Map<TableColumn<R, ?>, Double> widths = new HashMap<>();
    private final Map<TableColumn<R, ?>, Boolean> shown = new HashMap<>();
    private String name;
    private boolean replacing;

    private KeptColumns(TableView<R> table, Memory memory) {
        this.table = table;
        this.memory = memory;
        name = table.getId();
    }

    /// Restores the columns and remembers them from now on, under the table's id; they can be moved and hidden.
    public static <R> KeptColumns<R> in(TableView<R> table, Memory memory) {
        KeptColumns<R> kept = new KeptColumns<>(table, memory);
        table.setTableMenuButtonVisible(true);
        kept.restore();
        kept.listen();
        table.getColumns().addListener((InvalidationListener) observable -> kept.moved());
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> kept.widen());
        return kept;
    }

    /// Puts these columns in place of the table's, as they were left under a name of their own.
    public void replace(String under, List<? extends TableColumn<R, ?>> columns) {
        replacing = true;
        name = table.getId() + "." + under;
        widths.clear();
        shown.clear();
        table.getColumns().setAll(columns);
        restore();
        listen();
        replacing = false;
    }

    /// Whether a person chose how wide it is.
    public boolean widened(TableColumn<R, ?> column) {
        return widths.containsKey(column);
    }

    private void moved() {
        if (!replacing) {
            save();
        }
    }

    private void listen() {
        for (TableColumn<R, ?> column : table.getColumns()) {
            column.setReorderable(true);
            column.visibleProperty().addListener((observed, was, is) -> {
                if (!FitColumns.fitting(table)) {
                    shown.put(column, is);
                    save();
                }
            });
        }
    }

    /// A drag of a column's edge changes its width, and nothing else leaves its preferred width behind.
    private void widen() {
        boolean any = false;
        for (TableColumn<R, ?> column : table.getColumns()) {
            if (column.isVisible() && Math.abs(column.getWidth() - column.getPrefWidth()) > LEAST_CHANGE) {
                widths.put(column, column.getWidth());
                column.setPrefWidth(Columns.own(column.getWidth()));
                any = true;
            }
        }
        if (any) {
            save();
        }
    }

    private void save() {
        StringJoiner lines = new StringJoiner("\n");
        for (TableColumn<R, ?> column : table.getColumns()) {
            Double width = widths.get(column);
            Boolean visible = shown.get(column);
            lines.add(name(column) + "\t" + (width == null ? NONE : width.toString()) + "\t"
                    + (visible == null ? NONE : visible.toString()));
        }
        memory.put(key(), lines.toString());
    }

    private void restore() {
        List<TableColumn<R, ?>> left = new ArrayList<>(table.getColumns());
        List<TableColumn<R, ?>> order = new ArrayList<>();
        for (String line : memory.list(key())) {
            String[] parts = line.split("\t", -1);
            int at = parts.length == 3 ? named(left, parts[0]) : -1;
            if (at >= 0) {
                TableColumn<R, ?> column = left.remove(at);
                order.add(column);
                restore(column, parts[1], parts[2]);
            }
        }
        // Those that are new since, and any of the same name: a column is never lost.
        order.addAll(left);
        if (!order.equals(table.getColumns())) {
            List<TableColumn<R, ?>> sorted = List.copyOf(table.getSortOrder());
            table.getColumns().setAll(order);
            if (!sorted.equals(table.getSortOrder())) {
                table.getSortOrder().setAll(sorted);
            }
        }
    }

    private void restore(TableColumn<R, ?> column, String width, String visible) {
        Double wide = width(width);
        if (wide != null) {
            widths.put(column, wide);
            column.setPrefWidth(Columns.own(wide));
        }
        if (!visible.equals(NONE)) {
            shown.put(column, Boolean.valueOf(visible));
            column.setVisible(Boolean.parseBoolean(visible));
        }
    }

    /// Null for none, and for what a person has put into the file that is not a width.
    private static @Nullable Double width(String text) {
        return text.matches("[0-9]{1,4}(\\.[0-9]+)?") ? Double.valueOf(text) : null;
    }

    private String key() {
        return "columns." + name;
    }

    private int named(List<TableColumn<R, ?>> columns, String wanted) {
        for (int i = 0; i < columns.size(); i++) {
            if (name(columns.get(i)).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static String name(TableColumn<?, ?> column) {
        return column.getId() == null ? column.getText() : column.getId();
    }
}
