package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.KeyCaps;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import dev.plimsoll.ui.timeline.RangeReadout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Pages with their counts at the left, the range and what changed in it at the right.
final class TabRow extends HBox {

    private static final double NARROW = 1200;

    private record Tab(ToggleButton button, Label count) {}

    private final Map<Page, Tab> tabs = new LinkedHashMap<>();
    private final HBox readout = new HBox(6);
    private final Button details = new Button(Words.say("tab.details"), KeyCaps.caps(List.of("Q")));
    private @Nullable Page current;
    private final Label length = Texts.mono("");
    private final List<Node> whole =
            List.of(Icons.of("clock"), Texts.label(Words.say("range.whole"), "table-text", "secondary"), length);
    private Runnable countAgain = () -> {};
    private Runnable readAgain = () -> {};

    TabRow(List<Page> pages, Consumer<Page> onChosen, Runnable onClearRange) {
        getStyleClass().add("tab-row");
        ToggleGroup group = new ToggleGroup();
        for (Page page : pages) {
            Label count = Texts.label("", "count-chip");
            ToggleButton button = new ToggleButton(page.title());
            button.getStyleClass().add("page-tab");
            button.setId("tab-" + page.id());
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true);
                onChosen.accept(page);
            });
            tabs.put(page, new Tab(button, count));
            getChildren().add(button);
        }
        readout.setAlignment(Pos.CENTER_RIGHT);
        readout.setId("range");
        clear = new Button(null, Icons.small("x"));
        clear.setId("clear-range");
        clear.getStyleClass().addAll("flat", "icon-only");
        clear.setAccessibleText(Words.say("range.clear"));
        clear.setOnAction(event -> onClearRange.run());
        details.setId("details");
        details.getStyleClass().add("flat");
        details.setContentDisplay(ContentDisplay.RIGHT);
        details.setMinWidth(USE_PREF_SIZE);
        details.setOnAction(event -> detailsOf(current).ifPresent(Runnable::run));
        offerDetails();
        getChildren().addAll(Texts.spacer(), details, readout);
        widthProperty().addListener((observed, was, is) -> {
            if (narrow(was.doubleValue()) != narrow(is.doubleValue())) {
                countAgain.run();
                readAgain.run();
                offerDetails();
            }
        });
    }

    private static Optional<Runnable> detailsOf(@Nullable Page page) {
        return page == null ? Optional.empty() : page.details();
    }

    /// In a narrow window they lie over the page, and are closed until asked for.
    /// Whether a page has details may change with what it shows.
    void offerDetails() {
        boolean offered = narrow(getWidth()) && detailsOf(current).isPresent();
        details.setVisible(offered);
        details.setManaged(offered);
    }

    private final Button clear;

    void select(Page page) {
        tab(page).button().setSelected(true);
        current = page;
        offerDetails();
    }

    /// Not yet laid out is not narrow.
    private static boolean narrow(double width) {
        return width > 0 && width < NARROW;
    }

    void counts(Snapshot snapshot) {
        countAgain = () -> counts(snapshot);
        boolean narrow = narrow(getWidth());
        tabs.forEach((page, tab) -> {
            var count = page.count(snapshot);
            boolean shown = count.isPresent() && (!narrow || page.countWarns());
            if (shown) {
                tab.count().setText(Words.count(count.getAsLong()));
                boolean warns = page.countWarns() && count.getAsLong() > 0;
                List<String> look = warns ? List.of("label", "count-chip", "warns") : List.of("label", "count-chip");
                if (!tab.count().getStyleClass().equals(look)) {
                    tab.count().getStyleClass().setAll(look);
                }
            }
            tab.button().setGraphic(shown ? tab.count() : null);
        });
    }

    /// The range, or the length of everything.
    void range(Optional<RangeReadout> range, long wholeLength) {
        readAgain = () -> range(range, wholeLength);
        if (range.isEmpty()) {
            length.setText(Words.age(wholeLength));
            if (!readout.getChildren().equals(whole)) {
                readout.getChildren().setAll(whole);
            }
            return;
        }
        readout.getChildren().setAll(Icons.of("clock"));
        RangeReadout shown = range.get();
        boolean narrow = narrow(getWidth());
        if (!narrow) {
            readout.getChildren().add(Texts.label(Words.say("range.range"), "table-text", "secondary"));
        }
        readout.getChildren()
                .addAll(
                        Texts.mono(Words.clock(shown.range().from()) + " – "
                                + Words.clock(shown.range().to())),
                        Texts.label("· " + Words.age(shown.range().length()), "table-text", "secondary"));
        if (!narrow && !Double.isNaN(shown.rssDelta())) {
            delta("range.rss", shown.rssDelta());
        }
        if (!narrow) {
            delta("range.native", shown.nativeDelta());
        }
        readout.getChildren().add(clear);
    }

    private void delta(String word, double bytes) {
        readout.getChildren()
                .addAll(
                        Texts.label("· " + Words.say(word), "table-text", "secondary"),
                        Texts.mono(Words.signedMib(bytes) + " MiB"));
    }

    private Tab tab(Page page) {
        Tab tab = tabs.get(page);
        if (tab == null) {
            throw new IllegalArgumentException("No tab for " + page.id());
        }
        return tab;
    }
}
