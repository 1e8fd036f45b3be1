package dev.plimsoll.ui.gc;

import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.kit.Columns;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Cycles as rows, oldest first.
final class CycleTable {

    private CycleTable() {}

    static TableView<Cycle> make() {
        TableView<Cycle> table = Columns.table();
        table.setId("cycles");
        table.setAccessibleText(Words.say("gc.table"));
        TableColumn<Cycle, Cycle> kind =
                Columns.text(Words.say("gc.kind"), 64, cycle -> Words.say(cycle.young() ? "gc.young" : "gc.fullKind"));
        TableColumn<Cycle, Cycle> heap = Columns.number(
                Words.say("gc.heap"),
                120,
                Cycle::heapUsedAfter,
                cycle -> cycle.heapUsedAfter() < 0 ? "" : Words.mib(cycle.heapUsedAfter()));
        TableColumn<Cycle, Cycle> phantom = Columns.number(
                Words.say("gc.phantom"),
                104,
                Cycle::phantomReferences,
                cycle -> cycle.phantomReferences() < 0 ? "" : Words.count(cycle.phantomReferences()));
        TableColumn<Cycle, Cycle> cause = Columns.text(Words.say("gc.cause"), 190, Cycle::cause);
        table.getColumns()
                .setAll(List.of(
                        Columns.number(Words.say("gc.id"), 64, Cycle::gcId, cycle -> "#" + cycle.gcId()),
                        Columns.number(Words.say("gc.time"), 104, Cycle::start, cycle -> Words.time(cycle.start())),
                        cause,
                        kind,
                        Columns.number(
                                Words.say("gc.pause"),
                                80,
                                Cycle::sumOfPauses,
                                cycle -> Words.millis(cycle.sumOfPauses())),
                        heap,
                        phantom,
                        Columns.number(
                                Words.say("gc.died"),
                                128,
                                Cycle::ownerDiedBytes,
                                cycle -> Words.mib(cycle.ownerDiedBytes()),
                                "strong"),
                        Columns.number(
                                Words.say("gc.freed"), 90, Cycle::freedBytes, cycle -> Words.mib(cycle.freedBytes())),
                        Columns.number(
                                Words.say("gc.stuck"), 90, Cycle::stuckBytes, cycle -> Words.mib(cycle.stuckBytes()))));
        FitColumns.in(table, cause, 150, List.of(phantom, heap, kind));
        return table;
    }

    /// Shows these cycles; rows that did not change stay where they are. Follows the newest while nothing is selected.
    static void show(TableView<Cycle> table, List<Cycle> cycles) {
        var items = table.getItems();
        boolean sorted = !table.getSortOrder().isEmpty();
        boolean grew = cycles.size() > items.size();
        if (sorted || cycles.size() < items.size()) {
            items.setAll(cycles);
            table.sort();
        } else {
            for (int i = 0; i < cycles.size(); i++) {
                if (i >= items.size()) {
                    items.add(cycles.get(i));
                } else if (!Objects.equals(items.get(i), cycles.get(i))) {
                    items.set(i, cycles.get(i));
                }
            }
        }
        if (grew && !sorted && table.getSelectionModel().isEmpty() && !table.isHover()) {
            reveal(table, table.getItems().size() - 1);
        }
    }

    /// Scrolls there now, and once more when the table has its size.
    static void reveal(TableView<Cycle> table, int row) {
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
