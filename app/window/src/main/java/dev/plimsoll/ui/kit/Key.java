package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.HBox;

/// What marks on lanes mean: a mark and its word. FX thread.
public final class Key {

    private final Tokens tokens;

    public Key(Tokens tokens) {
        this.tokens = tokens;
    }

    /// An upright mark, as ticks on lanes are.
    public Node entry(String word, Token color) {
        Sheet mark = new Sheet(tokens) {
            @Override
            protected void paint(GraphicsContext gc, double width, double height) {
                pixels().fill(gc, 0, 0, 2, height, tokens().get(color));
            }
        };
        mark.setMinSize(2, 12);
        mark.setMaxSize(2, 12);
        HBox entry = new HBox(5, mark, Texts.caption(word));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
