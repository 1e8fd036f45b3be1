package dev.plimsoll.ui.gc;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.ReferenceCounts;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.gc.GcViewState.Origin;
import dev.plimsoll.ui.kit.BindingColors;
import dev.plimsoll.ui.kit.Drawer;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.StackView;
import dev.plimsoll.ui.kit.Swatch;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;

/// One cycle in detail.
final class CycleDrawer {

    private static final int ORIGINS = 10;

    private final Tokens tokens;
    private final Label title = Texts.headline("");
    private final Label when = Texts.mono("");
    private final Drawer drawer;
    private final Consumer<Origin> onOrigin;
    private final Consumer<Frame> onSource;

    CycleDrawer(
            Tokens tokens,
            Runnable onClose,
            IntConsumer onStep,
            Runnable onFlame,
            Consumer<Origin> onOrigin,
            Consumer<Frame> onSource) {
        this.tokens = tokens;
        this.onOrigin = onOrigin;
        this.onSource = onSource;
        title.setMinWidth(Region.USE_PREF_SIZE);
        when.getStyleClass().add("secondary");
        HBox head = new HBox(8, title, when);
        head.setAlignment(Pos.CENTER_LEFT);
        drawer = new Drawer(head, onClose);
        Button before = icon("chevron-left", Words.say("gc.before"), () -> onStep.accept(-1));
        before.setId("gc-before");
        Button after = icon("chevron-right", Words.say("gc.after"), () -> onStep.accept(1));
        after.setId("gc-after");
        drawer.headActions(before, after);
        Button flame = new Button(Words.say("gc.flame"), Icons.of("bar-chart-2"));
        flame.setId("gc-flame");
        flame.setOnAction(event -> onFlame.run());
        drawer.actions(flame);
        drawer.setId("cycle");
    }

    Drawer node() {
        return drawer;
    }

    void show(GcViewState state, Cycle cycle) {
        title.setText(Words.say("gc.number", cycle.gcId()));
        when.setText(Words.clock(cycle.start()) + " · " + Words.say(cycle.young() ? "gc.youngWord" : "gc.full"));
        VBox body = drawer.body();
        body.getChildren().clear();
        String longest =
                cycle.longestPause() == state.longest() && state.cycles().size() > 1
                        ? " · " + Words.say("gc.longestOf", state.cycles().size())
                        : "";
        body.getChildren().addAll(Drawer.pair(Words.say("gc.cause"), Texts.label(cycle.cause(), "table-text")));
        state.caller().map(Stack::site).ifPresent(site -> {
            Hyperlink at = new Hyperlink(Frames.shortLabel(site));
            at.setId("gc-caller");
            at.getStyleClass().addAll("link", "mono", "figure");
            at.setOnAction(event -> onSource.accept(site));
            body.getChildren().add(Drawer.pair(Words.say("gc.called"), at));
        });
        body.getChildren()
                .addAll(
                        Drawer.pair(Words.say("gc.collector"), Texts.label(cycle.name(), "table-text")),
                        Drawer.pair(
                                Words.say("gc.pauseName"),
                                Texts.mono(Words.millis(cycle.sumOfPauses()) + " ms" + longest)));
        if (cycle.heapUsedAfter() >= 0) {
            body.getChildren().add(Drawer.pair(Words.say("gc.heapName"), Texts.mono(heap(cycle))));
        }
        body.getChildren().add(part(Words.say("gc.memory")));
        double died = Math.max(1, Math.max(cycle.ownerDiedBytes(), cycle.freedBytes() + cycle.stuckBytes()));
        body.getChildren()
                .addAll(
                        measure("gc.diedName", cycle.ownerDiedBytes(), died, () -> tokens.get(Token.MEM_HEAP), ""),
                        measure(
                                "gc.freedName",
                                cycle.freedBytes(),
                                died,
                                () -> tokens.get(Token.GC),
                                cycle.cleaning().medianLag() < 0
                                        ? Words.say("gc.freedWhy")
                                        : Words.say(
                                                "gc.freedLag",
                                                Words.millis(cycle.cleaning().medianLag()) + " ms")),
                        measure(
                                "gc.stuckName",
                                cycle.waitingBytes(),
                                died,
                                () -> BindingColors.stripes(
                                        tokens.get(Token.WARNING), tokens.get(Token.WARNING_SOFT), 2.5, 5),
                                cycle.waitingBytes() > 0
                                        ? since(state.since(), cycle.cleaning().waiting())
                                        : ""),
                        measure(
                                "gc.leakedName",
                                cycle.leakedBytes(),
                                died,
                                () -> tokens.get(Token.CRITICAL_FILL),
                                cycle.leakedBytes() > 0 ? Words.say("gc.leakedWhy") : ""));
        if (!state.origins().isEmpty()) {
            body.getChildren().add(part(Words.say("gc.origins")));
            state.origins().stream().limit(ORIGINS).map(this::origin).forEach(body.getChildren()::add);
            int more = state.origins().size() - ORIGINS;
            if (more > 0) {
                body.getChildren().add(Texts.caption(Words.say("gc.moreOrigins", more)));
            }
        }
        body.getChildren().addAll(part(Words.say("gc.references")), references(cycle.references()));
        state.caller().ifPresent(stack -> {
            StackView frames = new StackView(tokens);
            frames.show(stack);
            body.getChildren().addAll(part(Words.say("gc.calledStack")), frames);
        });
    }

    private static String heap(Cycle cycle) {
        String after = Words.bytes(cycle.heapUsedAfter());
        return cycle.heapUsedBefore() < 0 ? after : Words.say("gc.fromTo", Words.bytes(cycle.heapUsedBefore()), after);
    }

    private static String since(GcViewState.Age age, double waiting) {
        return waiting < 1
                ? Words.say("gc.stuckSince", Words.age(age.nanos()), Words.cycles(age.cycles()))
                : Words.say(
                        "gc.stuckDepth",
                        Words.count(Math.round(waiting)),
                        Words.age(age.nanos()),
                        Words.cycles(age.cycles()));
    }

    private static Node references(ReferenceCounts counts) {
        if (!counts.recorded()) {
            return Texts.caption(Words.say("gc.notRecorded"));
        }
        FlowPane row = new FlowPane(16, 4);
        row.setId("gc-references");
        row.getChildren()
                .addAll(
                        sort("gc.soft", counts.soft()),
                        sort("gc.weak", counts.weak()),
                        sort("gc.final", counts.finals()),
                        sort("gc.phantomWord", counts.phantom()));
        return row;
    }

    private static Node sort(String name, long count) {
        HBox pair = new HBox(
                6,
                Texts.label(Words.say(name), "table-text", "secondary"),
                count < 0 ? Texts.caption(Words.say("gc.notRecorded")) : Texts.monoBold(Words.count(count)));
        pair.setAlignment(Pos.BASELINE_LEFT);
        return pair;
    }

    private static Node part(String words) {
        Label label = Texts.head(words);
        label.getStyleClass().add("drawer-part");
        return label;
    }

    private Node measure(String name, double bytes, double of, Supplier<Paint> paint, String note) {
        HBox words = new HBox(
                Texts.label(Words.say(name), "table-text"), Texts.spacer(), Texts.monoBold(Words.bytes(bytes)));
        words.setAlignment(Pos.BASELINE_LEFT);
        Track track = new Track(tokens, paint, bytes / of);
        VBox box = new VBox(4, words, track);
        if (!note.isEmpty()) {
            box.getChildren().add(Texts.caption(note));
        }
        return box;
    }

    private Node origin(Origin origin) {
        Hyperlink link = new Hyperlink(origin.label());
        link.getStyleClass().addAll("link", "mono", "figure");
        link.setOnAction(event -> onOrigin.accept(origin));
        HBox row = new HBox(
                8, new Swatch(origin.binding(), tokens), link, Texts.spacer(), Texts.mono(Words.bytes(origin.bytes())));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button icon(String name, String words, Runnable act) {
        Button button = new Button(null, Icons.of(name));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setAccessibleText(words);
        button.setOnAction(event -> act.run());
        return button;
    }

    /// A bar on a track, 9 px.
    private static final class Track extends Sheet {
        private final Supplier<Paint> paint;
        private final double share;

        Track(Tokens tokens, Supplier<Paint> paint, double share) {
            super(tokens);
            this.paint = paint;
            this.share = share;
            setMinHeight(9);
            setPrefHeight(9);
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            gc.setFill(tokens().get(Token.BG_3));
            gc.fillRoundRect(0, 0, width, height, 4, 4);
            gc.setFill(paint.get());
            double filled = Math.clamp(share, 0, 1) * width;
            if (filled > 0) {
                gc.fillRoundRect(0, 0, filled, height, 4, 4);
            }
        }
    }

    static List<String> legend() {
        return List.of("gc.diedLegend", "gc.freedLegend", "gc.stuckLegend", "gc.leakedLegend");
    }
}
