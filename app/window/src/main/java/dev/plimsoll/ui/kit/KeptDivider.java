package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Memory;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The first divider of a pane, remembered from one start to the next once a person has dragged it. FX thread.
public final class KeptDivider {

    private final SplitPane split;
    private final String key;
    private @Nullable Memory memory;
    private double otherwise = 0.5;

    /// @param name unique in the window, as `overview.sides`
    public KeptDivider(SplitPane split, String name) {
        this.split = split;
        key = "divider." + name;
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && ofThis(node)) {
                keep();
            }
        });
    }

    /// From now on the divider is remembered here; it moves to where it was left.
    public KeptDivider in(Memory kept) {
        memory = kept;
        place(otherwise);
        return this;
    }

    /// Moves the divider to where a person left it, or else to this share of the pane.
    public void place(double share) {
        otherwise = share;
        if (!split.getDividers().isEmpty()) {
            split.setDividerPositions(left(share));
        }
    }

    private double left(double share) {
        String text = memory == null ? "" : memory.get(key, "");
        return text.matches("0\\.[0-9]{1,4}") ? Double.parseDouble(text) : share;
    }

    private void keep() {
        if (memory != null && !split.getDividers().isEmpty()) {
            long share = Math.clamp(Math.round(split.getDividerPositions()[0] * 10_000), 1, 9_999);
            memory.put(key, "0." + String.format(Locale.ROOT, "%04d", share));
        }
    }

    /// A pane within this one has dividers of its own.
    private boolean ofThis(Node node) {
        for (Node at = node; at != null && !at.equals(split); at = at.getParent()) {
            if (at.getStyleClass().contains("split-pane-divider")) {
                return split.equals(at.getParent());
            }
        }
        return false;
    }
}
