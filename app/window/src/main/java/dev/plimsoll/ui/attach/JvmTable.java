package dev.plimsoll.ui.attach;

import dev.plimsoll.ui.attach.AttachViewState.Row;
import dev.plimsoll.ui.kit.Chips;
import dev.plimsoll.ui.kit.Columns;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The two tables of the picker. Rows are replaced one by one, so that selection and scroll stay.
final class JvmTable {

    private static final double ROW = 26;
    private static final double TWO_LINES = 42;
    private static final double NARROW = 640;
    private static final double SCROLL_BAR = 14;
    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

    private JvmTable() {}

    static TableView<Row> attachable() {
        TableView<Row> table = table();
        table.setId("jvms");
        table.setAccessibleText(Words.say("attach.running"));
        table.setPlaceholder(Texts.caption(Words.say("attach.none")));
        TableColumn<Row, Row> main = mainClass(220);
        TableColumn<Row, Row> arguments = Columns.text(
                Words.say("attach.arguments"), 110, row -> row.jvm().arguments(), "secondary");
        TableColumn<Row, Row> user =
                Columns.text(Words.say("attach.user"), 70, row -> row.jvm().user());
        TableColumn<Row, Row> resident = Columns.number(
                Words.say("attach.rss"),
                80,
                row -> row.jvm().facts().residentBytes(),
                row -> row.jvm().facts().residentBytes() < 0
                        ? ""
                        : Words.wholeMib(row.jvm().facts().residentBytes()));
        TableColumn<Row, Row> collector = collector();
        TableColumn<Row, Row> flags = Columns.column(Words.say("attach.flags"), 140, null);
        flags.setCellFactory(ignored -> new FlagsCell());
        table.getColumns()
                .setAll(List.of(
                        pid(),
                        main,
                        arguments,
                        Columns.text(
                                Words.say("attach.jdk"), 118, row -> row.jvm().jdk()),
                        collector,
                        user,
                        resident,
                        Columns.number(Words.say("attach.up"), 84, Row::age, JvmTable::age),
                        flags));
        FitColumns.in(table, main, 220, List.of(user, arguments, flags, resident, collector));
        return table;
    }

    private static TableColumn<Row, Row> collector() {
        return Columns.text(Words.say("attach.gc"), 76, row -> row.jvm().facts().collector());
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
        wide.setPrefWidth(Math.max(120, table.getWidth() - others - SCROLL_BAR));
    }

    /// What the command line and `/proc` tell of it, as chips.
    private static final class FlagsCell extends TableCell<Row, Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            HBox chips = new HBox(4);
            chips.setAlignment(Pos.CENTER_LEFT);
            for (Flag flag : Flag.of(row.jvm())) {
                chips.getChildren().add(Chips.of(flag.word(), flag.chip()));
            }
            setGraphic(chips);
        }
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
