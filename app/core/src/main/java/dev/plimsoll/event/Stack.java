package dev.plimsoll.event;

import java.util.List;

/// A distinct stack, top frame (the innermost) first.
///
/// @param id index in its [StackTable]
/// @param frames top first, without the probe's own frames; unmodifiable, may be empty when no stack was recorded
/// @param truncated whether the recorder cut frames off the bottom
public record Stack(int id, List<Frame> frames, boolean truncated) {

    /// The line that a person would change: the first frame outside the JDK and the binding library. When there is
    /// none, the outermost frame; `null` only for an empty stack.
    public @org.jspecify.annotations.Nullable Frame site() {
        if (frames.isEmpty()) {
            return null;
        }
        for (Frame frame : frames) {
            if (Border.isUser(frame)) {
                return frame;
            }
        }
        return frames.getLast();
    }

    /// Whether the stack was cut before a user's frame came, so that [#site()] is only the outermost known frame.
    public boolean siteTruncated() {
        return truncated && frames.stream().noneMatch(Border::isUser);
    }
}
