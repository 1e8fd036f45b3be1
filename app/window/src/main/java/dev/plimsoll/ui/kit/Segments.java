package dev.plimsoll.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A row of choices of which exactly one holds, as pills that touch.
public final class Segments<T> extends HBox {

    private final ToggleGroup group = new ToggleGroup();
    private final List<T> values = new ArrayList<>();

    /// @param onChosen called for a person's choice only, not for [#select]
    public Segments(Consumer<T> onChosen) {
        getStyleClass().add("segments");
        group.selectedToggleProperty().addListener((observed, was, is) -> {
            if (is == null && was != null) {
                group.selectToggle(was);
            }
        });
        this.onChosen = onChosen;
    }

    private final Consumer<T> onChosen;

    public ToggleButton add(T value, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.setOnAction(event -> onChosen.accept(value));
        button.setMinWidth(Region.USE_PREF_SIZE);
        values.add(value);
        getChildren().add(button);
        for (int i = 0; i < getChildren().size(); i++) {
            var classes = getChildren().get(i).getStyleClass();
            classes.removeAll(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
            boolean last = i == getChildren().size() - 1;
            classes.add(i == 0 ? Styles.LEFT_PILL : last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
        }
        if (group.getSelectedToggle() == null) {
            button.setSelected(true);
        }
        return button;
    }

    public void select(T value) {
        int index = values.indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException("No such choice: " + value);
        }
        group.selectToggle(group.getToggles().get(index));
    }

    public T selected() {
        return values.get(group.getToggles().indexOf(group.getSelectedToggle()));
    }
}
