package dev.plimsoll.ui.kit;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import java.util.List;

/// What is written on a frame, by how much room there is. From the widest to the narrowest step: the whole name, the
/// name with its packages as initials, class and method, the method, the method cut with an ellipsis.
public final class FrameLabel {

    private static final String ELLIPSIS = "…";

    private FrameLabel() {}

    /// The widest step that has at most `room` characters; empty when not even two characters fit.
    public static String fit(Frame frame, int room) {
        for (String step : ladder(frame)) {
            if (step.length() <= room) {
                return step;
            }
        }
        return cut(frame.method(), room);
    }

    /// All steps that are whole, widest first, without repeats.
    public static List<String> ladder(Frame frame) {
        if (frame.className().isEmpty() || frame.kind() == FrameKind.NATIVE || frame.kind() == FrameKind.VM) {
            return List.of(frame.method());
        }
        String short_ = frame.simpleClassName() + "." + frame.method();
        String packages = frame.packageName();
        if (packages.isEmpty()) {
            return List.of(short_, frame.method());
        }
        return List.of(frame.name(), initials(packages) + "." + short_, short_, frame.method());
    }

    /// The first `room` characters, the last of them an ellipsis when something was cut.
    public static String cut(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        return room < 2 ? "" : text.substring(0, room - 1) + ELLIPSIS;
    }

    private static String initials(String packages) {
        StringBuilder text = new StringBuilder();
        for (String part : packages.split("\\.")) {
            if (!part.isEmpty()) {
                text.append(text.isEmpty() ? "" : ".").append(part.charAt(0));
            }
        }
        return text.toString();
    }
}
