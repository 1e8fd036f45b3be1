package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.ui.kit.Columns;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Every event type of the recording with how many there are. FX thread.
final class TypeList {

    /// Logical pixels: six digits.
    private static final double COUNT = 66;

    private final TableView<RawType> table = Columns.table();
    private List<RawType> shown = List.of();
    private boolean showing;

    TypeList(Consumer<RawType> onChosen) {
        table.setId("event-types");
        table.setAccessibleText(Words.say("events.types"));
        TableColumn<RawType, RawType> name = Columns.text(Words.say("events.type"), 190, RawType::name);
        name.setCellFactory(ignored -> new NameCell());
        TableColumn<RawType, RawType> count =
                Columns.number(Words.say("events.count"), COUNT, RawType::events, type -> Words.count(type.events()));
        table.getColumns().setAll(List.of(name, count));
        name.prefWidthProperty().bind(table.widthProperty().subtract(COUNT + 12));
        table.setTooltip(new Tooltip(Words.say("events.types")));
        // Also of the one that is chosen: its reading may have been given up.
        table.setOnMouseClicked(event -> {
            RawType clicked = table.getSelectionModel().getSelectedItem();
            if (clicked != null) {
                onChosen.accept(clicked);
            }
        });
        table.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> {
            if (!showing && is != null) {
                onChosen.accept(is);
            }
        });
    }

    TableView<RawType> node() {
        return table;
    }

    void show(EventViewState state) {
        showing = true;
        if (!Identity.same(state.types(), shown)) {
            shown = state.types();
            table.getItems().setAll(shown);
            table.sort();
        }
        RawType type = state.type();
        if (type != null && !type.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(type);
        }
        showing = false;
    }

    /// The whole name, or where it has no room what stands behind its last dot, which tells most.
    private static final class NameCell extends TableCell<RawType, RawType> {

        private static final double INSETS = 24;

        private final Tooltip whole = new Tooltip();
        private final Text measure = new Text();

        NameCell() {
            // Types of one family differ at their ends.
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            widthProperty().addListener(observable -> name());
        }

        @Override
        protected void updateItem(@Nullable RawType type, boolean empty) {
            super.updateItem(type, empty);
            name();
        }

        private void name() {
            RawType type = getItem();
            if (type == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            measure.setText(type.name());
            measure.setFont(getFont());
            boolean room = measure.getLayoutBounds().getWidth() <= getWidth() - INSETS;
            whole.setText(type.name());
            setTooltip(room ? null : whole);
            setText(room ? type.name() : type.name().substring(type.name().lastIndexOf('.') + 1));
        }
    }
}
