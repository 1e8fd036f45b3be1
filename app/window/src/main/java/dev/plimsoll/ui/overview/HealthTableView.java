package dev.plimsoll.ui.overview;

import dev.plimsoll.session.HealthMetric;
import dev.plimsoll.session.HealthTable;
import dev.plimsoll.ui.kit.Columns;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// Each metric with its value, its healthy range, which can be written over, and what can be done about it.
final class HealthTableView {

    /// What a person does in the table.
    interface Acts {
        void offer(HealthMetric.Offer offer);

        void range(HealthMetric metric, double most);
    }

    private HealthTableView() {}

    static TableView<HealthTable.Row> make(Acts acts) {
        TableView<HealthTable.Row> table = Columns.table();
        table.setId("health");
        table.setAccessibleText(Words.say("health.title"));
        TableColumn<HealthTable.Row, HealthTable.Row> value = Columns.column(Words.say("health.value"), 96, null);
        value.getStyleClass().add("number");
        value.setCellFactory(ignored -> new ValueCell());
        TableColumn<HealthTable.Row, HealthTable.Row> most = Columns.column(Words.say("health.most"), 104, null);
        most.setCellFactory(ignored -> new RangeCell(acts));
        TableColumn<HealthTable.Row, HealthTable.Row> act = Columns.column(Words.say("health.act"), 168, null);
        act.setCellFactory(ignored -> new ActCell(acts));
        TableColumn<HealthTable.Row, HealthTable.Row> metric = Columns.text(
                Words.say("health.metric"), 250, row -> row.metric().words());
        table.getColumns().setAll(List.of(metric, value, most, act));
        table.getColumns().forEach(column -> column.setSortable(false));
        FitColumns.in(table, metric, 240, List.of(act));
        return table;
    }

    static void show(TableView<HealthTable.Row> table, HealthTable health) {
        boolean edited = table.getScene() != null
                && table.getScene().getFocusOwner() instanceof TextField field
                && field.getStyleClass().contains("range-field");
        if (!edited && !health.rows().equals(List.copyOf(table.getItems()))) {
            table.getItems().setAll(health.rows());
        }
    }

    private static final class ValueCell extends TableCell<HealthTable.Row, HealthTable.Row> {
        ValueCell() {
            getStyleClass().addAll("mono", "number");
        }

        @Override
        protected void updateItem(HealthTable.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("warning", "secondary");
            setText(row == null || empty ? null : row.value());
            if (row != null && !empty && row.state() != HealthTable.State.HEALTHY) {
                getStyleClass().add(row.state() == HealthTable.State.OUTSIDE ? "warning" : "secondary");
            }
        }
    }

    /// Enter keeps what was written; what cannot be read is put back.
    private static final class RangeCell extends TableCell<HealthTable.Row, HealthTable.Row> {
        private final TextField field = new TextField();

        RangeCell(Acts acts) {
            field.getStyleClass().addAll("range-field", "mono");
            field.setOnAction(event -> {
                HealthTable.Row row = getItem();
                if (row != null) {
                    OptionalDouble most = row.metric().parse(field.getText());
                    field.setText(row.metric().write(most.orElse(row.most())));
                    getTableView().requestFocus();
                    most.ifPresent(value -> acts.range(row.metric(), value));
                }
            });
        }

        @Override
        protected void updateItem(HealthTable.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null || empty ? null : field);
            if (row != null && !empty) {
                field.setId("range-" + row.metric().id());
                field.setAccessibleText(Words.say("health.mostOf", row.metric().words()));
                field.setText(row.metric().write(row.most()));
            }
        }
    }

    private static final class ActCell extends TableCell<HealthTable.Row, HealthTable.Row> {
        private final Button button = new Button();

        ActCell(Acts acts) {
            button.getStyleClass().addAll("flat", "health-act");
            button.setOnAction(event -> {
                HealthTable.Row row = getItem();
                if (row != null) {
                    acts.offer(row.metric().offer());
                }
            });
        }

        @Override
        protected void updateItem(HealthTable.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null || empty ? null : button);
            if (row != null && !empty) {
                button.setId("act-" + row.metric().id());
                button.setText(
                        Words.say("health.offer." + row.metric().offer().name().toLowerCase(java.util.Locale.ROOT)));
                button.getStyleClass().remove("strong");
                if (row.state() == HealthTable.State.OUTSIDE) {
                    button.getStyleClass().add("strong");
                }
            }
        }
    }
}
