package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.KeptColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Fits the columns of events, of which there may be any number, into a width. All give way as far as they can be
/// read. When that is too little, figures that are the same in each event are left out, then the last columns; what a
/// person brings back stays, and what is then too wide scrolls. FX thread.
final class EventColumns {

    /// As many columns are always shown.
    private static final int FEWEST = 4;

    /// So many events tell whether a figure is always the same.
    private static final int LOOKED_AT = 500;

    private final TableView<Integer> table;
    private final KeptColumns<Integer> kept;
    private final Set<TableColumn<Integer, ?>> gaveWay = new HashSet<>();
    private final Set<TableColumn<Integer, ?>> broughtBack = new HashSet<>();

    EventColumns(TableView<Integer> table, KeptColumns<Integer> kept) {
        this.table = table;
        this.kept = kept;
    }

    /// @param room logical pixels for all columns
    /// @param rows whose fields the columns' user data number
    void to(double room, RawRows rows) {
        FitColumns.giveWay(table, () -> giveWay(room, rows));
        squeeze(room, rows);
    }

    private void giveWay(double room, RawRows rows) {
        gaveWay.retainAll(table.getColumns());
        broughtBack.retainAll(table.getColumns());
        gaveWay.stream().filter(TableColumn::isVisible).forEach(broughtBack::add);
        gaveWay.forEach(column -> column.setVisible(true));
        gaveWay.clear();
        for (TableColumn<Integer, ?> column : lowestFirst(rows)) {
            if (least(rows) <= room || table.getVisibleLeafColumns().size() <= FEWEST) {
                return;
            }
            column.setVisible(false);
            gaveWay.add(column);
        }
    }

    private List<TableColumn<Integer, ?>> lowestFirst(RawRows rows) {
        List<TableColumn<Integer, ?>> order = new ArrayList<>();
        List<TableColumn<Integer, ?>> last = new ArrayList<>();
        for (TableColumn<Integer, ?> column : table.getColumns()) {
            if (column.isVisible() && !broughtBack.contains(column) && column.getUserData() instanceof Integer field) {
                (same(rows, field) ? order : last).add(column);
            }
        }
        order.addAll(last.reversed());
        return order;
    }

    /// Whether it is a figure, and the same in each of the first events.
    private static boolean same(RawRows rows, int field) {
        boolean figure = switch (rows.fields().get(field).kind()) {
            case SPAN, BYTES, NUMBER, REAL, SHARE, FLAG -> true;
            case TIME, ADDRESS, WORD, STACK -> false;
        };
        for (int row = 1; figure && row < Math.min(rows.size(), LOOKED_AT); row++) {
            figure = rows.number(row, field) == rows.number(0, field);
        }
        return figure;
    }

    private double least(RawRows rows) {
        double sum = 0;
        for (TableColumn<Integer, ?> column : table.getColumns()) {
            if (column.isVisible()) {
                boolean fixed = kept.widened(column) || !(column.getUserData() instanceof Integer);
                sum += fixed ? column.getPrefWidth() : least(rows.fields().get((Integer) column.getUserData()));
            }
        }
        return sum;
    }

    private void squeeze(double room, RawRows rows) {
        double over = -room;
        double gives = 0;
        for (TableColumn<Integer, ?> column : table.getColumns()) {
            if (kept.widened(column)) {
                over += column.isVisible() ? column.getPrefWidth() : 0;
            } else if (column.isVisible() && column.getUserData() instanceof Integer place) {
                RawField field = rows.fields().get(place);
                over += width(field);
                gives += width(field) - least(field);
            }
        }
        double share = over > 0 && gives > 0 ? Math.min(1, over / gives) : 0;
        for (TableColumn<Integer, ?> column : table.getColumns()) {
            if (!kept.widened(column) && column.getUserData() instanceof Integer place) {
                RawField field = rows.fields().get(place);
                column.setPrefWidth(width(field) - share * (width(field) - least(field)));
            }
        }
    }

    private static double least(RawField field) {
        double head = head(field);
        return switch (field.kind()) {
            case WORD -> Math.max(head, 72);
            case STACK -> 120;
            case TIME -> Math.max(head, 96);
            case SPAN, BYTES, NUMBER, REAL, SHARE -> Math.max(head, 76);
            case FLAG, ADDRESS -> width(field);
        };
    }

    private static double head(RawField field) {
        return 24 + 7.0 * field.label().length();
    }

    /// Of a column that has all the room it can use, in logical pixels.
    static double width(RawField field) {
        double value = switch (field.kind()) {
            case TIME -> 104;
            case SPAN, BYTES, NUMBER, REAL, SHARE -> 92;
            case FLAG -> 60;
            case ADDRESS -> 120;
            case WORD -> 150;
            case STACK -> 260;
        };
        return Math.min(260, Math.max(head(field), value));
    }
}
