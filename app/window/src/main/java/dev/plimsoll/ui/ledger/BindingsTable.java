package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Cells;
import dev.plimsoll.ui.kit.Columns;
import dev.plimsoll.ui.kit.Words;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// One line for each binding, some twenty at most: counters that are exact, beside what is estimated. FX thread.
final class BindingsTable {

    private final ObservableList<BindingSums> rows = FXCollections.observableArrayList();
    private final TableView<BindingSums> table = Columns.table();

    BindingsTable(Tokens tokens) {
        table.setId("bindings");
        TableColumn<BindingSums, BindingSums> binding =
                Columns.column(Words.say("sites.binding"), 120, Comparator.comparing(BindingSums::binding));
        binding.setCellFactory(ignored -> Cells.binding(BindingSums::binding, tokens));
        TableColumn<BindingSums, BindingSums> live = Columns.number(
                Words.say("sites.live"),
                100,
                row -> row.liveBytes().value(),
                row -> Words.mib(row.liveBytes().value()),
                "strong");
        table.getColumns()
                .setAll(List.of(
                        binding,
                        live,
                        Columns.number(
                                Words.say("sites.margin"),
                                84,
                                row -> row.liveBytes().margin(),
                                row -> Words.marginMib(row.liveBytes()),
                                "secondary"),
                        Columns.number(
                                Words.say("sites.blocks"),
                                110,
                                row -> row.liveBlocks().value(),
                                row -> Words.count(Math.round(row.liveBlocks().value()))),
                        Columns.number(
                                Words.say("bindings.allocated"),
                                130,
                                BindingSums::allocatedBytes,
                                row -> Words.mib(row.allocatedBytes())),
                        Columns.number(
                                Words.say("bindings.allocations"),
                                110,
                                BindingSums::allocations,
                                row -> Words.count(row.allocations())),
                        Columns.number(
                                Words.say("bindings.frees"), 110, BindingSums::frees, row -> Words.count(row.frees())),
                        Columns.text(
                                Words.say("bindings.counters"),
                                150,
                                row -> Words.say(row.countersExact() ? "bindings.exact" : "bindings.recorded"),
                                "secondary")));
        SortedList<BindingSums> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSortOrder().setAll(List.of(live));
    }

    TableView<BindingSums> node() {
        return table;
    }

    void show(List<BindingSums> next) {
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
    }
}
