package dev.plimsoll.ui.kit;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Rows of any height, of which only those on the screen exist: a thousand of them cost as much as ten. FX thread.
///
/// @param <T> told apart by [Object#equals]: the row of an equal one stays as it is
public final class RowList<T> extends ListView<T> {

    /// @param row makes the nodes of one row
    public RowList(Function<T, Region> row) {
        getStyleClass().add("row-list");
        // The rows take the focus, not the list.
        setFocusTraversable(false);
        setCellFactory(list -> new Cell<>(row));
    }

    public void show(List<T> rows) {
        if (!getItems().equals(rows)) {
            getItems().setAll(rows);
        }
    }

    private static final class Cell<T> extends ListCell<T> {

        private final Function<T, Region> make;
        private @Nullable T shown;
        private @Nullable Region row;

        Cell(Function<T, Region> make) {
            this.make = make;
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            // As wide as the list, however long the words.
            setPrefWidth(0);
            // A row that is made anew between press and release gets no click; what holds it does.
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getTarget() == this
                        && event.getButton() == MouseButton.PRIMARY
                        && row instanceof ClickBox box) {
                    box.act();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                shown = null;
                row = null;
            } else if (row == null || !Objects.equals(item, shown)) {
                shown = item;
                row = make.apply(item);
            }
            setGraphic(row);
        }

        @Override
        protected double computePrefHeight(double width) {
            return row == null ? super.computePrefHeight(width) : snapSizeY(row.prefHeight(width));
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (row != null) {
                row.resizeRelocate(0, 0, getWidth(), getHeight());
            }
        }
    }
}
