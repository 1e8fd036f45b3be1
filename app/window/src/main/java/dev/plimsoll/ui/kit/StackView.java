package dev.plimsoll.ui.kit;

import dev.plimsoll.event.Stack;
import dev.plimsoll.ui.Tokens;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A stack, outermost frame on top, with a bar in the colour of each frame's side and the site marked.
public final class StackView extends VBox {

    /// Frames above the site that are seen at once where room is short.
    private static final int NEAR = 3;

    private final Tokens tokens;
    private final boolean brief;

    public StackView(Tokens tokens) {
        this(tokens, false);
    }

    /// @param brief whether the frames far outside of the site stay folded until a person asks for them
    public StackView(Tokens tokens, boolean brief) {
        this.tokens = tokens;
        this.brief = brief;
        getStyleClass().add("stack-view");
    }

    public void show(Stack stack) {
        show(stack, brief ? folded(stack) : 0);
    }

    /// How many of the outermost frames are left out at first: none for the sake of one or two lines.
    private static int folded(Stack stack) {
        var frames = stack.frames();
        int site = stack.site() == null ? -1 : frames.lastIndexOf(stack.site());
        int outside = site < 0 ? 0 : frames.size() - 1 - site - NEAR;
        return outside > 2 ? outside : 0;
    }

    private void show(Stack stack, int leftOut) {
        getChildren().clear();
        var site = stack.site();
        var frames = stack.frames();
        if (frames.isEmpty()) {
            getChildren().add(Texts.caption(Words.say("stack.none")));
            return;
        }
        if (leftOut > 0) {
            Hyperlink more = new Hyperlink(Words.say("stack.more", leftOut));
            more.getStyleClass().addAll("link", "stack-more");
            more.setOnAction(event -> show(stack, 0));
            getChildren().add(more);
        } else if (stack.truncated()) {
            getChildren().add(Texts.caption(Words.say("stack.truncated")));
        }
        boolean marked = false;
        for (var frame : frames.reversed().subList(leftOut, frames.size())) {
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
