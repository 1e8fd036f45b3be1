package dev.plimsoll.ui.event;

import atlantafx.base.controls.CustomTextField;
import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.kit.BesideDrawer;
import dev.plimsoll.ui.kit.CopiedRows;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.KeptDivider;
import dev.plimsoll.ui.kit.Patience;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes of the Events page. FX thread.
final class EventView {

    private static final double NARROW = 1200;
    private static final double BELOW_WORDS = 140;

    private final EventPresenter presenter;
    private final TypeList types;
    private final ChartSheet chart;
    private final EventTable table;
    private final EventDrawer drawer;
    private final Label name = Texts.label("", "strong", "table-text");
    private final Label count = Texts.caption("");
    private final Label problem = Texts.caption("");
    private final MenuButton field = new MenuButton();
    private final CustomTextField filter = new CustomTextField();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancelRows = new Button(Words.say("events.cancel"));
    private final Button cancelList = new Button(Words.say("events.cancel"));
    private final Patience patience = new Patience(this::offerCancel);
    private final EmptyState empty = new EmptyState("inbox");
    private final SplitPane split = new SplitPane();
    private final BesideDrawer page;
    private final StackPane root = new StackPane();
    private @Nullable RawRows offered;
    private int chosen = -1;

    EventView(PageContext context, Executor background) {
        presenter = new EventPresenter(background, context.door()::run, context::events, this::render);
        types = new TypeList(presenter::choose);
        chart = new ChartSheet(context.tokens(), presenter::width);
        table = new EventTable(presenter, context.memory());
        CopiedRows.in(table.node(), context::copy);
        drawer = new EventDrawer(context.tokens(), this::toggleDrawer, context::copy);
        bar.getStyleClass().add("working-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        for (Button cancel : List.of(cancelRows, cancelList)) {
            cancel.setOnAction(event -> presenter.giveUp());
        }
        cancelRows.setId("events-cancel");
        cancelList.setId("events-cancel-list");
        StackPane.setMargin(cancelList, new Insets(BELOW_WORDS, 0, 0, 0));
        problem.getStyleClass().addAll("warning", "event-problem");
        problem.setId("event-problem");
        problem.setWrapText(true);
        SplitPane right = new SplitPane(chart, table.node());
        right.setOrientation(Orientation.VERTICAL);
        new KeptDivider(right, "events.chart").in(context.memory()).place(0.28);
        BorderPane events = new BorderPane(right, new VBox(tools(), bar, problem), null, null, null);
        split.getItems().setAll(types.node(), events);
        SplitPane.setResizableWithParent(types.node(), false);
        page = new BesideDrawer(split, drawer.node(), NARROW);
        page.remember("events", context.memory());
        // Until an event is chosen the table has all the room.
        page.startClosed();
        root.getStyleClass().add("event-page");
        root.getChildren().setAll(empty);
        KeptDivider typesEdge = new KeptDivider(split, "events.types").in(context.memory());
        split.widthProperty().addListener((observed, was, is) -> {
            if (is.doubleValue() > 0) {
                typesEdge.place((root.getWidth() < NARROW ? 236 : 280) / is.doubleValue());
            }
        });
        render(presenter.state());
    }

    Region node() {
        return root;
    }

    EventPresenter presenter() {
        return presenter;
    }

    private HBox tools() {
        field.setId("event-field");
        filter.setId("event-filter");
        filter.setPromptText(Words.say("events.filter"));
        filter.setAccessibleText(Words.say("events.filter"));
        filter.setTooltip(new Tooltip(Words.say("events.filter.tip")));
        filter.setPrefWidth(280);
        filter.setMinWidth(160);
        filter.setLeft(Icons.of("search"));
        filter.textProperty().addListener((observed, was, is) -> presenter.filter(is));
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DOWN) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    filter.clear();
                }
                table.node().requestFocus();
                event.consume();
            }
        });
        name.setMinWidth(80);
        HBox tools = new HBox(name, count, cancelRows, Texts.spacer(), field, filter);
        tools.getStyleClass().add("tool-row");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private void offerCancel(boolean offered) {
        for (Button cancel : List.of(cancelRows, cancelList)) {
            cancel.setVisible(offered);
            cancel.setManaged(offered);
        }
    }

    private void render(EventViewState state) {
        RawType type = state.type();
        if (type == null) {
            nothing(state);
            patience.working(state.reading() >= 0 && !state.live());
            root.getChildren().setAll(List.of(empty, cancelList));
            return;
        }
        root.getChildren().setAll(List.of(page));
        types.show(state);
        table.show(state);
        chart.show(state.chart());
        drawer.show(state);
        if (state.selected() >= 0 && chosen < 0 && !page.narrow()) {
            page.open(true);
        }
        chosen = state.selected();
        name.setText(type.name());
        boolean reading = state.reading() >= 0;
        bar.setVisible(reading);
        bar.setManaged(reading);
        bar.setProgress(state.reading());
        patience.working(reading && !state.live());
        count.setText(count(state));
        RawRows rows = state.rows();
        String wrong = !state.index().error().isEmpty()
                ? state.index().error()
                : !state.failure().isEmpty()
                        ? state.failure()
                        : rows == null || rows.problem() == null ? "" : rows.problem();
        problem.setText(wrong);
        problem.setVisible(!wrong.isEmpty());
        problem.setManaged(!wrong.isEmpty());
        filter.getStyleClass().remove("bad");
        if (!state.index().error().isEmpty()) {
            filter.getStyleClass().add("bad");
        }
        if (!filter.getText().equals(state.wanted().filter())) {
            filter.setText(state.wanted().filter());
        }
        offer(state);
    }

    private void nothing(EventViewState state) {
        if (state.live() && state.failure().isEmpty()) {
            empty.say(Words.say("events.live"), Words.say("events.liveHow"));
        } else if (!state.failure().isEmpty()) {
            empty.say(Words.say("events.failed"), state.failure());
        } else if (state.reading() >= 0) {
            empty.say(Words.say("events.looking"), Words.percent(state.reading()));
        } else {
            empty.say(Words.say("events.empty"), Words.say("events.emptyHow"));
        }
    }

    private static String count(EventViewState state) {
        RawRows rows = state.rows();
        if (rows == null) {
            return state.reading() < 0 ? "" : Words.say("events.reading", Words.percent(state.reading()));
        }
        if (state.live()) {
            return live(state, rows);
        }
        return state.index().size() == rows.size()
                ? Words.say(rows.size() == 1 ? "events.one" : "events.all", Words.count(rows.size()))
                : Words.say("events.some", Words.count(state.index().size()), Words.count(rows.size()));
    }

    /// Also how much is kept: a target may go on for days.
    private static String live(EventViewState state, RawRows rows) {
        String kept = Words.bytes(rows.bytes());
        String came = Words.count(rows.first() + rows.size());
        if (state.index().size() != rows.size()) {
            return Words.say(
                    "events.liveSome", Words.count(state.index().size()), came, Words.count(rows.size()), kept);
        }
        return rows.first() == 0
                ? Words.say("events.liveAll", came, kept)
                : Words.say("events.liveNewest", Words.count(rows.size()), came, kept);
    }

    /// The numeric fields of this type, to draw one of them.
    private void offer(EventViewState state) {
        RawRows rows = state.rows();
        field.setVisible(rows != null && !state.chartField().isEmpty());
        chart.setVisible(!state.chartField().isEmpty());
        if (rows == null) {
            return;
        }
        if (!Identity.same(rows, offered)) {
            boolean more = rows.continues(offered);
            offered = rows;
            if (more) {
                return;
            }
            ToggleGroup group = new ToggleGroup();
            field.getItems().clear();
            for (RawField each : rows.fields()) {
                if (each.kind().numeric()) {
                    RadioMenuItem item = new RadioMenuItem(each.label());
                    item.setId("event-field-" + each.name());
                    item.setToggleGroup(group);
                    item.setSelected(each.name().equals(state.chartField()));
                    item.setOnAction(event -> presenter.chart(each.name()));
                    field.getItems().add(item);
                }
            }
        }
        int drawn = rows.field(state.chartField());
        field.setText(
                drawn < 0
                        ? ""
                        : Words.say("events.drawn", rows.fields().get(drawn).label()));
    }

    void toggleDrawer() {
        page.toggle();
    }

    boolean accept(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            filter.requestFocus();
            filter.selectAll();
            return true;
        }
        if (!event.isShortcutDown() && !event.isAltDown() && event.getCode() == KeyCode.Q) {
            toggleDrawer();
            return true;
        }
        return false;
    }
}
