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
        var kind = text("gc.kind", 60, cycle -> Words.say(cycle.young() ? "gc.young" : "gc.fullKind"));
        var heap = number("gc.heap", 116, cycle -> cycle.heapUsedAfter() / MIB, CycleTable::heap);
        var phantom = number(
                "gc.phantom",
                100,
                cycle -> cycle.references().phantom(),
                cycle -> cycle.references().phantom() < 0
                        ? ""
                        : Words.count(cycle.references().phantom()));
        table.getColumns()
                .setAll(List.of(
                        number("gc.id", 60, Cycle::gcId, cycle -> "#" + cycle.gcId()),
                        time,
                        cause,
                        kind,
                        number(
                                "gc.pause",
                                76,
                                cycle -> cycle.sumOfPauses() / 1e6,
                                cycle -> Words.millis(cycle.sumOfPauses())),
                        heap,
                        phantom,
                        number(
                                "gc.died",
                                124,
                                cycle -> cycle.ownerDiedBytes() / MIB,
                                cycle -> Words.mib(cycle.ownerDiedBytes()),
                                "strong"),
                        number(
                                "gc.freed",
                                84,
                                cycle -> cycle.freedBytes() / MIB,
                                cycle -> Words.mib(cycle.freedBytes())),
                        number(
                                "gc.stuck",
                                84,
                                cycle -> cycle.waitingBytes() / MIB,
                                cycle -> some(cycle.waitingBytes()),
                                "warning"),
                        number(
                                "gc.leaked",
                                94,
                                cycle -> cycle.leakedBytes() / MIB,
                                cycle -> some(cycle.leakedBytes()),
                                "critical")));
        FitColumns.in(table, cause, 144, List.of(phantom, heap, kind));
    }

    /// Before and after, as far as they are known.
    private static String heap(Cycle cycle) {
        if (cycle.heapUsedAfter() < 0) {
            return "";
        }
        String after = Words.mib(cycle.heapUsedAfter());
        return cycle.heapUsedBefore() < 0 ? after : Words.say("gc.fromTo", Words.mib(cycle.heapUsedBefore()), after);
    }

    /// Nothing is no figure in colour.
    private static String some(double bytes) {
        return bytes > 0 ? Words.mib(bytes) : "";
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
