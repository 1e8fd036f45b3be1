package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import java.util.regex.Pattern;

/// One step that narrows what a tree shows. The regular expression is searched in [Frame#label()].
///
/// @param kind what happens to a stack
/// @param regex checked when the filter is made
public record StackFilter(Kind kind, String regex) {

    /// @throws java.util.regex.PatternSyntaxException when `regex` is not one
    public StackFilter {
        Pattern.compile(regex);
    }

    /// What happens to a stack.
    public enum Kind {
        /// Only stacks with a matching frame stay.
        KEEP,
        /// Stacks with a matching frame go.
        REMOVE,
        /// Stacks begin at their outermost matching frame; others go.
        FOCUS,
        /// Stacks end at their outermost matching frame, so that its callers stay; others go.
        CALLERS,
        /// Matching frames go, their value stays with the caller.
        MERGE
    }

    /// Every line of one method.
    public static StackFilter method(Kind kind, Frame frame) {
        return new StackFilter(kind, "^" + Pattern.quote(frame.name()) + "(:\\d+)?$");
    }

    /// One line of one method.
    public static StackFilter line(Kind kind, Frame frame) {
        return new StackFilter(kind, "^" + Pattern.quote(frame.label()) + "$");
    }

    /// Every frame of a package and of those below it.
    public static StackFilter packageOf(Kind kind, Frame frame) {
        return new StackFilter(kind, "^" + Pattern.quote(frame.packageName() + "."));
    }
}
