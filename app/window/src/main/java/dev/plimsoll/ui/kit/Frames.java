package dev.plimsoll.ui.kit;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.ui.Token;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Frames of a stack as text: package and line secondary, class and method in full strength.
public final class Frames {

    private Frames() {}

    public static TextFlow label(Frame frame) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("frame-label");
        String prefix = frame.className().isEmpty() ? "" : frame.packageName();
        if (!prefix.isEmpty()) {
            flow.getChildren().add(text(prefix + ".", "frame-package"));
        }
        flow.getChildren().add(text(shortName(frame), "frame-name"));
        if (frame.line() >= 0) {
            flow.getChildren().add(text(":" + frame.line(), "frame-line"));
        }
        return flow;
    }

    /// `TextureCache.upload`.
    public static String shortName(Frame frame) {
        return frame.className().isEmpty() ? frame.method() : frame.simpleClassName() + "." + frame.method();
    }

    /// `TextureCache.upload:214`.
    public static String shortLabel(Frame frame) {
        return frame.line() < 0 ? shortName(frame) : shortName(frame) + ":" + frame.line();
    }

    /// The colour of a side of the border.
    public static Token token(FrameKind kind) {
        return switch (kind) {
            case JAVA -> Token.FRAME_JAVA;
            case BINDING -> Token.FRAME_BINDING;
            case NATIVE -> Token.FRAME_NATIVE;
            case VM -> Token.FRAME_VM;
        };
    }

    private static Text text(String words, String role) {
        Text text = new Text(words);
        text.getStyleClass().addAll("mono", role);
        return text;
    }
}
