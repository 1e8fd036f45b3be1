package dev.plimsoll.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Ctrl+C in a table: the rows that are selected, as comma-separated values, in the order and the words of the columns
/// on the screen; columns that only draw are left out. FX thread.
public final class CopiedRows {

    /// More than a spreadsheet takes kindly, and some tens of megabytes.
    private static final int MOST = 100_000;

    private CopiedRows() {}

    /// From now on several rows can be selected, and are copied.
    ///
    /// @param onCopy takes the text
    public static <R> void in(TableView<R> table, Consumer<String> onCopy) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown()
                    && event.getCode() == KeyCode.C
                    && !table.getSelectionModel().isEmpty()) {
                onCopy.accept(csv(table, table.getSelectionModel().getSelectedIndices()));
                event.consume();
            }
        });
    }

    /// What a column says of a row, for a cell that the page draws itself.
    public static <R> void words(TableColumn<R, ?> column, Function<R, String> words) {
        column.getProperties().put(CopiedRows.class, words);
    }

    /// The rows of a small table as they stand.
    public static <R> String all(TableView<R> table) {
        return csv(table, IntStream.range(0, table.getItems().size()).boxed().toList());
    }

    private static <R> String csv(TableView<R> table, List<Integer> places) {
        List<String> heads = new ArrayList<>();
        List<Function<R, String>> words = new ArrayList<>();
        for (TableColumn<R, ?> column : table.getVisibleLeafColumns()) {
            Function<R, String> says = words(column);
            if (says != null) {
                heads.add(column.getText());
                words.add(says);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (int place : places) {
            if (rows.size() == MOST) {
                break;
            }
            R row = table.getItems().get(place);
            rows.add(words.stream().map(says -> says.apply(row)).toList());
        }
        return Csv.of(heads, rows);
    }

    /// Only [#words(TableColumn, Function)] puts it there, with the column's own rows.
    @SuppressWarnings("unchecked")
    private static <R> @Nullable Function<R, String> words(TableColumn<R, ?> column) {
        return (Function<R, String>) column.getProperties().get(CopiedRows.class);
    }
}
