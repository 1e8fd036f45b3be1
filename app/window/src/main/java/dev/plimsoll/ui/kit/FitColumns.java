package dev.plimsoll.ui.kit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Fits a table's columns into its width: one column takes what the others leave, and when that is too little, columns
/// of low rank give way. What a person hides stays hidden; what gave way comes back with the room. FX thread.
public final class FitColumns<R> {

    private static final double SCROLL_BAR = 14;
    private static final String FITTING = "plimsoll.fitting";

    private final TableView<R> table;
    private final TableColumn<R, ?> wide;
    private final double least;
    private final List<? extends TableColumn<R, ?>> lowestFirst;
    private final Set<TableColumn<R, ?>> gaveWay = new HashSet<>();

    private FitColumns(
            TableView<R> table, TableColumn<R, ?> wide, double least, List<? extends TableColumn<R, ?>> lowestFirst) {
        this.table = table;
        this.wide = wide;
        this.least = least;
        this.lowestFirst = lowestFirst;
    }

    /// @param wide takes what is left
    /// @param least width of `wide` in logical pixels below which others give way
    /// @param lowestFirst columns that may give way, in this order
    public static <R> void in(
            TableView<R> table, TableColumn<R, ?> wide, double least, List<? extends TableColumn<R, ?>> lowestFirst) {
        FitColumns<R> fit = new FitColumns<>(table, wide, least, lowestFirst);
        table.widthProperty().addListener(observable -> fit.fit());
    }

    /// Whether a column that comes or goes just now does so for want of room and not by hand.
    static boolean fitting(TableView<?> table) {
        return table.getProperties().containsKey(FITTING);
    }

    /// Hides or shows columns for want of room and not by hand.
    public static void giveWay(TableView<?> table, Runnable work) {
        table.getProperties().put(FITTING, true);
        work.run();
        table.getProperties().remove(FITTING);
    }

    private void fit() {
        giveWay(table, this::share);
    }

    private void share() {
        double room = table.getWidth() - SCROLL_BAR;
        if (room <= 0) {
            return;
        }
        // One that a person brought back meanwhile is theirs from now on.
        gaveWay.removeIf(TableColumn::isVisible);
        gaveWay.forEach(column -> column.setVisible(true));
        gaveWay.clear();
        for (TableColumn<R, ?> column : lowestFirst) {
            if (others() + least <= room) {
                break;
            }
            if (column.isVisible()) {
                column.setVisible(false);
                gaveWay.add(column);
            }
        }
        wide.setPrefWidth(Math.max(least, room - others()));
    }

    private double others() {
        return table.getColumns().stream()
                .filter(column -> column.isVisible() && !column.equals(wide))
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
    }
}
