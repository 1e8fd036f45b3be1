package dev.plimsoll.ui.flame;

import dev.plimsoll.event.FrameKind;
import dev.plimsoll.flame.StackFilter;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Chips;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Mark;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What the graph shows and leaves out, as chips that can be taken off one by one; at the right what colours mean.
final class FlameChipRow extends HBox {

    private final FlamePresenter presenter;
    private final FlowPane chips = new FlowPane(6, 4);
    private final Node legend;
    private TreeShape shown = TreeShape.LIVE.collapsingRecursion(true);
    private Optional<TimeRange> range = Optional.empty();

    FlameChipRow(FlamePresenter presenter, Tokens tokens) {
        this.presenter = presenter;
        getStyleClass().add("flame-chips");
        setAlignment(Pos.CENTER_LEFT);
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setMinWidth(0);
        HBox.setHgrow(chips, Priority.ALWAYS);
        legend = legend(tokens);
        getChildren().addAll(chips, legend);
    }

    void show(FlameViewState state, boolean narrow) {
        boolean sides = state.colour() == ColourBy.SIDE && !narrow;
        legend.setVisible(sides);
        legend.setManaged(sides);
        TreeShape shape = state.question().shape();
        if (shape.equals(shown) && range.equals(state.question().range())) {
            return;
        }
        shown = shape;
        range = state.question().range();
        chips.getChildren().setAll(Texts.caption(Words.say("flame.showing")));
        range.ifPresent(set -> chips.getChildren().add(Chips.of(FlameWords.range(set), "outlined")));
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

    private void add(String key, Runnable remove) {
        chips.getChildren().add(Chips.filter(Words.say(key), remove));
    }

    private Node offer() {
        Hyperlink link = new Hyperlink(Words.say("flame.chip.internals"));
        link.setOnAction(event -> presenter.shape(s -> s.hidingBindingInternals(true)));
        return link;
    }

    /// Also at the foot of the page when it is narrow.
    static Node legend(Tokens tokens) {
        HBox legend = new HBox(12);
        legend.setAlignment(Pos.CENTER_RIGHT);
        legend.setMinWidth(Region.USE_PREF_SIZE);
        for (FrameKind kind : List.of(FrameKind.JAVA, FrameKind.BINDING, FrameKind.NATIVE, FrameKind.VM)) {
            Canvas swatch = canvas(tokens, 12, 9, (gc, t) -> {
                gc.setFill(t.get(Frames.token(kind)));
                gc.fillRoundRect(0, 0, 12, 9, 4, 4);
            });
            legend.getChildren().add(entry(swatch, Words.say("flame.side." + kind)));
        }
        Canvas border = canvas(tokens, 22, 12, (gc, t) -> {
            gc.setFill(t.get(Token.FRAME_OUTLINE));
            gc.fillRect(0, 5, 22, 2);
            Mark.paint(gc, 11, 6, 4, t.get(Token.FRAME_OUTLINE), t.get(Token.FRAME_OUTLINE), t.get(Token.BG));
        });
        legend.getChildren().add(entry(border, Words.say("flame.side.border")));
        return legend;
    }

    private static Node entry(Canvas swatch, String name) {
        HBox entry = new HBox(5, swatch, Texts.caption(name));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    private interface Paint {
        void on(GraphicsContext gc, Tokens tokens);
    }

    private static Canvas canvas(Tokens tokens, double width, double height, Paint paint) {
        Canvas canvas = new Canvas(width, height);
        Runnable draw = () -> {
            canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
            paint.on(canvas.getGraphicsContext2D(), tokens);
        };
        tokens.versionProperty().addListener(observable -> draw.run());
        draw.run();
        return canvas;
    }
}
