package dev.plimsoll.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/// What the FX thread waited for: files, sockets, locks, other threads, processes. Seen by the flight recorder of the
/// test's own JVM, however short the wait; a lock is seen only when somebody else holds it.
final class FxWaits implements AutoCloseable {

    private static final String THREAD = "JavaFX Application Thread";

    private static final List<String> WAITS = List.of(
            "jdk.FileRead",
            "jdk.FileWrite",
            "jdk.FileForce",
            "jdk.SocketRead",
            "jdk.SocketWrite",
            "jdk.ProcessStart",
            "jdk.JavaMonitorEnter",
            "jdk.JavaMonitorWait",
            "jdk.ThreadPark",
            "jdk.ThreadSleep");

    /// Not the window's doing: such a frame stands further in than any of ours.
    ///
    /// @param frame class and method, or the beginning of them
    /// @param why nobody feels it, or nothing can be done about it here
    private record Allowed(String frame, String why) {}

    private static final List<Allowed> ALLOWED = List.of(
            new Allowed("com.sun.glass.ui.headless.", "there is nothing to do"),
            new Allowed("com.sun.javafx.application.PlatformImpl.runLater", "JavaFX adds a task to its queue"),
            new Allowed("com.sun.javafx.tk.quantum.", "JavaFX takes turns with its own painter"),
            new Allowed("com.sun.javafx.sg.prism.GrowableDataBuffer.", "the same, over the commands of a canvas"),
            new Allowed("java.lang.ClassLoader.loadClass", "once for each class, from a jar that is open"),
            new Allowed("jdk.internal.loader.BuiltinClassLoader.loadClass", "the same"),
            new Allowed("java.util.ServiceLoader", "once for each service of a library"),
            new Allowed("java.util.ResourceBundle.getBundle", "once for each bundle of texts"),
            new Allowed("com.sun.glass.utils.NativeLibLoader", "once for each library of JavaFX"),
            new Allowed("com.sun.javafx.font.", "JavaFX reads a font when a letter of it is first drawn"),
            new Allowed("javafx.scene.text.Font.loadFont", "once for the font of the icons"),
            new Allowed("com.sun.javafx.css.", "JavaFX reads a style sheet when a scene first has it"),
            new Allowed("javafx.css.Stylesheet.", "the same"));

    private final Recording recording = new Recording();

    /// Begins to watch.
    static FxWaits begin() {
        FxWaits watch = new FxWaits();
        for (String wait : WAITS) {
            EventSettings settings = watch.recording.enable(wait).withStackTrace();
            settings.with("throttle", "off").withThreshold(Duration.ZERO);
        }
        watch.recording.start();
        return watch;
    }

    /// One line for each kind of wait that is not allowed: what it was, and the frames from the wait outwards.
    List<String> end() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("fx-waits-", ".jfr");
        try {
            recording.dump(file);
            TreeSet<String> lines = new TreeSet<>();
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                if (event.getThread() != null
                        && THREAD.equals(event.getThread().getJavaName())
                        && WAITS.contains(event.getEventType().getName())
                        && !allowed(event.getStackTrace())) {
                    lines.add(line(event));
                }
            }
            return List.copyOf(lines);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        recording.close();
    }

    private static boolean allowed(RecordedStackTrace stack) {
        return stack.getFrames().stream()
                .map(FxWaits::name)
                .takeWhile(frame -> !frame.startsWith("dev.plimsoll."))
                .anyMatch(frame -> ALLOWED.stream().anyMatch(allowed -> frame.startsWith(allowed.frame())));
    }

    private static String line(RecordedEvent event) {
        StringBuilder line = new StringBuilder(event.getEventType().getName());
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            line.append("\n        at ").append(name(frame)).append(':').append(frame.getLineNumber());
        }
        return line.toString();
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
