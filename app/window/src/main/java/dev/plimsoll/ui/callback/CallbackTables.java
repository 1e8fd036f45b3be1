package dev.plimsoll.ui.callback;

import dev.plimsoll.ledger.Callback;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Cells;
import dev.plimsoll.ui.kit.CycleClock;
import dev.plimsoll.ui.kit.FilterColumns;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Rows;
import dev.plimsoll.ui.kit.SparkCell;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.controlsfx.control.tableview2.FilteredTableView;
import org.jspecify.annotations.Nullable;

/// The two tables: lines that register, and callbacks. They show rows in the order they are given. FX thread.
final class CallbackTables {

    private final CallbacksPresenter presenter;
    private final FilteredTableView<SiteRow> sites;
    private final FilteredTableView<Callback> handles;
    private final Rows<SiteRow> siteRows = new Rows<>();
    private final Rows<Callback> handleRows = new Rows<>();
    private @Nullable CallbackAnswer shown;
    private CycleClock clock = new CycleClock(List.of());
    private List<Cycle> cycles = List.of();
    private long now;
    private boolean showing;

    CallbackTables(CallbacksPresenter presenter, Tokens tokens, LongConsumer onInspect) {
        this.presenter = presenter;
        // By what to sort is told below.
        sites = FilterColumns.table(order -> {}, presenter::filterSites);
        handles = FilterColumns.table(order -> {}, presenter::filterHandles);
        sites.setId("callback-sites");
        sites.setAccessibleText(Words.say("callbacks.tableOfSites"));
        TableColumn<SiteRow, SiteRow> binding =
                text("callbacks.binding", 84, row -> row.id().binding());
        binding.setCellFactory(ignored -> Cells.binding(row -> row.id().binding(), tokens));
        TableColumn<SiteRow, SiteRow> line = text("callbacks.line", 250, SiteRow::label);
        line.setCellFactory(ignored -> Cells.frame(row -> row.id().frame(), Words.say("sites.noStack")));
        TableColumn<SiteRow, SiteRow> target =
                text("callbacks.target", 150, row -> CallbackWords.shortTarget(row.targetName()));
        TableColumn<SiteRow, Double> live = FilterColumns.number(
                Words.say("callbacks.live"), 58, SiteRow::live, row -> Words.count(row.live()), "strong");
        TableColumn<SiteRow, Double> registered = FilterColumns.number(
                Words.say("callbacks.registered"), 86, SiteRow::registered, row -> Words.count(row.registered()));
        TableColumn<SiteRow, Double> released = FilterColumns.number(
                Words.say("callbacks.released"), 80, SiteRow::released, row -> Words.count(row.released()));
        TableColumn<SiteRow, Double> calls = FilterColumns.number(
                Words.say("callbacks.calls"), 82, SiteRow::invocations, row -> CallbackWords.calls(row.invocations()));
        TableColumn<SiteRow, SiteRow> survivors = FilterColumns.picture(Words.say("callbacks.survivors"), 104);
        survivors.setCellFactory(
                ignored -> new SparkCell<>(SiteRow::survivors, row -> row.id().binding(), tokens));
        TableColumn<SiteRow, SiteRow> state = text("callbacks.state", 130, this::state);
        state.setCellFactory(ignored -> new StateCell());
        FitColumns.in(sites, target, 150, List.of(released, survivors, registered, binding));
        sites.getColumns().setAll(List.of(binding, line, target, live, registered, released, calls, survivors, state));
        sortedBy(
                sites,
                Map.of(
                        SiteRow.Column.BINDING, binding,
                        SiteRow.Column.LINE, line,
                        SiteRow.Column.TARGET, target,
                        SiteRow.Column.LIVE, live,
                        SiteRow.Column.REGISTERED, registered,
                        SiteRow.Column.RELEASED, released,
                        SiteRow.Column.CALLS, calls,
                        SiteRow.Column.STATE, state),
                SiteRow.Column.class,
                presenter::sortSites,
                live);
        sites.setItems(siteRows);
        listen(sites, row -> presenter.select(row.id()));
        handleColumns(onInspect);
        handles.setItems(handleRows);
        listen(handles, presenter::choose);
    }

    TableView<SiteRow> sites() {
        return sites;
    }

    TableView<Callback> handles() {
        return handles;
    }

    void show(CallbacksViewState state) {
        CallbackAnswer answer = state.answer();
        if (answer == null) {
            return;
        }
        showing = true;
        if (!Identity.same(answer, shown)) {
            shown = answer;
            cycles = answer.snapshot().timeline().cycles();
            clock = new CycleClock(cycles);
            now = answer.snapshot().ledger().time();
            siteRows.show(answer.sites());
            handleRows.show(answer.handles());
            select(sites, index(answer.sites(), answer.selected()));
        }
        Callback chosen = state.chosen();
        Callback selected = handles.getSelectionModel().getSelectedItem();
        boolean same = chosen != null && selected != null && chosen.handle() == selected.handle();
        if (!same) {
            select(handles, chosen == null ? -1 : index(answer.handles(), chosen));
        }
        showing = false;
    }

    private static int index(List<SiteRow> rows, @Nullable CallbackId line) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(line)) {
                return i;
            }
        }
        return -1;
    }

    private static int index(List<Callback> rows, Callback callback) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).handle() == callback.handle() && rows.get(i).registered() == callback.registered()) {
                return i;
            }
        }
        return -1;
    }

    private static void select(TableView<?> table, int row) {
        if (row < 0) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearAndSelect(row);
        }
    }

    private <R> void listen(TableView<R> table, Consumer<R> chosen) {
        table.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> {
            if (!showing && is != null) {
                chosen.accept(is);
            }
        });
    }

    private void handleColumns(LongConsumer onInspect) {
        handles.setId("callback-handles");
        handles.setAccessibleText(Words.say("callbacks.table"));
        TableColumn<Callback, Callback> handle = FilterColumns.text(
                Words.say("callbacks.handle"), 130, callback -> Words.address(callback.handle()), "mono");
        handle.setCellFactory(ignored -> Cells.address(Callback::handle, onInspect));
        TableColumn<Callback, Callback> target = FilterColumns.text(
                Words.say("callbacks.target"),
                190,
                callback -> CallbackWords.shortTarget(callback.targetClass() == null ? "" : callback.targetClass()));
        TableColumn<Callback, Double> age = FilterColumns.number(
                Words.say("blocks.age"),
                88,
                callback -> (now - callback.registered()) / 1e9,
                callback -> Words.age(now - callback.registered()));
        TableColumn<Callback, Double> inCycles = FilterColumns.number(
                Words.say("blocks.cycles"),
                66,
                callback -> clock.since(callback.registered()),
                callback -> Words.count(clock.since(callback.registered())));
        inCycles.setSortable(false);
        TableColumn<Callback, Double> calls = FilterColumns.number(
                Words.say("callbacks.calls"),
                80,
                Callback::invocations,
                callback -> CallbackWords.calls(callback.invocations()));
        TableColumn<Callback, Double> last = FilterColumns.number(
                Words.say("callbacks.lastCall"),
                112,
                callback -> callback.lastInvoked() == 0 ? -1 : (now - callback.lastInvoked()) / 1e9,
                callback -> CallbackWords.lastCall(callback.invocations(), callback.lastInvoked(), now));
        TableColumn<Callback, Callback> owner = FilterColumns.text(
                Words.say("callbacks.owner"), 140, callback -> CallbackWords.owner(callback, cycles));
        TableColumn<Callback, Callback> state = FilterColumns.text(
                Words.say("callbacks.state"),
                110,
                callback -> Words.say(callback.live() ? "callbacks.state.live" : "callbacks.state.released"));
        state.setSortable(false);
        handles.getColumns().setAll(List.of(handle, target, age, inCycles, calls, last, owner, state));
        FitColumns.in(handles, target, 170, List.of(inCycles, age));
        sortedBy(
                handles,
                Map.of(
                        HandleColumn.HANDLE, handle,
                        HandleColumn.TARGET, target,
                        HandleColumn.AGE, age,
                        HandleColumn.CALLS, calls,
                        HandleColumn.LAST_CALL, last,
                        HandleColumn.OWNER, owner),
                HandleColumn.class,
                presenter::sortHandles,
                age);
    }

    private interface Sorting<C> {
        void by(C column, boolean descending);
    }

    /// The presenter sorts, the table only says by what.
    private static <R, C extends Enum<C>> void sortedBy(
            TableView<R> table,
            Map<C, ? extends TableColumn<R, ?>> columns,
            Class<C> type,
            Sorting<C> sorting,
            TableColumn<R, ?> first) {
        columns.forEach((name, column) -> {
            column.setUserData(name);
            column.setId(table.getId() + "-" + name);
        });
        table.setSortPolicy(sorted -> {
            if (!sorted.getSortOrder().isEmpty()) {
                TableColumn<R, ?> by = sorted.getSortOrder().getFirst();
                sorting.by(type.cast(by.getUserData()), by.getSortType() == TableColumn.SortType.DESCENDING);
            }
            return true;
        });
        table.getSortOrder().setAll(List.of(first));
    }

    private static <R> TableColumn<R, R> text(String key, double width, Function<R, String> words) {
        return FilterColumns.text(Words.say(key), width, words);
    }

    private String state(SiteRow row) {
        return row.found() != null
                ? row.found().verdict().words()
                : CallbackWords.lastCall(row.invocations(), row.lastInvoked(), now);
    }

    /// A verdict where there is one, else when it was last called.
    private final class StateCell extends TableCell<SiteRow, SiteRow> {
        @Override
        protected void updateItem(@Nullable SiteRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            if (row == null || empty) {
                return;
            }
            if (row.found() != null) {
                setGraphic(Verdicts.inCell(row.found().verdict()));
            } else {
                setText(CallbackWords.lastCall(row.invocations(), row.lastInvoked(), now));
            }
        }
    }
}
