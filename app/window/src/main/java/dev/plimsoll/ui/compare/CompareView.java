package dev.plimsoll.ui.compare;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.BesideDrawer;
import dev.plimsoll.ui.kit.CopiedRows;
import dev.plimsoll.ui.kit.KeptColumns;
import dev.plimsoll.ui.kit.KeptDivider;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes of the comparison and what clicks on them mean. FX thread.
final class CompareView {

    private static final double NARROW = 1200;

    private final PageContext context;
    private final ComparePresenter presenter;
    private final SlotRow slots;
    private final WorkingRow working;
    private final DropZones zones;
    private final DiffToolRow tools;
    private final DiffBoard board;
    private final DiffTip tip = new DiffTip();
    private final ChangesTable table;
    private final CompareDrawer drawer;
    private final OverlayStrip strip;
    private final Label width = Texts.caption("");
    private final Label only = Texts.caption("");
    private final Hyperlink swap = new Hyperlink(Words.say("compare.swapToSee"));
    private final Label differing = Texts.caption("");
    private final BesideDrawer compared;
    private final BorderPane root = new BorderPane();
    private @Nullable Answer shown;

    CompareView(PageContext context, CompareActs acts) {
        this.context = context;
        Tokens tokens = context.tokens();
        presenter = new ComparePresenter(context.background(), context.door()::run, this::render);
        slots = new SlotRow(presenter, acts);
        working = new WorkingRow(presenter::stopWorking);
        zones = new DropZones(acts);
        board = new DiffBoard(tokens, presenter::width);
        tools = new DiffToolRow(presenter, tokens, board::requestFocus);
        table = new ChangesTable(presenter, tokens);
        KeptColumns.in(table.node(), context.memory());
        CopiedRows.in(table.node(), context::copy);
        strip = new OverlayStrip(tokens);
        drawer = new CompareDrawer(this::toggleDrawer, this::toBlocks, context::copy);
        swap.setId("compare-swap");
        swap.setOnAction(
                event -> presenter.flipped(!presenter.state().question().flipped()));
        BorderPane graph = new BorderPane(drawing(), tools, null, foot(), null);
        Label changes = Texts.label(Words.say("compare.changes"), "strong", "table-text");
        HBox head = new HBox(10, changes, differing);
        head.getStyleClass().add("pane-head");
        BorderPane lower = new BorderPane(table.node(), head, null, null, null);
        SplitPane split = new SplitPane(graph, lower);
        split.setOrientation(Orientation.VERTICAL);
        new KeptDivider(split, "compare.changes").in(context.memory()).place(0.58);
        compared = new BesideDrawer(split, drawer.node(), NARROW);
        compared.remember("compare", context.memory());
        root.getStyleClass().add("compare-page");
        root.setTop(new VBox(slots, working));
        root.setCenter(zones);
        root.widthProperty().addListener(observable -> render(presenter.state()));
        listen();
        render(presenter.state());
    }

    Region node() {
        return root;
    }

    ComparePresenter presenter() {
        return presenter;
    }

    /// The overlaid strip, once there is something to overlay.
    @Nullable
    Node strip() {
        return shown == null ? null : strip;
    }

    private Node drawing() {
        StackPane drawing = new StackPane(board, tip);
        drawing.getStyleClass().add("diff-drawing");
        return drawing;
    }

    private Node foot() {
        HBox foot = new HBox(8, width, Texts.spacer(), only, swap);
        foot.getStyleClass().add("compare-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void listen() {
        board.hoveredProperty().addListener((observed, was, is) -> {
            if (is == null || shown == null) {
                tip.hide();
            } else {
                tip.show(shown, is, board.pointer());
            }
        });
        board.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                board.boxAt(event.getX(), event.getY())
                        .filter(box -> box.merged() == 0)
                        .ifPresentOrElse(box -> presenter.zoomTo(box.path()), presenter::zoomOut);
            }
        });
    }

    private void render(CompareViewState state) {
        boolean narrow = root.getWidth() > 0 && root.getWidth() < NARROW;
        slots.show(state, narrow);
        zones.show(state);
        working.show(presenter.working());
        Answer answer = state.answer();
        boolean had = shown != null;
        shown = answer;
        root.setCenter(answer == null ? zones : compared);
        if (answer != null) {
            tools.show(state);
            board.show(state);
            table.show(state, answer);
            drawer.show(state, answer, blocksKey(state) != null);
            strip.show(answer.asked().a(), answer.asked().b());
            footWords(answer);
        }
        if (had != (answer != null)) {
            context.stripChanged();
        }
    }

    private void footWords(Answer answer) {
        Question question = answer.asked().question();
        width.setText(Words.say("compare.width", question.later(), question.earlier()));
        long gone = answer.rows().stream().filter(row -> row.keyAfter() == null).count();
        only.setText(
                gone == 0 ? "" : Words.say(gone == 1 ? "compare.onlyOne" : "compare.only", gone, question.earlier()));
        swap.setVisible(gone > 0);
        long differs =
                answer.rows().stream().filter(row -> row.figure().differs()).count();
        differing.setText(Words.say(
                "compare.differing",
                Words.count(differs),
                Words.count(answer.rows().size())));
    }

    /// The blocks that can be gone to: those of what the window has open.
    private @Nullable SiteKey blocksKey(CompareViewState state) {
        SiteRow row = state.row();
        Answer answer = state.answer();
        if (row == null || answer == null) {
            return null;
        }
        SiteKey inB = answer.asked().question().flipped() ? row.keyBefore() : row.keyAfter();
        Snapshot b = state.b().snapshot();
        return b != null && presenter.windowIsB() ? inB : null;
    }

    private void toBlocks() {
        SiteKey key = blocksKey(presenter.state());
        if (key != null) {
            context.goTo(new Target.Site(key));
        }
    }

    /// Whether there is a comparison to look at.
    boolean comparing() {
        return shown != null;
    }

    void toggleDrawer() {
        compared.toggle();
    }

    boolean accept(KeyEvent event) {
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case F -> tools.focusField();
                default -> {
                    return false;
                }
            }
            return true;
        }
        if (event.isAltDown() || shown == null) {
            return false;
        }
        boolean onBoard = board.isFocused();
        List<Frame> selected = presenter.state().selected();
        switch (event.getCode()) {
            case ESCAPE -> {
                return presenter.escape();
            }
            case DIGIT0, NUMPAD0 -> presenter.zoomTo(List.of());
            case BACK_SPACE -> presenter.zoomOut();
            case X -> presenter.flipped(!presenter.state().question().flipped());
            case Q -> toggleDrawer();
            case UP -> {
                return onBoard && moved(ComparePresenter.Step.TO_PARENT);
            }
            case DOWN -> {
                return onBoard && moved(ComparePresenter.Step.TO_CHILD);
            }
            case LEFT -> {
                return onBoard && moved(ComparePresenter.Step.LEFT);
            }
            case RIGHT -> {
                return onBoard && moved(ComparePresenter.Step.RIGHT);
            }
            case ENTER -> {
                if (!onBoard || selected == null) {
                    return false;
                }
                presenter.zoomTo(selected);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean moved(ComparePresenter.Step step) {
        presenter.move(step);
        return true;
    }
}
