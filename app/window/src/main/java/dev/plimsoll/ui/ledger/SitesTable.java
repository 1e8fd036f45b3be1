package dev.plimsoll.ui.ledger;

import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Cells;
import dev.plimsoll.ui.kit.FilterColumns;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Rows;
import dev.plimsoll.ui.kit.SparkCell;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Map;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import org.controlsfx.control.tableview2.FilteredTableColumn;
import org.controlsfx.control.tableview2.FilteredTableView;
import org.jspecify.annotations.Nullable;

/// The table of sites. It shows what it is given in the order it is given; sorting and filtering are asked of the
/// presenter. FX thread.
final class SitesTable {

    private final AllocationsPresenter presenter;
    private final Rows<SiteRow> rows = new Rows<>();
    private final FilteredTableView<SiteRow> table;
    private List<SiteRow> shown = List.of();
    private boolean showing;

    SitesTable(AllocationsPresenter presenter, Tokens tokens) {
        this.presenter = presenter;
        this.table = FilterColumns.table(this::sort, presenter::columns);
        table.setId("sites");
        table.setAccessibleText(Words.say("sites.title"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        FilteredTableColumn<SiteRow, SiteRow> binding = FilterColumns.text(
                Words.say("sites.binding"), 96, row -> row.site().binding());
        binding.setCellFactory(ignored -> Cells.binding(row -> row.site().binding(), tokens));
        FilteredTableColumn<SiteRow, SiteRow> site = FilterColumns.text(Words.say("sites.site"), 320, SiteRow::label);
        site.setCellFactory(ignored -> Cells.frame(row -> row.site().frame(), Words.say("sites.noStack")));
        var live = FilterColumns.<SiteRow>number(
                Words.say("sites.live"),
                92,
                row -> row.live().value() / 1048576,
                row -> Words.mib(row.live().value()),
                "strong");
        var margin = FilterColumns.<SiteRow>number(
                Words.say("sites.margin"),
                74,
                row -> row.live().margin() / 1048576,
                row -> Words.marginMib(row.live()),
                "secondary");
        var blocks = FilterColumns.<SiteRow>number(
                Words.say("sites.blocks"),
                84,
                row -> row.blocks().value(),
                row -> count(row.blocks().value()));
        var freed =
                FilterColumns.<SiteRow>number(Words.say("sites.freed"), 84, SiteRow::freed, row -> count(row.freed()));
        var age = FilterColumns.<SiteRow>number(
                Words.say("sites.age"),
                128,
                SiteRow::medianAge,
                row -> row.medianAge() < 0 ? "" : Words.count(row.medianAge()));
        TableColumn<SiteRow, SiteRow> survivors = FilterColumns.picture(Words.say("sites.survivors"), 90);
        survivors.setCellFactory(
                ignored -> new SparkCell<>(SiteRow::survivors, row -> row.site().binding(), tokens));
        FilteredTableColumn<SiteRow, SiteRow> owner =
                FilterColumns.text(Words.say("sites.owner"), 220, SitesTable::owner);
        owner.setCellFactory(ignored -> Cells.text(SitesTable::owner));
        FilteredTableColumn<SiteRow, SiteRow> verdict = FilterColumns.text(
                Words.say("sites.verdict"),
                200,
                row -> row.found() == null ? "" : row.found().verdict().words());
        verdict.setCellFactory(ignored ->
                Cells.verdict(row -> row.found() == null ? null : row.found().verdict()));
        columns(Map.ofEntries(
                Map.entry(SiteColumn.BINDING, binding),
                Map.entry(SiteColumn.SITE, site),
                Map.entry(SiteColumn.LIVE, live),
                Map.entry(SiteColumn.MARGIN, margin),
                Map.entry(SiteColumn.BLOCKS, blocks),
                Map.entry(SiteColumn.FREED, freed),
                Map.entry(SiteColumn.AGE, age),
                Map.entry(SiteColumn.OWNER, owner),
                Map.entry(SiteColumn.VERDICT, verdict)));
        table.getColumns().setAll(List.of(binding, site, live, margin, blocks, freed, age, survivors, owner, verdict));
        FitColumns.in(table, verdict, 110, List.of(margin, freed, survivors, age, binding));
        table.setItems(rows);
        table.getSortOrder().setAll(List.of(live));
        table.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> {
            if (!showing && is != null) {
                presenter.select(is.id());
            }
        });
        table.hoverProperty().addListener((observed, was, is) -> presenter.rest(is));
    }

    FilteredTableView<SiteRow> node() {
        return table;
    }

    void show(AllocationsViewState state) {
        List<SiteRow> next = state.sites().rows();
        SiteId selected = state.selected();
        if (Identity.same(next, shown) && selected(selected)) {
            return;
        }
        showing = true;
        shown = next;
        rows.show(next);
        int at = -1;
        for (int i = 0; i < next.size() && at < 0; i++) {
            at = next.get(i).id().equals(selected) ? i : -1;
        }
        if (at >= 0) {
            table.getSelectionModel().clearAndSelect(at);
        } else {
            table.getSelectionModel().clearSelection();
        }
        showing = false;
    }

    /// The chosen rows, or all when there is at most one.
    List<SiteRow> chosen() {
        List<SiteRow> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        return chosen.size() > 1 ? chosen : shown;
    }

    private boolean selected(@Nullable SiteId site) {
        SiteRow row = table.getSelectionModel().getSelectedItem();
        return row == null ? site == null : row.id().equals(site);
    }

    /// `Texture collected`, `reachable`, or what part of it.
    static String owner(SiteRow row) {
        String name = row.ownerClass() == null
                ? ""
                : row.ownerClass().substring(row.ownerClass().lastIndexOf('.') + 1);
        if (row.ownerGone() <= 0) {
            return name.isEmpty() ? Words.say("sites.owner.unknown") : Words.say("sites.owner.reachable", name);
        }
        return row.ownerGone() > 0.995
                ? Words.say("sites.owner.collected", name).strip()
                : Words.say("sites.owner.partly", name, Words.percent(row.ownerGone()))
                        .strip();
    }

    private void columns(Map<SiteColumn, TableColumn<SiteRow, ?>> byName) {
        byName.forEach((name, column) -> {
            column.setUserData(name);
            column.setId("sites-" + name);
        });
    }

    private void sort(List<TableColumn<SiteRow, ?>> order) {
        if (!order.isEmpty()) {
            TableColumn<SiteRow, ?> first = order.getFirst();
            if (first.getUserData() instanceof SiteColumn by) {
                presenter.sortSites(by, first.getSortType() == TableColumn.SortType.DESCENDING);
            }
        }
    }

    private static String count(double value) {
        return Words.count(Math.round(value));
    }
}
