package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Asks a regular expression once per distinct frame, however often the frame comes. One thread.
final class FrameMatcher {

    private final Pattern pattern;
    private final Map<Frame, Boolean> known = new HashMap<>();

    FrameMatcher(Pattern pattern) {
        this.pattern = pattern;
    }

    boolean matches(Frame frame) {
        return known.computeIfAbsent(frame, f -> pattern.matcher(f.label()).find());
    }
}
