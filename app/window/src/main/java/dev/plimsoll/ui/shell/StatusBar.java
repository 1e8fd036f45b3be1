package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.kit.KeyCaps;
import dev.plimsoll.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The band at the bottom: exactness at the left, keys that work now at the right.
final class StatusBar extends HBox {

    private final HBox left = new HBox(16);
    private final HBox right = new HBox(12);
    private List<StatusLine.Part> shown = List.of();

    StatusBar() {
        getStyleClass().add("status-bar");
        left.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(left, right);
    }

    /// What is said at the left goes first: keys that would not fit are left out, the last ones first.
    @Override
    protected void layoutChildren() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight() - getSpacing() - left.prefWidth(-1);
        double used = 0;
        for (Node hint : right.getChildren()) {
            used += hint.prefWidth(-1) + right.getSpacing();
            boolean fits = used - right.getSpacing() <= room;
            hint.setVisible(fits);
            hint.setManaged(fits);
        }
        super.layoutChildren();
    }

    void show(List<StatusLine.Part> parts) {
        if (parts.equals(shown)) {
            return;
        }
        shown = List.copyOf(parts);
        left.getChildren()
                .setAll(parts.stream()
                        .map(part -> {
                            Label label = Texts.caption(part.text());
                            if (!part.tone().isEmpty()) {
                                label.getStyleClass().add(part.tone());
                            }
                            return label;
                        })
                        .toList());
        // A long sentence behind it must not squeeze out what stands first.
        left.getChildren().stream()
                .findFirst()
                .ifPresent(
                        first -> ((Label) first).setMinWidth(left.getChildren().size() > 1 ? Region.USE_PREF_SIZE : 0));
    }

    void keys(List<KeyHint> keys) {
        right.getChildren().setAll(keys.stream().map(KeyCaps::hint).toList());
    }
}
