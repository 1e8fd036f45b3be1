package dev.plimsoll.export;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import java.util.HashMap;
import java.util.Map;

/// Takes the names out of a program's own frames: `com.acme.secret.Cache.put:12` becomes `p1.C1.m1:12`. Frames
/// of the JDK and of binding libraries keep theirs, for they tell nothing and explain much. The same name gets
/// the same number within one export; nothing leads back.
public final class Anonymiser {

    private final Map<String, String> packages = new HashMap<>();
    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();

    private Anonymiser() {}

    /// The same figures under other names. The title and the summary go, since they name files and lines.
    public static StackFigures of(StackFigures figures) {
        return figures.with(new Anonymiser()::frame);
    }

    private Frame frame(Frame frame) {
        if (frame.className().isEmpty() || !Border.isUser(frame)) {
            return frame;
        }
        String className = number(packages, "p", frame.packageName()) + "." + number(classes, "C", frame.className());
        return new Frame(className, number(methods, "m", frame.name()), frame.line(), frame.kind());
    }

    private static String number(Map<String, String> known, String prefix, String name) {
        return known.computeIfAbsent(name, n -> prefix + (known.size() + 1));
    }
}
