package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Asks a regular expression once per distinct frame, however often the frame comes. One thread.
final class FrameMatcher {

    private final Pattern pattern;
    /// By identity: equal frames are mostly one object, and a tree has a million nodes.
    private final Map<Frame, Boolean> known = new IdentityHashMap<>();

    FrameMatcher(Pattern pattern) {
        this.pattern = pattern;
    }

    boolean matches(Frame frame) {
        Boolean match = known.get(frame);
        if (match == null) {
            match = pattern.matcher(frame.label()).find();
            known.put(frame, match);
        }
        return match;
    }
}
