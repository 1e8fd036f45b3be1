package dev.plimsoll.ui.flame;

import dev.plimsoll.flame.StackFilter;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Chips;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What the graph shows and leaves out, as chips that can be taken off one by one; at the right what colours mean.
final class FlameChipRow extends HBox {

    private final FlamePresenter presenter;
    private final FlowPane chips = new FlowPane(6, 4);
    private final FlameLegend legend;
    private TreeShape shown = TreeShape.LIVE.collapsingRecursion(true);
    private Optional<TimeRange> range = Optional.empty();
    private Optional<Baseline> since = Optional.empty();
    private ColourBy colour = ColourBy.SIDE;

    FlameChipRow(FlamePresenter presenter, Tokens tokens) {
        this.presenter = presenter;
        getStyleClass().add("flame-chips");
        setAlignment(Pos.CENTER_LEFT);
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setMinWidth(0);
        HBox.setHgrow(chips, Priority.ALWAYS);
        legend = new FlameLegend(tokens);
        getChildren().addAll(chips, legend);
    }

    void show(FlameViewState state, boolean narrow) {
        legend.setVisible(!narrow);
        legend.setManaged(!narrow);
        legend.show(state);
        TreeShape shape = state.question().shape();
        boolean same = shape.equals(shown)
                && range.equals(state.question().range())
                && since.equals(state.question().since())
                && colour == state.colour();
        if (same) {
            return;
        }
        shown = shape;
        since = state.question().since();
        colour = state.colour();
        range = state.question().range();
        chips.getChildren().setAll(Texts.caption(Words.say("flame.showing")));
        range.ifPresent(set -> chips.getChildren().add(Chips.of(FlameWords.range(set), "outlined")));
        since.ifPresent(mark -> chips.getChildren()
                .add(Chips.filter(Words.say(sinceKey(), Words.clock(mark.time())), presenter::mark)));
        if (shape.direction() == TreeShape.Direction.BOTTOM_UP) {
            add("flame.chip.bottomUp", () -> presenter.shape(s -> s.with(TreeShape.Direction.TOP_DOWN)));
        }
        if (shape.hideBindingInternals()) {
            add("flame.chip.internals", () -> presenter.shape(s -> s.hidingBindingInternals(false)));
        } else {
            chips.getChildren().add(offer());
        }
        if (shape.collapseRecursion()) {
            add("flame.chip.recursion", () -> presenter.shape(s -> s.collapsingRecursion(false)));
        }
        for (StackFilter filter : shape.filters()) {
            chips.getChildren().add(Chips.filter(FlameWords.filter(filter), () -> presenter.withoutFilter(filter)));
        }
    }

    private String sinceKey() {
        return colour == ColourBy.DIFFERENCE ? "flame.chip.marked" : "flame.chip.since";
    }

    private void add(String key, Runnable remove) {
        chips.getChildren().add(Chips.filter(Words.say(key), remove));
    }

    private Node offer() {
        Hyperlink link = new Hyperlink(Words.say("flame.chip.internals"));
        link.setOnAction(event -> presenter.shape(s -> s.hidingBindingInternals(true)));
        return link;
    }
}
