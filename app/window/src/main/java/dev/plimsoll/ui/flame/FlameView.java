package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.BesideDrawer;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.Newest;
import dev.plimsoll.ui.kit.Pace;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Unrecorded;
import dev.plimsoll.ui.kit.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes of the flame graph page and what clicks on them mean. FX thread.
final class FlameView {

    private static final double NARROW = 1200;
    private static final Duration BETWEEN_LAYOUTS = Duration.ofMillis(500);

    private final FlamePresenter presenter;
    private final FlameActions actions;
    private final FlameKeys keys;
    private final FlameToolRow tools;
    private final FlameChipRow chips;
    private final FlameCanvas canvas;
    private final FlameTip tip = new FlameTip();
    private final FlameTree tree;
    private final FrameDrawer drawer;
    private final EmptyState empty = new EmptyState("inbox");
    private final FlameWork work;
    private final Label width = Texts.caption("");
    private final Label hidden = Texts.caption("");
    private final Hyperlink asList = new Hyperlink(Words.say("flame.asList"));
    private final FlameLegend footLegend;
    private final SandwichView sandwich;
    private final StackPane body;
    private final BesideDrawer root;
    private final Newest tipWork;
    private @Nullable ContextMenu menu;

    FlameView(PageContext context) {
        this.tipWork = new Newest(context.background(), context.door()::run);
        this.presenter = new FlamePresenter(
                context.background(), context.door()::run, Pace.of(BETWEEN_LAYOUTS, context.door()::run), this::render);
        this.actions = new FlameActions(presenter, context);
        this.canvas = new FlameCanvas(context.tokens(), presenter::width);
        this.tools = new FlameToolRow(presenter, canvas::requestFocus);
        this.keys = new FlameKeys(presenter, actions, tools::focusField, this::toggleDrawer);
        this.chips = new FlameChipRow(presenter, context.tokens());
        this.tree = new FlameTree(presenter, context.tokens());
        this.drawer = new FrameDrawer(context, presenter.foldings(), actions, this::toggleDrawer);
        this.footLegend = new FlameLegend(context.tokens());
        this.sandwich = new SandwichView(context, presenter::sandwich);
        this.work = new FlameWork(presenter::giveUp, presenter::again);
        this.body = new StackPane(canvas, tree.node(), sandwich.node(), empty, work, tip);
        tools.getChildren().add(new GraphSaving(context, presenter::state, body).node());
        BorderPane main = new BorderPane(body, new VBox(tools, chips), null, foot(), null);
        this.root = new BesideDrawer(main, drawer.node(), NARROW);
        root.remember("flame", context.memory());
        canvas.setId("flame-canvas");
        root.getStyleClass().add("flame-page");
        root.widthProperty().addListener(observable -> render(presenter.state()));
        listen();
    }

    Region node() {
        return root;
    }

    FlamePresenter presenter() {
        return presenter;
    }

    boolean settled() {
        return presenter.settled() && drawer.settled();
    }

    boolean accept(KeyEvent event) {
        return keys.accept(event);
    }

    void show(Snapshot snapshot, Optional<TimeRange> range, Optional<Playback> film) {
        presenter.show(snapshot, range, film);
    }

    /// The picture stays until the page is seen again and has an answer.
    void left() {
        presenter.left();
        drawer.left();
        tipWork.cancel();
    }

    private Node foot() {
        asList.setOnAction(event -> presenter.twin(Twin.TREE));
        HBox foot = new HBox(12, width, Texts.spacer(), hidden, asList, footLegend);
        foot.getStyleClass().add("page-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    void revealDrawer() {
        root.reveal();
    }

    void toggleDrawer() {
        root.toggle();
    }

    private void listen() {
        canvas.hoveredProperty().addListener((observed, was, is) -> hover(is));
        canvas.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> presenter.rest(true));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> presenter.rest(false));
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.setOnContextMenuRequested(event -> {
            var box = event.isKeyboardTrigger()
                    ? presenter.state().selectedBox()
                    : canvas.boxAt(event.getX(), event.getY());
            box.filter(found -> found.frame() != null && found.merged() == 0).ifPresent(found -> {
                presenter.select(found.path());
                openMenu(found.path(), event.getScreenX(), event.getScreenY());
            });
            event.consume();
        });
    }

    private void openMenu(List<Frame> path, double x, double y) {
        if (menu != null) {
            menu.hide();
        }
        tip.hide();
        menu = FlameMenu.of(actions, path, this::toggleDrawer);
        menu.show(canvas, x, y);
    }

    private void click(MouseEvent event) {
        if (!event.isStillSincePress()) {
            return;
        }
        if (event.getButton() == MouseButton.BACK) {
            presenter.back();
        } else if (event.getButton() == MouseButton.FORWARD) {
            presenter.forward();
        } else if (event.getButton() == MouseButton.PRIMARY) {
            Optional<FlameBox> box = canvas.boxAt(event.getX(), event.getY());
            if (box.isEmpty()) {
                presenter.zoomOut();
            } else if (box.get().merged() == 0) {
                primary(event, box.get());
            }
        }
    }

    private void primary(MouseEvent event, FlameBox box) {
        if (event.isShortcutDown() || event.isAltDown()) {
            actions.remove(box.path());
        } else {
            // What stood under the pointer will stand elsewhere.
            tipWork.cancel();
            presenter.zoomTo(box.path());
        }
    }

    private void hover(@Nullable FlameBox box) {
        FlameViewState state = presenter.state();
        Answer.Asked asked = state.answer().asked();
        if (box == null || box.frame() == null || asked == null || (menu != null && menu.isShowing())) {
            tip.hide();
            tipWork.cancel();
            return;
        }
        Optional<FlameBox> parent = state.answer().rows().parent(box);
        Point2D at = canvas.pointer();
        tip.show(state, box, parent, at);
        if (box.merged() > 0) {
            tipWork.cancel();
            return;
        }
        Snapshot snapshot = asked.snapshot();
        tipWork.ask(
                cancelled -> FrameDetails.of(
                        snapshot,
                        presenter
                                .foldings()
                                .of(snapshot.stacks(), asked.question().shape()),
                        box.path(),
                        cancelled),
                details -> tip.show(
                        details,
                        asked.question().ranged()
                                ? Metric.ALLOCATED_BYTES
                                : asked.question().metric(),
                        details.finding().isPresent()
                                ? Optional.of(snapshot.findings()
                                                .get(details.finding().getAsInt()))
                                        .map(Finding::verdict)
                                : Optional.empty(),
                        at));
    }

    private void render(FlameViewState state) {
        // Before the canvas finds another frame under the pointer, whose tip can wait.
        Answer.Asked asked = state.answer().asked();
        if (asked != null) {
            drawer.show(state, asked.snapshot());
        }
        boolean narrow = root.narrow();
        boolean nothing = state.empty() && presenter.settled() && !presenter.gaveUp();
        work.show(
                state.empty() && !presenter.settled() && !presenter.gaveUp(),
                state.empty() && presenter.gaveUp(),
                presenter.stacks());
        tools.show(state, narrow);
        chips.show(state, narrow);
        boolean between = state.twin() == Twin.SANDWICH && state.sandwich().isPresent();
        canvas.setVisible(!state.asTree() && !between && !nothing);
        sandwich.node().setVisible(between && !nothing);
        sandwich.show(state);
        tree.node().setVisible(state.asTree() && !nothing);
        empty.setVisible(nothing);
        if (nothing) {
            sayEmpty(state, asked == null ? null : asked.snapshot());
        }
        if (state.asTree()) {
            tree.show(state);
            tip.hide();
        } else {
            canvas.show(state);
        }
        String held = state.held() ? Words.say("flame.held") : "";
        width.setText(FlameWords.width(state.answer().question()) + held);
        var layout = state.answer().layout();
        hidden.setText(FlameWords.hidden(layout.hiddenFrames(), layout.hiddenShare()));
        setShown(asList, layout.hiddenFrames() > 0 && !state.asTree() && !narrow);
        setShown(footLegend, narrow);
        footLegend.show(state);
        setShown(hidden, !state.asTree());
    }

    private void sayEmpty(FlameViewState state, @Nullable Snapshot snapshot) {
        boolean callbacks = state.question().metric() == Metric.CALLBACKS;
        Optional<String> how = callbacks ? Unrecorded.callbacks(snapshot) : Unrecorded.allocations(snapshot);
        how.ifPresentOrElse(
                words -> empty.say(Words.say(callbacks ? "callbacks.unrecorded" : "allocations.unrecorded"), words),
                () -> empty.say(Words.say(emptyKey(state)), Words.say(emptyKey(state) + ".how")));
    }

    private static String emptyKey(FlameViewState state) {
        Question question = state.question();
        if (!question.shape().filters().isEmpty()) {
            return "flame.empty.filtered";
        }
        if (question.ranged()) {
            return "flame.empty.range";
        }
        return question.metric() == Metric.DIED_IN_CYCLE
                ? "flame.empty.cycle"
                : question.metric() == Metric.CALLBACKS ? "flame.empty.callbacks" : "flame.empty";
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
