package dev.plimsoll.ui.compare;

import dev.plimsoll.comparison.Comparison;
import dev.plimsoll.comparison.FindingChange;
import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ui.kit.Drawer;
import dev.plimsoll.ui.kit.FigureText;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What changed in words, the findings that came and went, and the selected frame or line in figures. FX thread.
final class CompareDrawer {

    private static final int MOST_FINDINGS = 8;

    private final Drawer drawer;
    private final Button blocks = new Button(Words.say("compare.toBlocks"), Icons.of("list"));
    private final Button copy = new Button(Words.say("compare.copy"), Icons.of("copy"));
    private @Nullable Shown shown;

    private record Shown(Answer answer, @Nullable SiteRow row, Optional<FlameBox> box) {}

    /// @param onBlocks leads to the blocks of a line of what the window has open
    /// @param onCopy takes the comparison in words
    CompareDrawer(Runnable onClose, Runnable onBlocks, Consumer<String> onCopy) {
        drawer = new Drawer(Texts.head(Words.say("compare.what")), onClose);
        blocks.setId("compare-blocks");
        blocks.setOnAction(event -> onBlocks.run());
        copy.setId("compare-copy");
        copy.setOnAction(event -> onCopy.accept(String.valueOf(copy.getUserData())));
        drawer.actions(blocks, copy);
    }

    Region node() {
        return drawer;
    }

    /// Nodes that are made anew in every layout would never get their styles: only a change makes them.
    ///
    /// @param canShowBlocks whether the window has the chosen line's blocks
    void show(CompareViewState state, Answer answer, boolean canShowBlocks) {
        Comparison comparison = answer.comparison();
        copy.setUserData(comparison.summary());
        blocks.setDisable(!canShowBlocks);
        SiteRow row = state.row();
        Optional<FlameBox> box = state.selectedBox().filter(selected -> selected.frame() != null);
        Shown wanted = new Shown(answer, row, box);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        VBox body = drawer.body();
        Label headline = Texts.headline(headline(answer));
        headline.setId("compare-headline");
        headline.setWrapText(true);
        headline.setMinHeight(Region.USE_PREF_SIZE);
        Label sampling = Texts.caption(lengths(answer));
        sampling.setWrapText(true);
        sampling.setMinHeight(Region.USE_PREF_SIZE);
        body.getChildren().setAll(headline, sampling, rule(), Texts.head(Words.say("compare.findings")));
        findings(body, comparison);
        body.getChildren().add(rule());
        if (row != null) {
            body.getChildren().add(Texts.head(Words.say("compare.line")));
            frame(body, row.frame());
            GridPane grid = heads(answer);
            figures(grid, 1, answer, row.figure());
            count(grid, 3, Words.say("compare.blocksName"), row.blocks());
            perMinute(grid, 4, answer, row.figure());
            body.getChildren().add(grid);
        } else if (box.isPresent()) {
            body.getChildren().add(Texts.head(Words.say("compare.frame")));
            frame(body, box.get().frame());
            GridPane grid = heads(answer);
            Change change = answer.tree().change(box.get().node());
            figures(grid, 1, answer, change);
            perMinute(grid, 3, answer, change);
            body.getChildren().add(grid);
        } else {
            Label nothing = Texts.caption(Words.say("compare.nothing"));
            nothing.setWrapText(true);
            nothing.setMinHeight(Region.USE_PREF_SIZE);
            body.getChildren().add(nothing);
        }
    }

    private static String headline(Answer answer) {
        Change live = answer.comparison().live();
        String later = answer.asked().question().later();
        String earlier = answer.asked().question().earlier();
        if (!live.differs()) {
            return Words.say("compare.headline.same", later, earlier);
        }
        String amount = Words.bytes(Math.abs(live.difference()));
        return Words.say(
                live.difference() > 0 ? "compare.headline.more" : "compare.headline.less", later, amount, earlier);
    }

    private static String lengths(Answer answer) {
        Comparison comparison = answer.comparison();
        Question question = answer.asked().question();
        String lengths = Words.say(
                "compare.lengths",
                question.earlier(),
                Words.age(comparison.lengthBefore()),
                question.later(),
                Words.age(comparison.lengthAfter()));
        return lengths + " " + Words.say("compare.scaled." + question.scaling(), question.later(), question.earlier());
    }

    private static void findings(VBox body, Comparison comparison) {
        if (comparison.findings().isEmpty()) {
            body.getChildren().add(Texts.caption(Words.say("compare.noFindings")));
        }
        comparison.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(change -> body.getChildren().add(finding(change)));
        int more = comparison.findings().size() - MOST_FINDINGS;
        if (more > 0) {
            body.getChildren().add(Texts.caption(Words.say("compare.moreFindings", more)));
        }
    }

    private static Region finding(FindingChange change) {
        FindingChange.State state = change.state();
        FontIcon icon = Icons.small(
                switch (state) {
                    case NEW -> "alert-octagon";
                    case GONE -> "check-circle";
                    case GREW -> "trending-up";
                    case SHRANK -> "trending-down";
                    case UNCHANGED -> "minus";
                    case UNJUDGED -> "help-circle";
                });
        icon.getStyleClass()
                .add(
                        switch (state) {
                            case NEW, GREW -> change.finding().severity().word();
                            case GONE -> "good";
                            case SHRANK, UNCHANGED, UNJUDGED -> "neutral";
                        });
        Finding finding = change.finding();
        Label word = Texts.label(
                Words.say("compare.state", Words.say("compare.state." + state), Verdicts.word(finding.verdict())),
                "table-text",
                "secondary");
        Frame frame = finding.frame();
        Label where = Texts.mono(frame == null ? finding.verdict().words() : Frames.shortName(frame));
        boolean bytes = change.inBytes();
        Change figure = change.figure();
        Label amount = Texts.label(
                amount(figure.before().value(), bytes) + " → "
                        + amount(figure.after().value(), bytes),
                "mono",
                "figure",
                "secondary");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        where.setPadding(new Insets(0, 0, 0, 20));
        // On a line of its own: beside the figures a name would be cut.
        VBox row = new VBox(2, new HBox(8, icon, word, Texts.spacer(), amount), where);
        if (!figure.exact()) {
            Label margin = Texts.label("± " + amount(figure.margin(), bytes), "mono", "figure", "secondary");
            row.getChildren().add(new HBox(Texts.spacer(), margin));
        }
        row.getStyleClass().add("finding-change");
        return row;
    }

    private static String amount(double value, boolean bytes) {
        return FigureText.of(bytes ? Metric.LIVE_BYTES : Metric.LIVE_BLOCKS, value);
    }

    private static void frame(VBox body, @Nullable Frame frame) {
        body.getChildren().add(frame == null ? Texts.caption(Words.say("sites.noStack")) : Frames.label(frame));
    }

    private static GridPane heads(Answer answer) {
        GridPane grid = new GridPane(12, 6);
        grid.setId("compare-figures");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < 3; i++) {
            ColumnConstraints figures = new ColumnConstraints(68);
            figures.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(figures);
        }
        Question question = answer.asked().question();
        grid.add(Texts.caption(question.earlier()), 1, 0);
        grid.add(Texts.caption(question.later()), 2, 0);
        grid.add(Texts.caption(Words.say("compare.difference", question.later(), question.earlier())), 3, 0);
        return grid;
    }

    private static void figures(GridPane grid, int at, Answer answer, Change change) {
        var metric = answer.metric();
        String name = DiffWords.metric(metric) + (metric.bytes() ? ", " + Words.say("compare.mib") : "");
        grid.add(Texts.label(name, "table-text", "secondary"), 0, at);
        grid.add(Texts.mono(DiffWords.inColumn(metric, change.before().value())), 1, at);
        grid.add(Texts.mono(DiffWords.inColumn(metric, change.after().value())), 2, at);
        grid.add(Texts.monoBold(DiffWords.signedInColumn(metric, change.difference())), 3, at);
        grid.add(Texts.label(Words.say("sites.margin"), "table-text", "secondary"), 0, at + 1);
        grid.add(Texts.mono(DiffWords.margin(metric, new Change(Estimate.ZERO, change.before()))), 1, at + 1);
        grid.add(Texts.mono(DiffWords.margin(metric, new Change(Estimate.ZERO, change.after()))), 2, at + 1);
        grid.add(Texts.mono(DiffWords.margin(metric, change)), 3, at + 1);
    }

    private static void count(GridPane grid, int at, String name, Change change) {
        grid.add(Texts.label(name, "table-text", "secondary"), 0, at);
        grid.add(Texts.mono(Words.count(Math.round(change.before().value()))), 1, at);
        grid.add(Texts.mono(Words.count(Math.round(change.after().value()))), 2, at);
        grid.add(Texts.monoBold(DiffWords.signedInColumn(Metric.LIVE_BLOCKS, change.difference())), 3, at);
    }

    private static void perMinute(GridPane grid, int at, Answer answer, Change change) {
        double before =
                change.before().value() / Math.max(1e-9, answer.comparison().lengthBefore() / 60e9);
        double after =
                change.after().value() / Math.max(1e-9, answer.comparison().lengthAfter() / 60e9);
        var metric = answer.metric();
        grid.add(Texts.label(Words.say("compare.perMinute"), "table-text", "secondary"), 0, at);
        grid.add(Texts.mono(DiffWords.inColumn(metric, before)), 1, at);
        grid.add(Texts.mono(DiffWords.inColumn(metric, after)), 2, at);
        grid.add(Texts.monoBold(DiffWords.signedInColumn(metric, after - before)), 3, at);
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule-2");
        return rule;
    }
}
