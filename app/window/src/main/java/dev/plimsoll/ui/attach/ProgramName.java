package dev.plimsoll.ui.attach;

import dev.plimsoll.target.JvmEntry;

/// A program's short name.
public final class ProgramName {

    private ProgramName() {}

    /// `RenderServer` of its class, `renderer` of `lib/renderer.jar`, or the empty string when nothing is known.
    public static String of(JvmEntry jvm) {
        String main = jvm.mainClass();
        if (main.endsWith(".jar")) {
            return main.substring(Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')) + 1, main.length() - 4);
        }
        return main.substring(main.lastIndexOf('.') + 1);
    }
}
