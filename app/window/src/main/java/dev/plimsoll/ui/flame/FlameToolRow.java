package dev.plimsoll.ui.flame;

import atlantafx.base.controls.CustomTextField;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.KeyCaps;
import dev.plimsoll.ui.kit.Search;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The controls above the graph. FX thread.
final class FlameToolRow extends HBox {

    private static final int CYCLES_OFFERED = 24;

    /// Steps in which words give way.
    private static final int BRIEFEST = 3;

    private final FlamePresenter presenter;
    private final MenuButton metric = new MenuButton();
    private final ToggleGroup metrics = new ToggleGroup();
    private final Menu cycles = new Menu(Words.say("flame.metric.DIED_IN_CYCLE"));
    private final Segments<Twin> twin;
    private final ShapeMenu shape;
    private final Button flip = new Button();
    private final MenuButton colour = new MenuButton();
    private final Button back = new Button(null, Icons.of("arrow-left"));
    private final Button forward = new Button(null, Icons.of("arrow-right"));
    private final CustomTextField field = new CustomTextField();
    private final ToggleButton regex = new ToggleButton(".*");
    private final HBox fieldKeys = KeyCaps.caps(List.of("Ctrl", "F"));
    private final Label found = Texts.caption("");
    private final Runnable leaveField;
    private List<Cycle> offered = List.of();
    private String colourName = "";
    private int brief;
    private double fittedWidth = -1;
    private double fittedNeed = -1;

    /// @param leaveField gives the focus back to the graph
    FlameToolRow(FlamePresenter presenter, Runnable leaveField) {
        this.presenter = presenter;
        this.leaveField = leaveField;
        this.twin = new Segments<>(presenter::twin);
        this.shape = new ShapeMenu(presenter);
        getStyleClass().add("tool-row");
        setAlignment(Pos.CENTER_LEFT);
        metricMenu();
        twin.add(Twin.GRAPH, Words.say("flame.twin.flame")).setId("flame-as-graph");
        twin.add(Twin.TREE, Words.say("flame.twin.tree")).setId("flame-as-tree");
        twin.add(Twin.SANDWICH, Words.say("flame.twin.sandwich")).setId("flame-as-sandwich");
        flip.setId("flame-flip");
        flip.setTooltip(new Tooltip(Words.say("flame.flip.tip")));
        flip.setOnAction(event -> presenter.flip());
        colourMenu();
        history();
        searchField();
        Region rule = new Region();
        rule.getStyleClass().add("band-separator");
        getChildren()
                .addAll(metric, twin, shape.node(), flip, colour, rule, back, forward, Texts.spacer(), found, field);
    }

    void show(FlameViewState state, boolean narrow) {
        metric.setText(FlameWords.metric(state.question()));
        metrics.getToggles().stream()
                .filter(toggle -> state.question().metric().equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(metrics::selectToggle);
        offerCycles(state.cycles());
        twin.select(state.twin());
        shape.show(state, narrow);
        flip.setText(Words.say(state.rootOnTop() ? "flame.flip.icicle" : "flame.flip.flame"));
        flip.setGraphic(Icons.of(state.rootOnTop() ? "arrow-down" : "arrow-up"));
        flip.setDisable(state.twin() != Twin.GRAPH);
        colourName = Words.say("flame.colour." + state.colour().name());
        show(colour, !narrow);
        back.setDisable(!state.canGoBack());
        forward.setDisable(!state.canGoForward());
        if (!field.getText().equals(state.search().text())) {
            field.setText(state.search().text());
        }
        field.getStyleClass().remove("bad");
        if (!state.search().error().isEmpty()) {
            field.getStyleClass().add("bad");
        }
        found.setText(found(state));
        // What is wrong with a pattern may be long.
        found.setMinWidth(state.search().error().isEmpty() ? USE_PREF_SIZE : 60);
        show(found, !found.getText().isEmpty());
        show(fieldKeys, state.search().text().isEmpty());
        brief(brief);
        requestLayout();
    }

    /// With a search there is less room: the colour's word goes first, then the direction's, then those of the flip.
    @Override
    protected void layoutChildren() {
        double width = getWidth();
        // Each try asks for another layout: only where something that decides has changed.
        if (width != fittedWidth || computePrefWidth(-1) != fittedNeed) {
            fit(width);
            fittedWidth = width;
            fittedNeed = computePrefWidth(-1);
        }
        super.layoutChildren();
    }

    private void fit(double width) {
        for (int step = 0; step <= BRIEFEST; step++) {
            brief(step);
            if (computePrefWidth(-1) <= width) {
                return;
            }
        }
    }

    private void brief(int step) {
        brief = step;
        colour.setText(step > 0 ? colourName : Words.say("flame.colour", colourName));
        shape.brief(step > 1);
        flip.setContentDisplay(step > 2 ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    private static void show(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static String found(FlameViewState state) {
        Search search = state.search();
        if (!search.error().isEmpty()) {
            return search.error();
        }
        if (!search.active()) {
            return "";
        }
        int matches = state.answer().search().matches().size();
        String share = Words.percent(state.answer().search().share());
        return state.matchNumber().isPresent()
                ? Words.say("flame.found.at", state.matchNumber().getAsInt(), Words.count(matches), share)
                : Words.say("flame.found", Words.count(state.answer().search().frames()), share);
    }

    private void metricMenu() {
        metric.setId("flame-metric");
        for (Metric each : Metric.values()) {
            if (each != Metric.DIED_IN_CYCLE) {
                RadioMenuItem item = new RadioMenuItem(Words.say(FlameWords.metricKey(each)));
                item.setId("flame-metric-" + each);
                item.setToggleGroup(metrics);
                item.setUserData(each);
                item.setOnAction(event -> presenter.metric(each));
                metric.getItems().add(item);
            }
        }
        metric.getItems().addAll(new SeparatorMenuItem(), cycles);
    }

    private void offerCycles(List<Cycle> newest) {
        if (newest.equals(offered)) {
            return;
        }
        offered = newest;
        List<MenuItem> items = newest.stream()
                .limit(CYCLES_OFFERED)
                .map(cycle -> {
                    MenuItem item = new MenuItem(FlameWords.cycle(cycle));
                    item.setId("flame-cycle-" + cycle.gcId());
                    item.setOnAction(event -> presenter.diedIn(cycle.gcId()));
                    return item;
                })
                .toList();
        cycles.getItems().setAll(items);
        cycles.setDisable(items.isEmpty());
    }

    private void colourMenu() {
        colour.setId("flame-colour");
        ToggleGroup group = new ToggleGroup();
        for (ColourBy by : ColourBy.values()) {
            RadioMenuItem item = new RadioMenuItem(Words.say("flame.colour." + by.name()));
            item.setId("flame-colour-" + by);
            item.setToggleGroup(group);
            item.setSelected(by == ColourBy.SIDE);
            item.setOnAction(event -> presenter.colour(by));
            colour.getItems().add(item);
        }
    }

    private void history() {
        back.setId("flame-back");
        back.setAccessibleText(Words.say("flame.back"));
        back.setTooltip(new Tooltip(Words.say("flame.back")));
        back.setOnAction(event -> presenter.back());
        forward.setId("flame-forward");
        forward.setAccessibleText(Words.say("flame.forward"));
        forward.setTooltip(new Tooltip(Words.say("flame.forward")));
        forward.setOnAction(event -> presenter.forward());
        List.of(back, forward).forEach(button -> button.getStyleClass().addAll("flat", "icon-only"));
    }

    private void searchField() {
        field.setId("flame-search");
        field.setPromptText(Words.say("flame.search"));
        field.setAccessibleText(Words.say("flame.search"));
        field.setPrefWidth(220);
        field.setMinWidth(150);
        field.setLeft(Icons.of("search"));
        regex.setId("flame-regex");
        regex.setSelected(true);
        regex.getStyleClass().add("field-toggle");
        regex.setTooltip(new Tooltip(Words.say("flame.regex")));
        regex.setAccessibleText(Words.say("flame.regex"));
        regex.setOnAction(event -> presenter.search(field.getText(), regex.isSelected()));
        HBox right = new HBox(6, regex, fieldKeys);
        right.setAlignment(Pos.CENTER_RIGHT);
        field.setRight(right);
        field.textProperty().addListener((observed, was, is) -> {
            if (!is.equals(presenter.state().search().text())) {
                presenter.search(is, regex.isSelected());
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                if (event.isShiftDown()) {
                    presenter.previousMatch();
                } else {
                    presenter.nextMatch();
                }
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                presenter.search("", regex.isSelected());
                leaveField.run();
                event.consume();
            } else if (event.getCode() == KeyCode.F && event.isShortcutDown() && event.isShiftDown()) {
                presenter.keepMatches();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                leaveField.run();
                event.consume();
            }
        });
    }
}
