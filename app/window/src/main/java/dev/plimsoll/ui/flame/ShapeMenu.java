package dev.plimsoll.ui.flame;

import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Words;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/// How stacks are folded: which end is the root, the order of siblings, what is hidden, since when. FX thread.
final class ShapeMenu {

    private final FlamePresenter presenter;
    private final MenuButton menu = new MenuButton();
    private String words = "";

    ShapeMenu(FlamePresenter presenter) {
        this.presenter = presenter;
        menu.setId("flame-shape");
        menu.setAccessibleText(Words.say("flame.shape"));
        menu.setTooltip(new Tooltip(Words.say("flame.shape")));
        menu.setGraphic(Icons.of("sliders"));
        ToggleGroup directions = new ToggleGroup();
        ToggleGroup orders = new ToggleGroup();
        menu.getItems()
                .setAll(
                        radio("flame.shape.topDown", directions, s -> s.with(TreeShape.Direction.TOP_DOWN)),
                        radio("flame.shape.bottomUp", directions, s -> s.with(TreeShape.Direction.BOTTOM_UP)),
                        new SeparatorMenuItem(),
                        radio("flame.shape.byTime", orders, s -> s.with(TreeShape.Order.FIRST_APPEARANCE)),
                        radio("flame.shape.leftHeavy", orders, s -> s.with(TreeShape.Order.LEFT_HEAVY)),
                        new SeparatorMenuItem(),
                        check(
                                "flame.chip.internals",
                                TreeShape::hideBindingInternals,
                                TreeShape::hidingBindingInternals),
                        check("flame.shape.recursion", TreeShape::collapseRecursion, TreeShape::collapsingRecursion),
                        new SeparatorMenuItem(),
                        colours(),
                        mark());
        menu.setOnShowing(event -> mirror());
    }

    MenuButton node() {
        return menu;
    }

    void show(FlameViewState state, boolean narrow) {
        TreeShape shape = state.question().shape();
        String direction = shape.direction() == TreeShape.Direction.TOP_DOWN ? "topDown" : "bottomUp";
        String order = shape.order() == TreeShape.Order.LEFT_HEAVY ? "leftHeavy" : "byTime";
        words = narrow
                ? ""
                : Words.say("flame.shape." + direction)
                        + (order.equals("leftHeavy") ? ", " + Words.say("flame.shape.leftHeavy.short") : "");
        menu.setText(words);
    }

    /// Without words, as in a narrow window.
    void brief(boolean is) {
        menu.setText(is ? "" : words);
    }

    /// Chosen by key or chip meanwhile.
    private void mirror() {
        TreeShape shape = presenter.state().question().shape();
        for (MenuItem item : menu.getItems()) {
            if (item instanceof RadioMenuItem radio && item.getUserData() instanceof Change change) {
                radio.setSelected(change.now(shape).equals(shape));
            } else if (item instanceof CheckMenuItem check && item.getUserData() instanceof BooleanSupplier on) {
                check.setSelected(on.getAsBoolean());
            }
        }
    }

    private interface Change {
        TreeShape now(TreeShape shape);
    }

    private interface Switch {
        TreeShape with(TreeShape shape, boolean on);
    }

    private RadioMenuItem radio(String key, ToggleGroup group, UnaryOperator<TreeShape> change) {
        RadioMenuItem item = new RadioMenuItem(Words.say(key));
        item.setId(key.replace('.', '-'));
        item.setToggleGroup(group);
        item.setUserData((Change) change::apply);
        item.setOnAction(event -> presenter.shape(change));
        return item;
    }

    private CheckMenuItem check(String key, Function<TreeShape, Boolean> is, Switch change) {
        CheckMenuItem item = new CheckMenuItem(Words.say(key));
        item.setId(key.replace('.', '-'));
        item.setUserData(
                (BooleanSupplier) () -> is.apply(presenter.state().question().shape()));
        item.setOnAction(event -> presenter.shape(shape -> change.with(shape, item.isSelected())));
        return item;
    }

    /// Also here, since a narrow window has no menu of its own for it.
    private MenuItem colours() {
        Menu colours = new Menu(Words.say("flame.shape.colour"));
        for (ColourBy by : ColourBy.values()) {
            MenuItem item = new MenuItem(Words.say("flame.colour." + by.name()));
            item.setId("flame-shape-" + by);
            item.setOnAction(event -> presenter.colour(by));
            colours.getItems().add(item);
        }
        return colours;
    }

    private MenuItem mark() {
        MenuItem item = new MenuItem(Words.say("flame.shape.mark"));
        item.setId("flame-shape-mark");
        item.setOnAction(event -> presenter.mark());
        return item;
    }
}
