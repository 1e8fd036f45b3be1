package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.CallNode;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Chips;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The graph as a table: the same tree, the same search, the same selection. Children are made when a row is opened.
/// FX thread.
final class FlameTree {

    /// A chain without branches opens at once; so does the heaviest branch, this far.
    private static final int OPEN_AT_FIRST = 12;

    private static final double FRAME = 560;

    private final FlamePresenter presenter;
    private final Tokens tokens;
    private final TreeTableView<CallNode> table = new TreeTableView<>();
    private final Set<List<Frame>> open = new HashSet<>();
    private @Nullable CallNode shown;
    private @Nullable Predicate<CallNode> kept;
    private boolean showing;
    private double total;

    FlameTree(FlamePresenter presenter, Tokens tokens) {
        this.presenter = presenter;
        this.tokens = tokens;
        table.setId("flame-tree");
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.setFixedCellSize(26);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(frameColumn());
        table.getColumns().add(figure("flame.tree.total", 130, node -> figure(node.total()), "strong"));
        table.getColumns()
                .add(figure("flame.tree.share", 90, node -> Words.percent(total > 0 ? node.total() / total : 0)));
        table.getColumns().add(figure("flame.tree.self", 130, node -> node.self() > 0 ? figure(node.self()) : ""));
        table.getColumns().add(bindingColumn());
        table.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> {
            if (!showing && is instanceof Item item && item.frame() != null) {
                presenter.select(item.path());
            }
        });
    }

    TreeTableView<CallNode> node() {
        return table;
    }

    void show(FlameViewState state) {
        CallNode tree = state.answer().tree();
        Answer.Asked asked = state.answer().asked();
        boolean listed = asked != null && asked.listed() && state.search().active();
        Predicate<CallNode> left = listed ? state.answer().kept() : null;
        if (Identity.same(tree, shown) && Identity.same(left, kept)) {
            return;
        }
        boolean first = shown == null;
        shown = tree;
        kept = left;
        total = tree.total();
        showing = true;
        Item root = new Item(tree, List.of(), left);
        if (first || open.isEmpty()) {
            openHeaviest(root);
        }
        reopen(root);
        table.setRoot(root);
        select(root, state.selected());
        showing = false;
    }

    private void openHeaviest(Item root) {
        CallNode node = root.getValue();
        List<Frame> path = List.of();
        for (int depth = 0; depth < OPEN_AT_FIRST; depth++) {
            List<CallNode> children = node.children();
            if (children.isEmpty()) {
                return;
            }
            open.add(path);
            CallNode heaviest = children.getFirst();
            for (CallNode child : children) {
                heaviest = child.total() > heaviest.total() ? child : heaviest;
            }
            node = heaviest;
            path = append(path, node);
        }
    }

    private void reopen(Item item) {
        List<Item> waiting = new ArrayList<>(List.of(item));
        while (!waiting.isEmpty()) {
            Item next = waiting.removeLast();
            if (open.contains(next.path()) || (kept != null && next.path().size() < OPEN_AT_FIRST)) {
                next.setExpanded(true);
                next.getChildren().forEach(child -> waiting.add((Item) child));
            }
        }
    }

    private void select(Item root, @Nullable List<Frame> path) {
        if (path == null) {
            return;
        }
        TreeItem<CallNode> at = root;
        for (Frame frame : path) {
            TreeItem<CallNode> next = null;
            for (TreeItem<CallNode> child : at.getChildren()) {
                if (frame.equals(child.getValue().frame())) {
                    next = child;
                }
            }
            if (next == null) {
                return;
            }
            at.setExpanded(true);
            at = next;
        }
        table.getSelectionModel().select(at);
        table.scrollTo(Math.max(0, table.getRow(at) - 3));
    }

    private String figure(double value) {
        return FlameWords.figure(presenter.state().answer().metric(), value);
    }

    private static List<Frame> append(List<Frame> path, CallNode node) {
        List<Frame> longer = new ArrayList<>(path);
        if (node.frame() != null) {
            longer.add(node.frame());
        }
        return List.copyOf(longer);
    }

    private TreeTableColumn<CallNode, CallNode> frameColumn() {
        TreeTableColumn<CallNode, CallNode> column = column("flame.tree.frame", FRAME);
        column.setCellFactory(ignored -> new TreeTableCell<>() {
            private final Rectangle side = new Rectangle(3, 14);

            @Override
            protected void updateItem(@Nullable CallNode node, boolean empty) {
                super.updateItem(node, empty);
                setText(null);
                if (node == null || empty) {
                    setGraphic(null);
                } else if (node.frame() == null) {
                    setGraphic(null);
                    setText(Words.say("flame.all"));
                } else {
                    side.setFill(tokens.get(Frames.token(node.frame().kind())));
                    HBox line = new HBox(8, side, Frames.label(node.frame()));
                    line.setFillHeight(false);
                    line.getStyleClass().add("tree-frame");
                    setGraphic(line);
                }
            }
        });
        return column;
    }

    private TreeTableColumn<CallNode, CallNode> bindingColumn() {
        TreeTableColumn<CallNode, CallNode> column = column("flame.tree.binding", 110);
        column.setCellFactory(ignored -> new TreeTableCell<>() {
            @Override
            protected void updateItem(@Nullable CallNode node, boolean empty) {
                super.updateItem(node, empty);
                setGraphic(
                        node == null || empty || node.binding().isEmpty()
                                ? null
                                : Chips.binding(node.binding(), tokens));
            }
        });
        return column;
    }

    private static TreeTableColumn<CallNode, CallNode> figure(
            String key, double width, Function<CallNode, String> text, String... classes) {
        TreeTableColumn<CallNode, CallNode> column = column(key, width);
        column.getStyleClass().add("number");
        column.setCellFactory(ignored -> {
            TreeTableCell<CallNode, CallNode> cell = new TreeTableCell<>() {
                @Override
                protected void updateItem(@Nullable CallNode node, boolean empty) {
                    super.updateItem(node, empty);
                    setText(node == null || empty ? null : text.apply(node));
                }
            };
            cell.getStyleClass().addAll("mono", "number");
            cell.getStyleClass().addAll(classes);
            return cell;
        });
        return column;
    }

    private static TreeTableColumn<CallNode, CallNode> column(String key, double width) {
        TreeTableColumn<CallNode, CallNode> column = new TreeTableColumn<>(Words.say(key));
        column.setCellValueFactory(
                features -> new ReadOnlyObjectWrapper<>(features.getValue().getValue()));
        column.setPrefWidth(width);
        if (width < FRAME) {
            column.setMaxWidth(width);
        }
        column.setReorderable(false);
        column.setSortable(false);
        return column;
    }

    /// A row that makes its children when they are first asked for.
    private final class Item extends TreeItem<CallNode> {
        private final List<Frame> path;
        private final @Nullable Predicate<CallNode> left;
        private boolean made;

        Item(CallNode node, List<Frame> path, @Nullable Predicate<CallNode> left) {
            super(node);
            this.path = path;
            this.left = left;
            expandedProperty().addListener((observed, was, is) -> {
                if (is) {
                    open.add(path);
                } else {
                    open.remove(path);
                }
            });
        }

        List<Frame> path() {
            return path;
        }

        @Nullable
        Frame frame() {
            return getValue().frame();
        }

        @Override
        public boolean isLeaf() {
            return getValue().size() == 1;
        }

        @Override
        public ObservableList<TreeItem<CallNode>> getChildren() {
            if (!made) {
                made = true;
                List<TreeItem<CallNode>> children = new ArrayList<>();
                for (CallNode child : getValue().children()) {
                    if (left == null || left.test(child)) {
                        children.add(new Item(child, append(path, child), left));
                    }
                }
                super.getChildren().setAll(children);
            }
            return super.getChildren();
        }
    }
}
