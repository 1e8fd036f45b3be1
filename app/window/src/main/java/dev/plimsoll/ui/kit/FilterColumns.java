package dev.plimsoll.ui.kit;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.controlsfx.control.tableview2.FilteredTableColumn;
import org.controlsfx.control.tableview2.FilteredTableView;
import org.controlsfx.control.tableview2.TableColumn2;
import org.controlsfx.control.tableview2.filter.popupfilter.PopupFilter;
import org.controlsfx.control.tableview2.filter.popupfilter.PopupNumberFilter;
import org.jspecify.annotations.Nullable;

/// Tables whose columns can be filtered one by one, as ControlsFX does it. Of large tables the page sorts and filters,
/// off the FX thread; small ones do it themselves. FX thread.
public final class FilterColumns {

    private FilterColumns() {}

    /// Sorted and filtered by the page.
    ///
    /// @param onSort takes the columns to sort by, the first of them first
    /// @param onFilter takes what all filters together let through; it asks on the thread that tests
    public static <R> FilteredTableView<R> table(
            Consumer<List<TableColumn<R, ?>>> onSort, Consumer<Predicate<R>> onFilter) {
        FilteredTableView<R> table = measured();
        table.setSortPolicy(sorted -> {
            onSort.accept(sorted.getSortOrder());
            return true;
        });
        table.setFilterPolicy(ignored -> {
            onFilter.accept(predicate(table));
            return true;
        });
        return table;
    }

    /// Sorted and filtered by itself: for some thousand rows, which are changed in `rows` and nowhere else.
    public static <R> FilteredTableView<R> table(ObservableList<R> rows) {
        FilteredTableView<R> table = measured();
        FilteredList<R> let = new FilteredList<>(rows);
        SortedList<R> sorted = new SortedList<>(let);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setFilterPolicy(ignored -> {
            let.setPredicate(predicate(table));
            return true;
        });
        return table;
    }

    private static <R> FilteredTableView<R> measured() {
        FilteredTableView<R> table = new FilteredTableView<>();
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.setFixedCellSize(26);
        table.setPlaceholder(Texts.caption(Words.say("words.nothing")));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setRowHeaderVisible(false);
        table.setTableMenuButtonVisible(true);
        return table;
    }

    /// Words, filtered by words; sorted upwards at the first click.
    public static <R> FilteredTableColumn<R, R> text(
            String head, double width, Function<R, String> text, String... classes) {
        FilteredTableColumn<R, R> column = new FilteredTableColumn<>(head);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        measures(column, width);
        column.setComparator(Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER));
        column.setCellFactory(ignored -> Columns.cell(text, classes));
        CopiedRows.words(column, text);
        filtered(column, new WordFilter<>(column, text));
        return column;
    }

    /// Cells that are made by the page, neither sorted nor filtered.
    public static <R> TableColumn<R, R> picture(String head, double width) {
        TableColumn<R, R> column = new TableColumn2<>(head);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        measures(column, width);
        column.setSortable(false);
        return column;
    }

    /// A figure, filtered by figures in the unit of the column's head; biggest first at the first click.
    ///
    /// @param shown what a cell says
    public static <R> FilteredTableColumn<R, Double> number(
            String head, double width, ToDoubleFunction<R> value, Function<R, String> shown, String... classes) {
        FilteredTableColumn<R, Double> column = new FilteredTableColumn<>(head);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(features.getValue())));
        measures(column, width);
        column.getStyleClass().add("number");
        column.setSortType(TableColumn.SortType.DESCENDING);
        CopiedRows.words(column, shown);
        column.setCellFactory(ignored -> {
            FigureCell<R> cell = new FigureCell<>(shown);
            cell.getStyleClass().addAll("mono", "number");
            cell.getStyleClass().addAll(classes);
            return cell;
        });
        filtered(column, new PopupNumberFilter<>(column));
        return column;
    }

    private static void measures(TableColumn<?, ?> column, double width) {
        column.setPrefWidth(Columns.own(width));
        column.setReorderable(false);
    }

    private static void filtered(FilteredTableColumn<?, ?> column, PopupFilter<?, ?> filter) {
        column.setFilterable(true);
        if (column.getGraphic() instanceof Button opens) {
            opens.accessibleTextProperty().bind(column.textProperty().map(head -> Words.say("words.filter", head)));
        }
        column.setOnFilterAction(event -> {
            filter.showPopup();
            if (filter.getSkin().getNode().lookup(".text-field") instanceof TextField field) {
                field.setOnAction(entered -> filter.hide());
                field.requestFocus();
            }
        });
    }

    private static <R> Predicate<R> predicate(FilteredTableView<R> table) {
        Predicate<R> all = row -> true;
        for (TableColumn<R, ?> column : table.getColumns()) {
            if (column instanceof FilteredTableColumn<R, ?> filtered) {
                all = all.and(predicate(filtered));
            }
        }
        return all;
    }

    private static <R, T> Predicate<R> predicate(FilteredTableColumn<R, T> column) {
        Predicate<? super T> predicate = column.getPredicate();
        if (predicate == null) {
            return row -> true;
        }
        return row -> predicate.test(column.getCellObservableValue(row).getValue());
    }

    /// Says something of its row: the value is only there to be filtered by.
    private static final class FigureCell<R> extends TableCell<R, Double> {
        private final Function<R, String> shown;

        FigureCell(Function<R, String> shown) {
            this.shown = shown;
        }

        @Override
        protected void updateItem(@Nullable Double value, boolean empty) {
            super.updateItem(value, empty);
            var row = getTableRow();
            setText(value == null || empty || row == null || row.getItem() == null ? null : shown.apply(row.getItem()));
        }
    }
}
