package dev.plimsoll.ui.kit;

import dev.plimsoll.event.Stack;
import dev.plimsoll.ui.Tokens;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A stack, outermost frame on top, with a bar in the colour of each frame's side and the site marked.
public final class StackView extends VBox {

    private final Tokens tokens;

    public StackView(Tokens tokens) {
        this.tokens = tokens;
        getStyleClass().add("stack-view");
    }

    public void show(Stack stack) {
        getChildren().clear();
        var site = stack.site();
        var frames = stack.frames();
        if (frames.isEmpty()) {
            getChildren().add(Texts.caption(Words.say("stack.none")));
            return;
        }
        if (stack.truncated()) {
            getChildren().add(Texts.caption(Words.say("stack.truncated")));
        }
        boolean marked = false;
        for (var frame : frames.reversed()) {
            Rectangle side = new Rectangle(3, 16);
            side.setFill(tokens.get(Frames.token(frame.kind())));
            FrameLine words = new FrameLine(frame);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox line = new HBox(side, words);
            line.setFillHeight(false);
            line.getStyleClass().add("stack-line");
            if (!marked && frame.equals(site)) {
                line.getStyleClass().add("site");
                marked = true;
            }
            getChildren().add(line);
        }
    }
}
