package dev.plimsoll.ui.gc;

import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.kit.FilterColumns;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import org.controlsfx.control.tableview2.FilteredTableColumn;
import org.controlsfx.control.tableview2.FilteredTableView;

/// Cycles as rows, oldest first. FX thread.
final class CycleTable {

    private static final double MIB = 1 << 20;

    private final ObservableList<Cycle> rows = FXCollections.observableArrayList();
    private final FilteredTableView<Cycle> table = FilterColumns.table(rows);

    CycleTable() {
        table.setId("cycles");
        table.setAccessibleText(Words.say("gc.table"));
        var time = text("gc.time", 104, cycle -> Words.time(cycle.start()), "mono", "number");
        time.getStyleClass().add("number");
        time.setComparator(Comparator.comparingLong(Cycle::start));
        var cause = text("gc.cause", 190, Cycle::cause);
        var kind = text("gc.kind", 64, cycle -> Words.say(cycle.young() ? "gc.young" : "gc.fullKind"));
        var heap = number(
                "gc.heap",
                120,
                cycle -> cycle.heapUsedAfter() / MIB,
                cycle -> cycle.heapUsedAfter() < 0 ? "" : Words.mib(cycle.heapUsedAfter()));
        var phantom = number(
                "gc.phantom",
                104,
                Cycle::phantomReferences,
                cycle -> cycle.phantomReferences() < 0 ? "" : Words.count(cycle.phantomReferences()));
        table.getColumns()
                .setAll(List.of(
                        number("gc.id", 64, Cycle::gcId, cycle -> "#" + cycle.gcId()),
                        time,
                        cause,
                        kind,
                        number(
                                "gc.pause",
                                80,
                                cycle -> cycle.sumOfPauses() / 1e6,
                                cycle -> Words.millis(cycle.sumOfPauses())),
                        heap,
                        phantom,
                        number(
                                "gc.died",
                                128,
                                cycle -> cycle.ownerDiedBytes() / MIB,
                                cycle -> Words.mib(cycle.ownerDiedBytes()),
                                "strong"),
                        number(
                                "gc.freed",
                                90,
                                cycle -> cycle.freedBytes() / MIB,
                                cycle -> Words.mib(cycle.freedBytes())),
                        number(
                                "gc.stuck",
                                90,
                                cycle -> cycle.stuckBytes() / MIB,
                                cycle -> Words.mib(cycle.stuckBytes()))));
        FitColumns.in(table, cause, 150, List.of(phantom, heap, kind));
    }

    FilteredTableView<Cycle> node() {
        return table;
    }

    private static FilteredTableColumn<Cycle, Cycle> text(
            String key, double width, Function<Cycle, String> words, String... classes) {
        return FilterColumns.text(Words.say(key), width, words, classes);
    }

    private static FilteredTableColumn<Cycle, Double> number(
            String key, double width, ToDoubleFunction<Cycle> value, Function<Cycle, String> words, String... classes) {
        return FilterColumns.number(Words.say(key), width, value, words, classes);
    }

    /// Shows these cycles; rows that did not change stay where they are. Follows the newest while nothing is selected,
    /// sorted or filtered out.
    void show(List<Cycle> cycles) {
        boolean grew = cycles.size() > rows.size();
        if (rows.isEmpty() || cycles.size() < rows.size()) {
            rows.setAll(cycles);
        } else {
            for (int i = 0; i < cycles.size(); i++) {
                if (i >= rows.size()) {
                    rows.add(cycles.get(i));
                } else if (!Objects.equals(rows.get(i), cycles.get(i))) {
                    rows.set(i, cycles.get(i));
                }
            }
        }
        boolean plain = table.getSortOrder().isEmpty() && table.getItems().size() == rows.size();
        if (grew && plain && table.getSelectionModel().isEmpty() && !table.isHover()) {
            reveal(rows.size() - 1);
        }
    }

    /// Scrolls there now, and once more when the table has its size.
    void reveal(int row) {
        table.scrollTo(row);
        Scene scene = table.getScene();
        if (scene == null) {
            return;
        }
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            scene.removePostLayoutPulseListener(once[0]);
            table.scrollTo(row);
        };
        scene.addPostLayoutPulseListener(once[0]);
    }
}
