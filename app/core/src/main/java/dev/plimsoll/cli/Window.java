package dev.plimsoll.cli;

import dev.plimsoll.target.JvmEntry;
import java.nio.file.Path;
import java.util.List;

/// The window, found as a service so that the commands never load JavaFX themselves.
public interface Window {

    /// Shows the window and returns its exit code once it is closed; or, with [Request#screenshots()], draws every
    /// page without a display, writes the pictures and returns. Failures are one line on stderr and code 2.
    int show(Request request);

    /// @param open what to open first
    /// @param screenshots where to write pictures, and how large; null to show a real window
    /// @param demo starts the program that leaks, for who asks for it in the window; null for none
    record Request(
            Open open,
            @org.jspecify.annotations.Nullable Screenshots screenshots,
            @org.jspecify.annotations.Nullable Demo demo) {}

    /// The program that leaks, in a JVM of its own that ends with this one.
    interface Demo {

        /// Starts it unless it runs, and returns once it draws; takes about a second. Any thread.
        JvmEntry start() throws Failed;

        /// It does not come up; the message is one sentence.
        final class Failed extends Exception {
            private static final long serialVersionUID = 1L;

            public Failed(Throwable cause) {
                super(cause.getMessage(), cause);
            }
        }
    }

    /// What to open first.
    sealed interface Open {
        /// The attach picker.
        record Picker() implements Open {}

        /// A session that the command began; the window closes it.
        record Running(dev.plimsoll.session.Session session) implements Open {}

        /// One recording, or two to compare.
        record Recordings(List<Path> files) implements Open {}
    }

    /// What to draw. Each shape is drawn in both themes.
    ///
    /// @param directory made when missing
    /// @param shapes at least one
    record Screenshots(Path directory, List<Shape> shapes) {}

    /// @param folder below the directory of the pictures; empty for that directory itself
    /// @param width logical pixels
    /// @param height logical pixels
    /// @param scale device pixels per logical pixel
    record Shape(String folder, int width, int height, double scale) {}
}
