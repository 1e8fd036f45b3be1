package dev.plimsoll.event;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tells a user's frame from the JDK's and a binding library's. The one place that knows these prefixes.
public final class Border {

    private static final List<String> PROBE = List.of("dev.plimsoll.jfr.");

    /// Stands right above the frame of a method that a user's rule names.
    private static final String RULED = "dev.plimsoll.jfr.probe.v1.Ruled";

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.proxy.");

    private static final List<String> BINDING = List.of(
            "java.lang.foreign.",
            "jdk.internal.foreign.",
            "jdk.internal.misc.",
            "jdk.internal.ref.",
            "java.nio.",
            "sun.nio.",
            "sun.misc.Unsafe",
            "java.util.zip.",
            "com.sun.jna.",
            "com.sun.glass.",
            "com.sun.javafx.",
            "com.sun.pisces.",
            "com.sun.prism.",
            "com.sun.scenario.",
            "javafx.",
            "org.lwjgl.",
            "org.bytedeco.javacpp.",
            "jnr.",
            "com.kenai.jffi.",
            "io.netty.",
            "io.github.humbleui.",
            "org.rocksdb.");

    /// What the names of libraries end with, or have before their version.
    private static final Pattern LIBRARY = Pattern.compile("|\\[.*]|.*\\.(so(\\.[\\d.]+)?|dylib|dll)");

    private static final Pattern VM = Pattern.compile("(lib)?jvm\\.(so|dylib|dll)");

    private static final Pattern PROFILER = Pattern.compile("libasyncProfiler\\..*");

    private Border() {}

    /// Whether the frame belongs to the agent itself and is never shown.
    public static boolean isProbe(String className) {
        return startsWithAny(className, PROBE) && !className.equals(RULED);
    }

    /// Whether a frame of this class is shown at all. The agent's own is not, nor is one of a hidden class: it
    /// carries a number that differs from run to run, and no line of it can be changed.
    public static boolean isShown(String className) {
        return !isProbe(className)
                && !PROFILER.matcher(className).matches()
                && !className.startsWith("java.lang.invoke.LambdaForm$")
                && className.indexOf('/') < 0
                && !className.contains("$$Lambda");
    }

    /// A stack as it is to be kept. Where a user's rule wove the innermost method, its class is a binding
    /// that no list here knows: its frames are the binding's, and so are constructors of its package that
    /// called its constructor.
    static List<Frame> settled(List<Frame> frames) {
        if (frames.size() < 2 || !frames.getFirst().className().equals(RULED)) {
            return List.copyOf(frames);
        }
        List<Frame> settled = new ArrayList<>(frames.subList(1, frames.size()));
        Frame woven = settled.getFirst();
        for (int i = 0; i < settled.size() && isOf(woven, settled.get(i)); i++) {
            Frame frame = settled.get(i);
            settled.set(i, new Frame(frame.className(), frame.method(), frame.line(), FrameKind.BINDING));
        }
        return List.copyOf(settled);
    }

    private static boolean isOf(Frame woven, Frame frame) {
        boolean isSubclass = woven.method().equals("<init>")
                && frame.method().equals("<init>")
                && packageOf(frame).equals(packageOf(woven));
        return isSubclass || frame.className().equals(woven.className());
    }

    private static String packageOf(Frame frame) {
        return frame.className().substring(0, frame.className().lastIndexOf('.') + 1);
    }

    /// Whether a person who owns the program could change this line.
    public static boolean isUser(Frame frame) {
        return frame.kind() == FrameKind.JAVA && !startsWithAny(frame.className(), JDK);
    }

    /// The side of a frame, by its class; recorders that walk native stacks write the library there.
    public static FrameKind kindOf(String className) {
        if (LIBRARY.matcher(className).matches()) {
            return VM.matcher(className).matches() ? FrameKind.VM : FrameKind.NATIVE;
        }
        return startsWithAny(className, BINDING) ? FrameKind.BINDING : FrameKind.JAVA;
    }

    private static boolean startsWithAny(String className, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
