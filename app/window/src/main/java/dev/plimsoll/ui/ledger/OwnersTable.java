package dev.plimsoll.ui.ledger;

import dev.plimsoll.ui.kit.FilterColumns;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.controlsfx.control.tableview2.FilteredTableView;

/// One line for each class of owners, and whether those owners are still there. FX thread.
final class OwnersTable {

    private static final double MIB = 1 << 20;

    private final ObservableList<OwnerRow> rows = FXCollections.observableArrayList();
    private final FilteredTableView<OwnerRow> table = FilterColumns.table(rows);
    private List<OwnerRow> shown = List.of();
    private boolean showing;

    OwnersTable(AllocationsPresenter presenter) {
        table.setId("owners");
        table.setAccessibleText(Words.say("owners.title"));
        var owner = FilterColumns.text(Words.say("owners.class"), 320, OwnersTable::name);
        var live = FilterColumns.<OwnerRow>number(
                Words.say("sites.live"),
                96,
                row -> row.bytes().value() / MIB,
                row -> Words.mib(row.bytes().value()),
                "strong");
        var margin = FilterColumns.<OwnerRow>number(
                Words.say("sites.margin"),
                84,
                row -> row.bytes().margin() / MIB,
                row -> Words.marginMib(row.bytes()),
                "secondary");
        var blocks = FilterColumns.<OwnerRow>number(
                Words.say("sites.blocks"),
                96,
                row -> row.blocks().value(),
                row -> count(row.blocks().value()));
        var alive = FilterColumns.<OwnerRow>number(
                Words.say("owners.alive"),
                136,
                OwnerRow::alive,
                row -> row.ownerClass() == null ? "" : count(row.alive()));
        var collected = FilterColumns.<OwnerRow>number(
                Words.say("owners.collected"),
                136,
                row -> row.collected().value(),
                row -> row.ownerClass() == null ? "" : count(row.collected().value()));
        var collectedBytes = FilterColumns.<OwnerRow>number(
                Words.say("owners.collectedBytes"),
                136,
                row -> row.collectedBytes().value() / MIB,
                row -> row.ownerClass() == null
                        ? ""
                        : Words.mib(row.collectedBytes().value()),
                "strong");
        table.getColumns().setAll(List.of(owner, live, margin, blocks, alive, collected, collectedBytes));
        FitColumns.in(table, owner, 220, List.of(margin, blocks));
        table.getSortOrder().setAll(List.of(live));
        table.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> {
            if (!showing && is != null) {
                presenter.selectOwner(new OwnerId(is.ownerClass()));
            }
        });
    }

    FilteredTableView<OwnerRow> node() {
        return table;
    }

    /// While the pointer rests on the table its rows stand still.
    void show(AllocationsViewState state) {
        List<OwnerRow> next = state.owners();
        if (Identity.same(next, shown)
                || (table.isHover() && !shown.isEmpty() && !state.search().active())) {
            return;
        }
        showing = true;
        shown = next;
        rows.setAll(next);
        OwnerId selected = state.owner();
        int at = -1;
        for (int i = 0; i < table.getItems().size() && selected != null; i++) {
            at = Objects.equals(table.getItems().get(i).ownerClass(), selected.className()) ? i : at;
        }
        if (at >= 0) {
            table.getSelectionModel().clearAndSelect(at);
        } else {
            table.getSelectionModel().clearSelection();
        }
        showing = false;
    }

    private static String name(OwnerRow row) {
        return row.ownerClass() == null ? Words.say("owners.none") : row.ownerClass();
    }

    private static String count(double value) {
        return Words.count(Math.round(value));
    }
}
