package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.kit.Columns;
import dev.plimsoll.ui.kit.CopiedRows;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.KeptColumns;
import dev.plimsoll.ui.kit.QualifiedName;
import dev.plimsoll.ui.kit.Rows;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The events of one type: a row is made when it is looked at, so that a million cost nothing. Sorting is the
/// presenter's, off the FX thread. FX thread.
final class EventTable {

    private static final double SCROLL_BAR = 14;

    private final TableView<Integer> table = Columns.table();
    private final Rows<Integer> items = new Rows<>();
    private final EventPresenter presenter;
    private final KeptColumns<Integer> kept;
    private final EventColumns fit;
    private final Region unread = new Region();
    private final Node none;
    private @Nullable RawRows rows;
    private EventIndex shown = EventIndex.EMPTY;
    private boolean showing;

    EventTable(EventPresenter presenter, Memory memory) {
        this.presenter = presenter;
        table.setId("events");
        kept = KeptColumns.in(table, memory);
        fit = new EventColumns(table, kept);
        none = table.getPlaceholder();
        table.setAccessibleText(Words.say("events.title"));
        table.setItems(items);
        table.setSortPolicy(sorted -> {
            sort(sorted.getSortOrder());
            return true;
        });
        table.widthProperty().addListener(observable -> fit());
        table.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> {
            if (!showing && is != null) {
                presenter.select(is);
            }
        });
    }

    TableView<Integer> node() {
        return table;
    }

    void show(EventViewState state) {
        showing = true;
        RawRows next = state.rows();
        RawRows before = rows;
        rows = next;
        // Until they are read it is not known that there are none.
        table.setPlaceholder(next == null ? unread : none);
        boolean more = next != null && next.continues(before);
        if (!more && !Identity.same(next, before)) {
            table.getSortOrder().clear();
            RawType type = state.type();
            kept.replace(type == null ? "" : type.name(), next == null ? List.of() : columns(next));
            fit();
        }
        if (!Identity.same(state.index(), shown)) {
            shown = state.index();
            items.show(shown.size(), shown::row);
        }
        if (more && !Identity.same(next, before)) {
            // A row's number may be that of another event now.
            table.refresh();
            again(state.selected());
        }
        if (state.selected() < 0) {
            table.getSelectionModel().clearSelection();
        }
        showing = false;
    }

    /// The selection goes where the event went.
    private void again(int row) {
        Integer chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen != row) {
            int place = items.indexOf(row);
            table.getSelectionModel().clearSelection();
            if (place >= 0) {
                table.getSelectionModel().select(place);
            }
        }
    }

    private List<TableColumn<Integer, ?>> columns(RawRows rows) {
        List<TableColumn<Integer, ?>> columns = new ArrayList<>();
        for (int field = 0; field < rows.fields().size(); field++) {
            RawField declared = rows.fields().get(field);
            boolean right = declared.kind() != RawField.Kind.WORD && declared.kind() != RawField.Kind.STACK;
            // Sorted elsewhere; an order is what makes a head clickable.
            TableColumn<Integer, Integer> column =
                    Columns.column(declared.label(), EventColumns.width(declared), Integer::compare);
            int place = field;
            column.setUserData(place);
            column.setId("event-" + declared.name());
            if (right) {
                column.getStyleClass().add("number");
                column.setSortType(TableColumn.SortType.DESCENDING);
            }
            column.setCellFactory(ignored -> new ValueCell(place, declared.kind(), right));
            CopiedRows.words(column, row -> text(row, place));
            columns.add(column);
        }
        return columns;
    }

    private void fit() {
        RawRows all = rows;
        if (all != null && table.getWidth() > 0) {
            fit.to(table.getWidth() - SCROLL_BAR, all);
        }
    }

    private void sort(List<TableColumn<Integer, ?>> order) {
        if (showing) {
            return;
        }
        if (order.isEmpty()) {
            presenter.sort(-1, false);
        } else if (order.getFirst().getUserData() instanceof Integer field) {
            presenter.sort(field, order.getFirst().getSortType() == TableColumn.SortType.DESCENDING);
        }
    }

    private String text(int row, int field) {
        RawRows all = rows;
        return all == null || row >= all.size() ? "" : EventWords.cell(all, row, field);
    }

    private final class ValueCell extends TableCell<Integer, Integer> {

        private final int field;
        private final boolean name;
        private final boolean line;
        private final Text measure = new Text("0");

        ValueCell(int field, RawField.Kind kind, boolean right) {
            this.field = field;
            name = kind == RawField.Kind.WORD;
            line = kind == RawField.Kind.STACK;
            getStyleClass().add("mono");
            if (name || line) {
                widthProperty().addListener(observable -> words());
                fontProperty().addListener(observable -> words());
            }
            if (right) {
                getStyleClass().add("number");
            }
        }

        @Override
        protected void updateItem(@Nullable Integer row, boolean empty) {
            super.updateItem(row, empty);
            words();
        }

        private void words() {
            Integer row = getItem();
            String whole = row == null || isEmpty() ? null : text(row, field);
            setText(whole == null || getWidth() <= 0 ? whole : fit(whole));
        }

        private String fit(String whole) {
            return line ? QualifiedName.fitLine(whole, room()) : name ? QualifiedName.fit(whole, room()) : whole;
        }

        /// In characters, which are all of one width.
        private int room() {
            measure.setFont(getFont());
            double inside = getWidth() - snappedLeftInset() - snappedRightInset();
            return (int) (inside / measure.getLayoutBounds().getWidth());
        }
    }
}
