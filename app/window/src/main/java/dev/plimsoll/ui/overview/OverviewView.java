package dev.plimsoll.ui.overview;

import dev.plimsoll.session.HealthTable;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.KeptDivider;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Nodes of the overview.
final class OverviewView extends SplitPane {

    private static final double HEAD_INSETS = 48;

    final TableView<Account> accounts;
    final TableView<HealthTable.Row> health;
    private final BorderPane lower = new BorderPane();
    final Hyperlink all = new Hyperlink(Words.say("overview.allFindings"));
    private final TextFlow sentence = new TextFlow();
    private final IntConsumer onFinding;
    private final BookChart chart;
    private final FindingCards cards;
    private final Label count = Texts.label("", "count-chip");
    private final VBox unseen = new VBox(4);
    private final EmptyState healthy = new EmptyState("check-circle");
    private final BorderPane right = new BorderPane();
    private final KeptDivider bookEdge;
    private final KeptDivider findingsEdge;

    OverviewView(Tokens tokens, IntConsumer onFinding, HealthTableView.Acts acts) {
        getStyleClass().add("overview");
        chart = new BookChart(tokens);
        accounts = AccountTable.make(tokens);
        health = HealthTableView.make(acts);
        Segments<TableView<?>> tables = new Segments<>(lower::setCenter);
        tables.add(accounts, Words.say("overview.accounts")).setId("show-accounts");
        tables.add(health, Words.say("health.title")).setId("show-health");
        HBox which = new HBox(tables);
        which.getStyleClass().add("tables-head");
        lower.setTop(which);
        lower.setCenter(accounts);
        cards = new FindingCards(onFinding);
        sentence.setId("sentence");
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        this.onFinding = onFinding;
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinWidth(0);
        Segments<Boolean> shape = new Segments<>(chart::lines);
        shape.add(false, Words.say("overview.stacked"));
        shape.add(true, Words.say("overview.lines"));
        shape.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(12, sentence, shape);
        head.getStyleClass().add("overview-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setFillHeight(false);
        // A text flow is as high as its preferred width makes it, whatever room it is given.
        sentence.prefWidthProperty()
                .bind(Bindings.max(
                        200,
                        head.widthProperty().subtract(shape.widthProperty()).subtract(HEAD_INSETS)));
        BorderPane upper = new BorderPane(chart);
        upper.setTop(head);
        SplitPane left = new SplitPane(upper, lower);
        left.setOrientation(Orientation.VERTICAL);
        bookEdge = new KeptDivider(left, "overview.book");
        bookEdge.place(0.52);
        SplitPane.setResizableWithParent(lower, true);
        getItems().setAll(List.of(left, findings()));
        findingsEdge = new KeptDivider(this, "overview.findings");
        findingsEdge.place(0.674);
        all.getStyleClass().add("link");
    }

    void remember(Memory memory) {
        bookEdge.in(memory);
        findingsEdge.in(memory);
    }

    void show(OverviewViewState state) {
        say(state.headline());
        chart.show(state);
        AccountTable.show(accounts, state.book().accounts());
        cards.show(state.findings());
        count.setText(Words.count(state.findings().size()));
        count.getStyleClass().remove("warns");
        boolean any = !state.findings().isEmpty();
        if (any) {
            count.getStyleClass().add("warns");
        }
        all.setVisible(any);
        healthy.say(Words.say("overview.noFindings"), state.headline().words());
        right.setCenter(any ? cards.node() : healthy);
        unseen.getChildren().setAll(Texts.head(Words.say("overview.unseen")));
        for (String line : state.unseen()) {
            Label label = Texts.caption(line);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            unseen.getChildren().add(label);
        }
        unseen.setVisible(!state.unseen().isEmpty());
        unseen.setManaged(!state.unseen().isEmpty());
    }

    private void say(Headline headline) {
        sentence.setAccessibleText(headline.words());
        sentence.getChildren().setAll(words(headline.before()));
        if (!headline.link().isEmpty()) {
            Hyperlink link = new Hyperlink(headline.link());
            link.getStyleClass().addAll("link", "headline");
            link.setOnAction(event -> onFinding.accept(headline.finding()));
            sentence.getChildren().addAll(link, words(headline.after()));
        }
    }

    /// Not a label, which a line cannot break.
    private static Text words(String words) {
        Text text = new Text(words);
        text.getStyleClass().addAll("headline", "words");
        return text;
    }

    private BorderPane findings() {
        HBox head = new HBox(8, Texts.label(Words.say("overview.findings"), "strong"), count, Texts.spacer(), all);
        head.getStyleClass().add("findings-head");
        head.setAlignment(Pos.CENTER_LEFT);
        unseen.getStyleClass().add("unseen");
        right.setTop(head);
        right.setBottom(unseen);
        right.setMinWidth(300);
        return right;
    }
}
