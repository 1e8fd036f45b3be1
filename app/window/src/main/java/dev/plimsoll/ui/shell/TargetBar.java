package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Playback;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Chips;
import dev.plimsoll.ui.kit.IconButton;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.KeyCaps;
import dev.plimsoll.ui.kit.Mark;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// The band at the top: what is open, live or frozen, what watching costs.
final class TargetBar extends HBox {

    /// What a person can ask for here.
    interface Acts {
        void freeze(boolean frozen);

        void detach();

        void close();

        void openRecording();

        void theme();

        void picture();

        void goTo();

        void settings();
    }

    private static final double NARROW = 1200;
    private static final double GO_TO = 196;
    private static final double SPARE = 24;
    private static final String BETWEEN = " · ";

    private final MenuButton target = new MenuButton();
    private final Circle dot = new Circle(4);
    private final Label name = Texts.label("", "target-name", "strong");
    private final Label pid = Texts.label("", "mono", "figure");
    private final Label detail = Texts.label("", "table-text", "secondary");
    private final Label product = Texts.label(Words.say("app.name"), "strong");
    private final MenuItem detach = new MenuItem(Words.say("target.detach"));
    private final Segments<Boolean> transport;
    private final ToggleButton live;
    private final ToggleButton freeze;
    private final Label waiting = Chips.of("", "warning");
    private final HBox costs = new HBox(16);
    private final Button goTo = new Button();
    private final Label goToPrompt = Texts.label(Words.say("bar.goTo"), "table-text", "hint");
    private final HBox goToKeys = KeyCaps.caps(List.of("Ctrl", "K"));
    private final TransportBar film;
    private final Node separator = new Region();
    private List<TargetBarState.Cost> shownCosts = List.of();
    private boolean costsBrief;
    private List<String> details = List.of();
    private int left;
    private double fittedWidth = -1;
    private double fittedNeed = -1;
    private List<String> fittedDetails = List.of();
    private Runnable again = () -> {};
    private Runnable filmAgain = () -> {};
    private final Button theme = icon("moon", Words.say("bar.theme"), "theme");

    TargetBar(Tokens tokens, Acts acts, TransportBar film) {
        this.film = film;
        getStyleClass().add("target-bar");
        transport = new Segments<>(acts::freeze);
        live = transport.add(false, Words.say("bar.live"));
        live.setId("live");
        live.setGraphic(new Circle(4));
        live.getGraphic().getStyleClass().add("live-dot");
        freeze = transport.add(true, Words.say("bar.freeze"));
        freeze.setId("freeze");
        freeze.setGraphic(Icons.of("pause"));
        dot.getStyleClass().add("target-dot");
        HBox words = new HBox(8, dot, name, pid, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        target.setId("target");
        target.getStyleClass().add("target-menu");
        target.setGraphic(words);
        target.setAccessibleText(Words.say("target.menu"));
        MenuItem other = new MenuItem(Words.say("target.other"));
        other.setOnAction(event -> acts.close());
        MenuItem open = new MenuItem(Words.say("target.open"));
        open.setOnAction(event -> acts.openRecording());
        detach.setId("detach");
        detach.setOnAction(event -> acts.detach());
        target.getItems().setAll(List.of(detach, other, open));
        costs.setAlignment(Pos.CENTER_LEFT);
        waiting.setMinWidth(USE_PREF_SIZE);
        // What does not fit is cut from the target's details, and from nothing else.
        for (Region whole : List.of(name, pid, transport, film, costs)) {
            whole.setMinWidth(USE_PREF_SIZE);
        }
        detail.setMinWidth(0);
        separator.getStyleClass().add("band-separator");
        Button picture = icon("camera", Words.say("bar.picture"), "picture");
        picture.setOnAction(event -> acts.picture());
        theme.setOnAction(event -> acts.theme());
        Button settings = icon("settings", Words.say("bar.settings"), "open-settings");
        settings.setOnAction(event -> acts.settings());
        goTo.setId("go-to");
        goTo.setMinWidth(USE_PREF_SIZE);
        goToKeys.setMinWidth(USE_PREF_SIZE);
        goTo.getStyleClass().add("go-to");
        goTo.setGraphic(goToWords());
        goTo.setAccessibleText(Words.say("palette.prompt"));
        goTo.setOnAction(event -> acts.goTo());
        HBox icons = new HBox(8, goTo, picture, theme, settings);
        icons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Mark.sign(tokens),
                        product,
                        target,
                        transport,
                        film,
                        waiting,
                        Texts.spacer(),
                        costs,
                        separator,
                        icons);
        widthProperty().addListener((observed, was, is) -> {
            if (narrow(was.doubleValue()) != narrow(is.doubleValue())) {
                again.run();
                filmAgain.run();
            }
        });
        showPicker();
    }

    /// Nothing is open: the product's name stands where the target would.
    void showPicker() {
        again = () -> {};
        filmAgain = () -> {};
        show(product, true);
        for (Node node : List.of(target, transport, film, waiting, costs, separator)) {
            show(node, false);
        }
    }

    void show(TargetBarState state) {
        again = () -> show(state);
        show(product, false);
        show(target, true);
        show(separator, true);
        boolean narrow = narrow(getWidth());
        name.setText(state.name());
        pid.setText(state.pid());
        show(pid, !state.pid().isEmpty());
        details = state.details();
        List<String> look = List.of("target-dot", state.dot());
        if (!dot.getStyleClass().equals(look)) {
            dot.getStyleClass().setAll(look);
        }
        detach.setDisable(!state.live());
        show(transport, state.live());
        transport.select(state.frozen());
        live.setAccessibleText(Words.say("bar.live"));
        waiting.setText(state.waiting());
        show(waiting, !state.waiting().isEmpty());
        show(costs, true);
        // Words give way to what waits, not to a narrow window alone.
        showCosts(state.costs(), narrow && waiting.isVisible());
        requestLayout();
    }

    private HBox goToWords() {
        HBox words = new HBox(8, Icons.of("search"), goToPrompt, Texts.spacer(), goToKeys);
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    @Override
    protected void layoutChildren() {
        // Each try asks for another layout: only where something that decides has changed.
        double width = getWidth();
        if (width != fittedWidth || !details.equals(fittedDetails) || computePrefWidth(-1) != fittedNeed) {
            fit(width);
            fittedWidth = width;
            fittedDetails = details;
            fittedNeed = computePrefWidth(-1);
        }
        super.layoutChildren();
    }

    /// What there is room for. The target's details give way to the words in the go-to field, the last first, but for
    /// the first of them; then those words; then its keys. What gave way comes back when there is room to spare, as
    /// the figures beside it change their width ten times a second.
    private void fit(double width) {
        boolean narrow = narrow(width);
        int before = left;
        int most = narrow ? 0 : details.size();
        for (int step = 0; step <= most + 1; step++) {
            left = step;
            boolean goToWords = !narrow && step < Math.max(1, most);
            int shown = goToWords ? most - step : most;
            words(goToWords, step <= most, narrow ? List.of() : details.subList(0, shown));
            if (computePrefWidth(-1) + (step < before ? SPARE : 0) <= width) {
                return;
            }
        }
    }

    private void words(boolean goToWords, boolean keys, List<String> shown) {
        detail.setText(String.join(BETWEEN, shown));
        show(detail, !shown.isEmpty());
        show(goToPrompt, goToWords);
        show(goToKeys, keys);
        goTo.setPrefWidth(goToWords ? GO_TO : USE_COMPUTED_SIZE);
    }

    void show(Playback playback) {
        filmAgain = () -> show(playback);
        show(film, true);
        requestLayout();
        film.show(playback.state(), playback.start(), playback.end(), narrow(getWidth()));
    }

    /// Not yet laid out is not narrow.
    private static boolean narrow(double width) {
        return width > 0 && width < NARROW;
    }

    void hideFilm() {
        filmAgain = () -> {};
        show(film, false);
        requestLayout();
    }

    void show(Theme shown) {
        theme.setGraphic(Icons.of(shown == Theme.LIGHT ? "sun" : "moon"));
    }

    /// Figures change ten times a second; the words around them hardly ever.
    private void showCosts(List<TargetBarState.Cost> next, boolean brief) {
        boolean same = brief == costsBrief && next.size() == shownCosts.size();
        for (int i = 0; same && i < next.size(); i++) {
            same = next.get(i).sameWords(shownCosts.get(i));
        }
        shownCosts = next;
        costsBrief = brief;
        if (!same) {
            costs.getChildren().setAll(costNodes(next, brief));
            return;
        }
        for (TargetBarState.Cost cost : next) {
            if (costs.lookup("#cost-" + cost.id()) instanceof HBox part
                    && part.lookup(".figure") instanceof Label figure) {
                figure.setText(cost.figure());
            }
        }
    }

    private static List<Node> costNodes(List<TargetBarState.Cost> shown, boolean brief) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Icons.of("cpu"));
        for (TargetBarState.Cost cost : shown) {
            // Without its word a figure tells nothing, unless it is the first or has one behind it.
            if (brief && cost.tone().isEmpty() && cost.after().isEmpty() && !cost.equals(shown.getFirst())) {
                continue;
            }
            HBox part = new HBox(4);
            part.setAlignment(Pos.CENTER_LEFT);
            part.setId("cost-" + cost.id());
            if (!cost.before().isEmpty()
                    && !(brief && !cost.figure().isEmpty() && cost.tone().isEmpty())) {
                part.getChildren().add(Texts.label(cost.before(), "cost-word"));
            }
            if (!cost.figure().isEmpty()) {
                part.getChildren().add(Texts.label(cost.figure(), "mono", "figure", "strong"));
            }
            if (!cost.after().isEmpty()) {
                part.getChildren().add(Texts.label(cost.after(), "cost-word"));
            }
            if (!cost.tone().isEmpty()) {
                part.getChildren().forEach(label -> label.getStyleClass().add(cost.tone()));
            }
            nodes.add(part);
        }
        return nodes;
    }

    private static Button icon(String icon, String words, String id) {
        return IconButton.of(Icons.of(icon, 16), words, id);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
