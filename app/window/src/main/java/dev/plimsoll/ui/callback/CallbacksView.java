package dev.plimsoll.ui.callback;

import atlantafx.base.controls.CustomTextField;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.kit.BesideDrawer;
import dev.plimsoll.ui.kit.CopiedRows;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.KeptColumns;
import dev.plimsoll.ui.kit.KeptDivider;
import dev.plimsoll.ui.kit.Key;
import dev.plimsoll.ui.kit.LifeLanes;
import dev.plimsoll.ui.kit.Pace;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Unrecorded;
import dev.plimsoll.ui.kit.Words;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Nodes of the callbacks page: lines above, lives of some callbacks, the callbacks themselves, one in the drawer.
/// FX thread.
final class CallbacksView {

    private static final double NARROW = 1200;
    private static final double GUTTER = 132;

    /// Share of the height.
    private static final double MOST_OF_SITES = 0.34;

    private static final double ROW = 26;
    private static final int FEWEST_LINES = 3;
    private static final Duration BETWEEN_ANSWERS = Duration.ofSeconds(1);

    private final CallbacksPresenter presenter;
    private final Segments<Boolean> listing;
    private final HBox figures = new HBox(16);
    private final CustomTextField field = new CustomTextField();
    private final ToggleButton regex = new ToggleButton(".*");
    private final CallbackTables tables;
    private final LifeLanes lanes;
    private final Label lanesHead = Texts.label("", "table-text", "strong");
    private final Label lanesNote = Texts.caption("");
    private final CallbackDrawer drawer;
    private final EmptyState empty = new EmptyState("phone-off");
    private final BorderPane main = new BorderPane();
    private final SplitPane split = new SplitPane();
    private final KeptDivider edge;
    private final BesideDrawer root;
    private boolean sharedOut;

    CallbacksView(PageContext context) {
        this.presenter = new CallbacksPresenter(
                context.background(), context.door()::run, Pace.of(BETWEEN_ANSWERS, context.door()::run), this::render);
        this.listing = new Segments<>(presenter::listAll);
        this.tables = new CallbackTables(presenter, context.tokens(), context::inspect);
        KeptColumns.in(tables.sites(), context.memory());
        KeptColumns.in(tables.handles(), context.memory());
        CopiedRows.in(tables.sites(), context::copy);
        CopiedRows.in(tables.handles(), context::copy);
        this.lanes = new LifeLanes(context.tokens(), 12, GUTTER, Fonts.mono(11));
        this.drawer = new CallbackDrawer(context, this::toggleDrawer);
        this.root = new BesideDrawer(main, drawer.node(), NARROW);
        root.remember("callbacks", context.memory());
        main.setTop(tools());
        HBox head = new HBox(10, lanesHead, lanesNote, Texts.spacer(), legend(context));
        head.getStyleClass().add("pane-head");
        BorderPane lower = new BorderPane(tables.handles(), new VBox(head, lanes), null, null, null);
        lower.getStyleClass().add("callback-lower");
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().setAll(tables.sites(), lower);
        edge = new KeptDivider(split, "callbacks.sites").in(context.memory());
        edge.place(MOST_OF_SITES);
        root.getStyleClass().add("callbacks-page");
    }

    Region node() {
        return root;
    }

    CallbacksPresenter presenter() {
        return presenter;
    }

    void show(Snapshot snapshot, Optional<TimeRange> range) {
        presenter.show(snapshot, range);
    }

    boolean accept(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            field.requestFocus();
            field.selectAll();
            return true;
        }
        if (event.getCode() == KeyCode.Q && !event.isShortcutDown()) {
            toggleDrawer();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            return true;
        }
        return false;
    }

    void revealDrawer() {
        root.reveal();
    }

    void toggleDrawer() {
        root.toggle();
    }

    private Node tools() {
        listing.add(false, Words.say("callbacks.bySite")).setId("callbacks-by-site");
        listing.add(true, Words.say("callbacks.all")).setId("callbacks-all");
        listing.setMinWidth(Region.USE_PREF_SIZE);
        figures.setAlignment(Pos.CENTER_LEFT);
        figures.setMinWidth(Region.USE_PREF_SIZE);
        field.setId("callbacks-search");
        field.setPromptText(Words.say("callbacks.filter"));
        field.setAccessibleText(Words.say("callbacks.filter"));
        field.setLeft(Icons.of("search"));
        field.setPrefWidth(170);
        regex.setSelected(true);
        regex.getStyleClass().add("field-toggle");
        regex.setTooltip(new Tooltip(Words.say("flame.regex")));
        regex.setAccessibleText(Words.say("flame.regex"));
        regex.setOnAction(event -> presenter.search(field.getText(), regex.isSelected()));
        HBox right = new HBox(regex);
        right.setAlignment(Pos.CENTER);
        field.setRight(right);
        field.textProperty().addListener((observed, was, is) -> presenter.search(is, regex.isSelected()));
        HBox row = new HBox(listing, figures, Texts.spacer(), field);
        row.getStyleClass().add("tool-row");
        return row;
    }

    private static Node legend(PageContext context) {
        Key bar = new Key(context.tokens());
        return new HBox(
                12,
                bar.entry(Words.say("callbacks.key.call"), Token.TEXT),
                bar.entry(Words.say("callbacks.key.ownerGone"), Token.CRITICAL),
                bar.entry(Words.say("callbacks.key.gc"), Token.GC));
    }

    /// Few lines need little room: what they leave goes to the callbacks. Once, so that nothing moves later.
    private void shareOut(int lines) {
        double height = split.getHeight();
        if (!sharedOut && height > 0) {
            sharedOut = true;
            edge.place(Math.min(MOST_OF_SITES, ROW * (1.5 + Math.max(FEWEST_LINES, lines)) / height));
        }
    }

    private void render(CallbacksViewState state) {
        CallbackAnswer answer = state.answer();
        if (answer == null) {
            return;
        }
        if (state.empty()) {
            Unrecorded.callbacks(answer.snapshot())
                    .ifPresentOrElse(
                            how -> empty.say(Words.say("callbacks.unrecorded"), how),
                            () -> empty.say(Words.say("callbacks.empty"), Words.say("callbacks.empty.how")));
            main.setCenter(new StackPane(empty));
            figures(answer);
            return;
        }
        if (main.getCenter() == null || !main.getCenter().equals(split)) {
            main.setCenter(split);
        }
        field.getStyleClass().remove("bad");
        if (!state.search().error().isEmpty()) {
            field.getStyleClass().add("bad");
        }
        figures(answer);
        tables.show(state);
        shareOut(answer.sites().size());
        var ofLine = answer.handles().stream()
                .filter(callback -> state.all()
                        || CallbackAnswer.id(answer.snapshot(), callback).equals(answer.selected()))
                .toList();
        lanes.show(CallbackLanes.of(ofLine, answer.snapshot()));
        lanesHead.setText(head(state, answer));
        lanesNote.setText(
                ofLine.size() > CallbackLanes.MOST ? Words.say("callbacks.lanes.some", CallbackLanes.MOST) : "");
        SiteRow site = answer.sites().stream()
                .filter(row -> row.id().equals(answer.selected()))
                .findFirst()
                .orElse(null);
        drawer.show(state.chosen(), site, answer.snapshot());
    }

    private static String head(CallbacksViewState state, CallbackAnswer answer) {
        String count = Words.count(answer.handles().size());
        CallbackId line = answer.selected();
        if (state.all() || line == null) {
            return Words.say("callbacks.lanes.all", count);
        }
        return Words.say(
                "callbacks.lanes.of",
                count,
                line.frame() == null ? Words.say("sites.noStack") : Frames.shortName(line.frame()));
    }

    private void figures(CallbackAnswer answer) {
        var ledger = answer.snapshot().ledger();
        figures.getChildren()
                .setAll(
                        figure("callbacks.figure.live", ledger.callbacksLive(), false),
                        figure("callbacks.figure.registered", ledger.callbacksRegistered(), false),
                        figure("callbacks.figure.released", ledger.callbacksReleased(), false),
                        figure("callbacks.figure.ownerGone", answer.ownerGone(), answer.ownerGone() > 0));
        if (!answer.complete() && !root.narrow()) {
            figures.getChildren().add(Texts.caption(Words.say("callbacks.figure.incomplete")));
        }
    }

    private static Node figure(String key, long value, boolean warns) {
        Label figure = Texts.label(Words.count(value), "mono", "figure-12", "strong");
        if (warns) {
            figure.getStyleClass().add("warning");
        }
        HBox box = new HBox(6, Texts.label(Words.say(key), "table-text", "secondary"), figure);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
