package dev.plimsoll.cli;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// Finds the window and says, before JavaFX is loaded, why it cannot be shown.
final class WindowDoor {

    private WindowDoor() {}

    /// Shows the window, or draws it when pictures are asked for; returns its exit code.
    static int open(Window.Open what, Window.@Nullable Screenshots screenshots) throws CommandException {
        check(screenshots == null);
        return found().show(new Window.Request(what, screenshots, new DemoStart()));
    }

    /// @param display whether a real window is wanted
    /// @throws CommandException when it cannot be had
    static void check(boolean display) throws CommandException {
        if (display && !hasDisplay()) {
            throw new CommandException("There is no display; use `plimsoll record` and `plimsoll report`, or"
                    + " --screenshots DIR with attach, open or demo.");
        }
        String missing = SystemLibraries.missing(display);
        if (missing != null) {
            throw new CommandException(missing);
        }
        found();
    }

    /// Whether a window can be shown: on Linux JavaFX needs an X server, on Wayland the one that comes with it.
    static boolean hasDisplay() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return true;
        }
        String display = System.getenv("DISPLAY");
        return display != null && !display.isBlank();
    }

    private static Window found() throws CommandException {
        return ServiceLoader.load(Window.class)
                .findFirst()
                .orElseThrow(() ->
                        new CommandException("The window is not on the class path; start Plimsoll with its launcher."));
    }
}
