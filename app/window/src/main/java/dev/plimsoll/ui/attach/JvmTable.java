package dev.plimsoll.ui.attach;

import dev.plimsoll.ui.attach.AttachViewState.Row;
import dev.plimsoll.ui.kit.Columns;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The two tables of the picker. Rows are replaced one by one, so that selection and scroll stay.
final class JvmTable {

    private static final double ROW = 26;
    private static final double TWO_LINES = 42;
    private static final double NARROW = 640;
    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

    private JvmTable() {}

    static TableView<Row> attachable() {
        TableView<Row> table = table();
        table.setId("jvms");
        table.setAccessibleText(Words.say("attach.running"));
        TableColumn<Row, Row> main = mainClass(300);
        TableColumn<Row, Row> arguments = Columns.text(
                Words.say("attach.arguments"), 240, row -> row.jvm().arguments(), "secondary");
        TableColumn<Row, Row> user =
                Columns.text(Words.say("attach.user"), 90, row -> row.jvm().user());
        table.getColumns()
                .setAll(List.of(
                        pid(),
                        main,
                        arguments,
                        Columns.text(
                                Words.say("attach.jdk"), 130, row -> row.jvm().jdk()),
                        user,
                        Columns.number(Words.say("attach.up"), 96, Row::age, JvmTable::age)));
        table.widthProperty().addListener((observed, was, is) -> {
            boolean narrow = is.doubleValue() < NARROW;
            arguments.setVisible(!narrow);
            user.setVisible(!narrow);
            main.setPrefWidth(300);
            fill(table, narrow ? main : arguments);
        });
        return table;
    }

    static TableView<Row> refused() {
        TableView<Row> table = table();
        table.setId("refused");
        table.setAccessibleText(Words.say("attach.refused"));
        TableColumn<Row, Row> main = mainClass(220);
        TableColumn<Row, Row> jdk =
                Columns.text(Words.say("attach.jdk"), 120, row -> row.jvm().jdk());
        TableColumn<Row, Row> why = Columns.column(Words.say("attach.why"), 420, null);
        why.setCellFactory(ignored -> new WhyCell());
        table.getColumns().setAll(List.of(pid(), main, jdk, why));
        table.widthProperty().addListener((observed, was, is) -> {
            boolean narrow = is.doubleValue() < NARROW;
            jdk.setVisible(!narrow);
            main.setPrefWidth(narrow ? 140 : 220);
            table.setFixedCellSize(narrow ? TWO_LINES : ROW);
            size(table, table.getItems().size());
            fill(table, why);
        });
        return table;
    }

    /// Shows these rows, replacing only those that changed.
    static void show(TableView<Row> table, List<Row> rows) {
        var items = table.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (i >= items.size()) {
                items.add(rows.get(i));
            } else if (!Objects.equals(items.get(i), rows.get(i))) {
                items.set(i, rows.get(i));
            }
        }
        if (items.size() > rows.size()) {
            items.remove(rows.size(), items.size());
        }
        size(table, rows.size());
    }

    private static void size(TableView<Row> table, int rows) {
        double height = ROW + Math.max(1, rows) * table.getFixedCellSize() + 1;
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private static TableColumn<Row, Row> pid() {
        return Columns.number(
                Words.say("attach.pid"),
                72,
                row -> row.jvm().pid(),
                row -> Long.toString(row.jvm().pid()));
    }

    private static TableView<Row> table() {
        TableView<Row> table = Columns.table();
        table.setMinHeight(ROW * 3);
        table.setSortPolicy(ignored -> false);
        table.setRowFactory(ignored -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable Row row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(UNAVAILABLE, row != null && !empty && !row.available());
            }
        });
        return table;
    }

    private static TableColumn<Row, Row> mainClass(double width) {
        return Columns.text(
                Words.say("attach.mainClass"),
                width,
                row -> row.jvm().mainClass().isEmpty()
                        ? Words.say("attach.unknown")
                        : row.jvm().mainClass(),
                "main-class");
    }

    /// One column takes what the others leave.
    private static void fill(TableView<Row> table, TableColumn<Row, Row> wide) {
        double others = table.getVisibleLeafColumns().stream()
                .filter(column -> !column.equals(wide))
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
        wide.setPrefWidth(Math.max(120, table.getWidth() - others - 2));
    }

    /// Why not, in one line or two.
    private static final class WhyCell extends TableCell<Row, Row> {
        WhyCell() {
            setWrapText(true);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            String obstacle = row == null || empty ? null : row.jvm().obstacle();
            setText(obstacle);
            setGraphic(obstacle == null ? null : Icons.small("slash"));
        }
    }

    private static String age(Row row) {
        return row.age() < 0 ? "" : Words.age(row.age() * 1_000_000_000L);
    }
}
