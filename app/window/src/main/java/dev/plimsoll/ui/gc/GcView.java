package dev.plimsoll.ui.gc;

import dev.plimsoll.event.Frame;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.gc.GcViewState.Origin;
import dev.plimsoll.ui.kit.BesideDrawer;
import dev.plimsoll.ui.kit.BindingColors;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.KeptDivider;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Paint;

/// Nodes of the GC page.
final class GcView extends StackPane {

    private static final double NARROW = 1200;
    private static final double HEADLINE_ROOM = 800;

    private final CycleTable cycles = new CycleTable();
    final TableView<Cycle> table = cycles.node();
    private final JoinChart chart;
    private final CycleDrawer drawer;
    private final BesideDrawer beside;
    private final EmptyState empty = new EmptyState("refresh-cw");

    private final KeptDivider edge;

    GcView(
            Tokens tokens,
            LongConsumer onSelect,
            Runnable onClose,
            IntConsumer onStep,
            Runnable onFlame,
            Consumer<Origin> onOrigin,
            Consumer<Frame> onSource) {
        chart = new JoinChart(tokens, onSelect);
        drawer = new CycleDrawer(tokens, onClose, onStep, onFlame, onOrigin, onSource);
        Label headline = Texts.label(Words.say("gc.headline"), "strong");
        headline.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(16, headline, Texts.spacer());
        head.getStyleClass().add("gc-head");
        head.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < CycleDrawer.legend().size(); i++) {
            HBox entry = new HBox(
                    6,
                    new Key(tokens, i),
                    Texts.caption(Words.say(CycleDrawer.legend().get(i))));
            entry.setAlignment(Pos.CENTER_LEFT);
            head.getChildren().add(entry);
        }
        BorderPane upper = new BorderPane(chart);
        upper.setTop(head);
        SplitPane left = new SplitPane(upper, table);
        left.setOrientation(Orientation.VERTICAL);
        left.getStyleClass().add("gc-split");
        edge = new KeptDivider(left, "gc.cycles");
        edge.place(0.36);
        beside = new BesideDrawer(left, drawer.node(), NARROW);
        upper.widthProperty().addListener((observed, was, is) -> {
            boolean room = is.doubleValue() >= HEADLINE_ROOM;
            headline.setVisible(room);
            headline.setManaged(room);
        });
        getChildren().setAll(beside);
    }

    void remember(Memory memory) {
        edge.in(memory);
        beside.remember("gc", memory);
    }

    boolean drawerShown() {
        return beside.shown();
    }

    void show(GcViewState state, boolean anyCycle) {
        if (!anyCycle) {
            empty.say(Words.say("gc.none"), Words.say("gc.noneHow"));
            getChildren().setAll(List.of(empty));
            return;
        }
        getChildren().setAll(List.of(beside));
        chart.show(state);
        cycles.show(state.cycles());
        boolean open = state.selected().isPresent();
        beside.something(open);
        beside.open(open && (state.chosen() || !beside.narrow()));
        if (!open) {
            table.getSelectionModel().clearSelection();
        }
        state.selected().ifPresent(cycle -> {
            drawer.show(state, cycle);
            int row = table.getItems().indexOf(cycle);
            if (row >= 0 && table.getSelectionModel().getSelectedIndex() != row) {
                table.getSelectionModel().clearAndSelect(row);
                cycles.reveal(Math.max(0, row - 6));
            }
        });
    }

    /// A swatch of the legend.
    private static final class Key extends Sheet {
        private final int index;

        Key(Tokens tokens, int index) {
            super(tokens);
            this.index = index;
            setMinSize(9, 9);
            setMaxSize(9, 9);
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            Paint fill = switch (index) {
                case 0 -> tokens().get(Token.MEM_HEAP);
                case 1 -> tokens().get(Token.GC);
                case 2 -> BindingColors.stripes(tokens().get(Token.WARNING), tokens().get(Token.WARNING_SOFT), 2.5, 5);
                default -> tokens().get(Token.CRITICAL_FILL);
            };
            gc.setFill(fill);
            gc.fillRoundRect(0, 0, width, height, 4, 4);
        }
    }
}
