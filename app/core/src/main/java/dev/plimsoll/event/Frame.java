package dev.plimsoll.event;

/// One frame of a stack.
///
/// @param className fully qualified, with `.` and `$`; for native frames the library, or empty
/// @param method method or symbol name
/// @param line source line, or -1 when unknown
/// @param kind side of the border
public record Frame(String className, String method, int line, FrameKind kind) {

    /// `pkg.Class.method:line`, or without `:line` when the line is unknown.
    public String label() {
        return line < 0 ? name() : name() + ":" + line;
    }

    /// `pkg.Class.method`.
    public String name() {
        return className.isEmpty() ? method : className + "." + method;
    }

    /// The package with its last dot removed, or the empty string.
    public String packageName() {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    /// The class without its package: `Outer$Inner`.
    public String simpleClassName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
