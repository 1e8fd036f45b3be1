package dev.plimsoll.ui;

import java.util.function.Predicate;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/// Filters a column as a person does: a click on its funnel, an expression, Enter.
public final class FilterPopup {

    private FilterPopup() {}

    /// @param head what the column's head says
    public static void filter(TableView<?> table, String head, String expression) {
        Node funnel = Desk.fx(() -> column(table, head).getGraphic());
        Desk.click(funnel);
        TextField field = (TextField) Desk.find(".pop-up-filter .text-field");
        Desk.run(() -> {
            field.setText(expression);
            // Enter, which does not reach a popup on the headless platform.
            field.fireEvent(new ActionEvent());
        });
        Desk.await("the popup closes", () -> !Desk.shows(".pop-up-filter"));
    }

    private static TableColumn<?, ?> column(TableView<?> table, String head) {
        Predicate<TableColumn<?, ?>> wanted = column -> head.equals(column.getText());
        return table.getColumns().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No column " + head + " among "
                        + table.getColumns().stream().map(TableColumn::getText).toList()));
    }
}
