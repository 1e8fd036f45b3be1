package dev.plimsoll.ui.compare;

import dev.plimsoll.finding.Verdict;
import dev.plimsoll.flame.Difference;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Cells;
import dev.plimsoll.ui.kit.DiffFill;
import dev.plimsoll.ui.kit.FilterColumns;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.controlsfx.control.tableview2.FilteredTableView;
import org.jspecify.annotations.Nullable;

/// Lines of code by how much they changed. FX thread.
final class ChangesTable {

    private static final double BAR = 76;
    private static final double WIDE_SITE = 316;
    private static final double NARROWEST_SITE = 230;

    private final ObservableList<SiteRow> rows = FXCollections.observableArrayList();
    private final FilteredTableView<SiteRow> table = FilterColumns.table(rows);
    private final TableColumn<SiteRow, SiteRow> site;
    private final TableColumn<SiteRow, Double> before;
    private final TableColumn<SiteRow, Double> after;
    private final TableColumn<SiteRow, Double> change;
    private final TableColumn<SiteRow, Double> margin;
    private final TableColumn<SiteRow, Double> blocksBefore;
    private final TableColumn<SiteRow, Double> blocksAfter;
    private final TableColumn<SiteRow, SiteRow> verdict;
    private List<SiteRow> shown = List.of();
    private Metric metric = Metric.LIVE_BYTES;
    private double largest = 1;
    private String earlier = "A";
    private String later = "B";
    private boolean showing;

    ChangesTable(ComparePresenter presenter, Tokens tokens) {
        table.setId("changes");
        table.setAccessibleText(Words.say("compare.changes"));
        TableColumn<SiteRow, SiteRow> binding = FilterColumns.text(Words.say("sites.binding"), 92, SiteRow::binding);
        binding.setCellFactory(ignored -> Cells.binding(SiteRow::binding, tokens));
        site = FilterColumns.text(Words.say("sites.site"), WIDE_SITE, ChangesTable::label);
        site.setCellFactory(ignored -> Cells.frame(SiteRow::frame, Words.say("sites.noStack")));
        before = FilterColumns.number(
                "",
                84,
                row -> figure(row.figure().before().value()),
                row -> DiffWords.inColumn(metric, row.figure().before().value()));
        after = FilterColumns.number(
                "",
                84,
                row -> figure(row.figure().after().value()),
                row -> DiffWords.inColumn(metric, row.figure().after().value()));
        change = FilterColumns.number(
                "",
                84,
                row -> figure(row.figure().difference()),
                row -> DiffWords.signedInColumn(metric, row.figure().difference()),
                "strong");
        change.setComparator(Comparator.comparingDouble(Math::abs));
        TableColumn<SiteRow, SiteRow> bar = FilterColumns.picture("", BAR + 16);
        bar.setCellFactory(ignored -> new BarCell(tokens));
        margin = FilterColumns.number(
                Words.say("sites.margin"),
                68,
                row -> figure(row.figure().margin()),
                row -> DiffWords.margin(metric, row.figure()));
        blocksBefore = FilterColumns.number(
                "",
                84,
                row -> row.blocks().before().value(),
                row -> count(row.blocks().before().value()));
        blocksAfter = FilterColumns.number(
                "",
                84,
                row -> row.blocks().after().value(),
                row -> count(row.blocks().after().value()));
        verdict = FilterColumns.text("", 136, this::words);
        verdict.setComparator(Comparator.comparing(ChangesTable::word));
        verdict.setCellFactory(ignored -> new VerdictCell());
        table.getColumns()
                .setAll(List.of(binding, site, before, after, change, bar, margin, blocksBefore, blocksAfter, verdict));
        List<String> ids = List.of(
                "binding",
                "site",
                "before",
                "after",
                "change",
                "bar",
                "margin",
                "blocks-before",
                "blocks-after",
                "verdict");
        for (int i = 0; i < ids.size(); i++) {
            // Their heads say what is compared, and change with it.
            table.getColumns().get(i).setId("changes-" + ids.get(i));
        }
        FitColumns.in(table, site, NARROWEST_SITE, List.of(blocksBefore, margin, bar, before));
        table.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> {
            if (!showing && is != null) {
                presenter.row(is);
            }
        });
    }

    FilteredTableView<SiteRow> node() {
        return table;
    }

    void show(CompareViewState state, Answer answer) {
        showing = true;
        Question question = answer.asked().question();
        if (!Identity.same(answer.rows(), shown)) {
            metric = answer.metric();
            shown = answer.rows();
            largest = shown.stream()
                    .mapToDouble(row -> Math.abs(row.figure().difference()))
                    .max()
                    .orElse(1);
            heads(question);
            rows.setAll(shown);
        }
        SiteRow row = state.row();
        if (row == null) {
            table.getSelectionModel().clearSelection();
        } else if (!row.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row));
        }
        showing = false;
    }

    private void heads(Question question) {
        earlier = question.earlier();
        later = question.later();
        String unit = metric.bytes() ? Words.say("compare.mib") : "";
        before.setText((question.earlier() + " " + unit).strip());
        after.setText((question.later() + " " + unit).strip());
        change.setText(Words.say("compare.difference", question.later(), question.earlier()));
        boolean live = metric == Metric.LIVE_BYTES || metric == Metric.LIVE_BLOCKS;
        String blocks = live ? "compare.blocks" : metric == Metric.CALLBACKS ? "compare.callbacks" : "compare.taken";
        blocksBefore.setText(Words.say(blocks, question.earlier()));
        blocksAfter.setText(Words.say(blocks, question.later()));
        verdict.setText(Words.say("compare.verdict", question.later()));
    }

    private static String label(SiteRow row) {
        return row.frame() == null ? "" : row.frame().label();
    }

    private static String word(SiteRow row) {
        return row.closed() ? "" : row.verdict() == null ? "~" : row.verdict().words();
    }

    /// In the unit of the column's head.
    private double figure(double value) {
        return metric.bytes() ? value / (1 << 20) : value;
    }

    private String words(SiteRow row) {
        Verdict known = row.verdict();
        return known == null ? plain(row) : known.words();
    }

    /// Of a line without a verdict.
    private String plain(SiteRow row) {
        if (row.closed()) {
            return Words.say("compare.closed");
        }
        if (row.keyBefore() == null) {
            return Words.say("compare.newIn", later);
        }
        return row.keyAfter() == null ? Words.say("compare.onlyIn", earlier) : "";
    }

    private static String count(double value) {
        return Words.count(Math.round(value));
    }

    /// To the left for less, to the right for more, in the colour of the graph.
    private final class BarCell extends TableCell<SiteRow, SiteRow> {

        private final Sheet sheet;

        BarCell(Tokens tokens) {
            sheet = new Sheet(tokens) {
                @Override
                protected void paint(GraphicsContext gc, double width, double height) {
                    SiteRow row = getItem();
                    if (row == null) {
                        return;
                    }
                    double middle = width / 2;
                    double length = row.figure().difference() / largest * (middle - 1);
                    var color = tokens().get(DiffFill.fill(Difference.of(row.figure())));
                    pixels().fill(
                                    gc,
                                    Math.min(middle, middle + length),
                                    4,
                                    Math.max(1, Math.abs(length)),
                                    height - 8,
                                    color);
                }
            };
            sheet.setPrefSize(BAR, 16);
            sheet.setMaxSize(BAR, 16);
        }

        @Override
        protected void updateItem(@Nullable SiteRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null || empty ? null : sheet);
            sheet.repaint();
        }
    }

    private final class VerdictCell extends TableCell<SiteRow, SiteRow> {

        @Override
        protected void updateItem(@Nullable SiteRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
            } else if (row.verdict() != null) {
                setGraphic(Verdicts.inCell(row.verdict()));
            } else {
                setGraphic(Texts.label(plain(row), "table-text", row.closed() ? "good" : "secondary"));
            }
        }
    }
}
