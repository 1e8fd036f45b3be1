package dev.plimsoll.ui.shell;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// F6 goes from band to band, as in an editor: to the first control of the next band that has one. FX thread.
final class FocusBands {

    private FocusBands() {}

    /// @param bands from the top to the foot
    /// @param step 1 or -1
    static boolean move(List<? extends Node> bands, @Nullable Node focus, int step) {
        int at = -1;
        for (int i = 0; i < bands.size(); i++) {
            if (focus != null && contains(bands.get(i), focus)) {
                at = i;
            }
        }
        for (int i = 1; i <= bands.size(); i++) {
            Node first = first(bands.get(Math.floorMod(at + i * step, bands.size())));
            if (first != null) {
                first.requestFocus();
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Node band, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(band)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Node first(Node band) {
        ArrayDeque<Node> waiting = new ArrayDeque<>(List.of(band));
        while (!waiting.isEmpty()) {
            Node node = waiting.pop();
            if (!node.isVisible() || node.isDisabled()) {
                continue;
            }
            if (node.isFocusTraversable()) {
                return node;
            }
            if (node instanceof Parent parent) {
                List<Node> children = new java.util.ArrayList<>(parent.getChildrenUnmodifiable());
                Collections.reverse(children);
                children.forEach(waiting::push);
            }
        }
        return null;
    }
}
