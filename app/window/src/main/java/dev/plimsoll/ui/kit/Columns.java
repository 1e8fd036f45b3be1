package dev.plimsoll.ui.kit;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Columns of tables: numbers are mono and right-aligned, words are not.
public final class Columns {

    private Columns() {}

    /// A table in the window's measures: rows of 26 px, no stripes, edge to edge.
    public static <R> TableView<R> table() {
        TableView<R> table = new TableView<>();
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.setFixedCellSize(26);
        table.setPlaceholder(Texts.caption(Words.say("words.nothing")));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        return table;
    }

    public static <R> TableColumn<R, R> text(String head, double width, Function<R, String> text, String... classes) {
        TableColumn<R, R> column = column(head, width, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER));
        column.setCellFactory(ignored -> new TextCell<>(text, classes));
        CopiedRows.words(column, text);
        return column;
    }

    /// Sorted by `value`, shown as `text`, biggest first at the first click.
    public static <R> TableColumn<R, R> number(
            String head, double width, ToDoubleFunction<R> value, Function<R, String> text, String... classes) {
        TableColumn<R, R> column = column(head, width, Comparator.comparingDouble(value));
        column.getStyleClass().add("number");
        column.setSortType(TableColumn.SortType.DESCENDING);
        CopiedRows.words(column, text);
        column.setCellFactory(ignored -> {
            TextCell<R> cell = new TextCell<>(text, classes);
            cell.getStyleClass().addAll("mono", "number");
            return cell;
        });
        return column;
    }

    /// A column whose cells are made by the page.
    public static <R> TableColumn<R, R> column(String head, double width, @Nullable Comparator<R> order) {
        TableColumn<R, R> column = new TableColumn<>(head);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setPrefWidth(own(width));
        column.setReorderable(false);
        column.setSortable(order != null);
        if (order != null) {
            column.setComparator(order);
        }
        return column;
    }

    /// A table view takes its own default of 80 for "nobody chose a width" and fits such columns to their content.
    static double own(double width) {
        return width == 80 ? 81 : width;
    }

    static <R> TableCell<R, R> cell(Function<R, String> text, String... classes) {
        return new TextCell<>(text, classes);
    }

    /// A cell that shows one text of its row.
    private static final class TextCell<R> extends TableCell<R, R> {
        private final Function<R, String> text;

        TextCell(Function<R, String> text, String... classes) {
            this.text = text;
            getStyleClass().addAll(classes);
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : text.apply(row));
        }
    }
}
