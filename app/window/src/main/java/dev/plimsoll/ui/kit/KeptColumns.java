package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private KeptColumns(TableView<R> table, Memory memory) {
        this.table = table;
        this.memory = memory;
    }

    /// Restores the columns and remembers them from now on, under the table's id; they can be moved and hidden.
    public static <R> void in(TableView<R> table, Memory memory) {
        KeptColumns<R> kept = new KeptColumns<>(table, memory);
        table.setTableMenuButtonVisible(true);
        kept.restore();
        kept.listen();
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
        table.getColumns().addListener((InvalidationListener) observable -> save());
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> widen());
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
        Map<String, TableColumn<R, ?>> byName = new LinkedHashMap<>();
        table.getColumns().forEach(column -> byName.put(name(column), column));
        List<TableColumn<R, ?>> order = new ArrayList<>();
        for (String line : memory.list(key())) {
            String[] parts = line.split("\t", -1);
            TableColumn<R, ?> column = parts.length == 3 ? byName.remove(parts[0]) : null;
            if (column != null) {
                order.add(column);
                restore(column, parts[1], parts[2]);
            }
        }
        order.addAll(byName.values());
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
        return "columns." + table.getId();
    }

    private static String name(TableColumn<?, ?> column) {
        return column.getId() == null ? column.getText() : column.getId();
    }
}
