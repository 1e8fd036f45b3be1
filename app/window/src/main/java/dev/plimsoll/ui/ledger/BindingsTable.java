package dev.plimsoll.ui.ledger;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Cells;
import dev.plimsoll.ui.kit.FilterColumns;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.controlsfx.control.tableview2.FilteredTableColumn;
import org.controlsfx.control.tableview2.FilteredTableView;

/// One line for each binding, some twenty at most: counters that are exact, beside what is estimated. FX thread.
final class BindingsTable {

    private static final double MIB = 1 << 20;

    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final FilteredTableView<Row> table = FilterColumns.table(rows);

    BindingsTable(Tokens tokens) {
        table.setId("bindings");
        var binding = FilterColumns.<Row>text(Words.say("sites.binding"), 120, row -> row.sums.binding());
        binding.setCellFactory(ignored -> Cells.binding(row -> row.sums.binding(), tokens));
        var live = FilterColumns.<Row>number(
                Words.say("sites.live"),
                96,
                row -> row.sums.liveBytes().value() / MIB,
                row -> Words.mib(row.sums.liveBytes().value()),
                "strong");
        var margin = FilterColumns.<Row>number(
                Words.say("sites.margin"),
                84,
                row -> row.sums.liveBytes().margin() / MIB,
                row -> Words.marginMib(row.sums.liveBytes()),
                "secondary");
        var blocks = FilterColumns.<Row>number(
                Words.say("sites.blocks"),
                96,
                row -> row.sums.liveBlocks().value(),
                row -> Words.count(Math.round(row.sums.liveBlocks().value())));
        var allocated = FilterColumns.<Row>number(
                Words.say("bindings.allocated"),
                112,
                row -> row.sums.allocatedBytes() / MIB,
                row -> Words.mib(row.sums.allocatedBytes()));
        var allocations = FilterColumns.<Row>number(
                Words.say("bindings.allocations"),
                100,
                row -> row.sums.allocations(),
                row -> Words.count(row.sums.allocations()));
        var frees = FilterColumns.<Row>number(
                Words.say("bindings.frees"), 96, row -> row.sums.frees(), row -> Words.count(row.sums.frees()));
        var copied = uploads("uploads.copied", Uploads::copied);
        var mapped = uploads("uploads.mapped", Uploads::mapped);
        var counters = FilterColumns.<Row>text(
                Words.say("bindings.counters"),
                150,
                row -> Words.say(row.sums.countersExact() ? "bindings.exact" : "bindings.recorded"),
                "secondary");
        table.getColumns()
                .setAll(List.of(
                        binding, live, margin, blocks, allocated, allocations, frees, copied, mapped, counters));
        FitColumns.in(table, counters, 130, List.of(mapped, copied, margin));
        table.getSortOrder().setAll(List.of(live));
    }

    FilteredTableView<?> node() {
        return table;
    }

    /// @param calls of native functions, as far as they are counted
    void show(List<BindingSums> next, List<NativeEvent.NativeCalls> calls) {
        List<Row> made = next.stream()
                .map(sums -> new Row(sums, Uploads.of(sums.binding(), calls)))
                .toList();
        if (!made.equals(rows)) {
            rows.setAll(made);
        }
    }

    /// @param uploads of graphics bindings, else none
    private record Row(BindingSums sums, Uploads uploads) {}

    private static FilteredTableColumn<Row, Double> uploads(String key, Function<Uploads, Uploads.Way> way) {
        return FilterColumns.number(
                Words.say(key),
                100,
                row -> way.apply(row.uploads).bytes() / MIB,
                row -> row.uploads.any() ? Words.mib(way.apply(row.uploads).bytes()) : "");
    }
}
