package dev.plimsoll.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How files with recordings are named, as the command `open` reads them.
public final class RecordingName {

    private static final List<String> ENDINGS = List.of(".jfr", ".jfr.gz", ".zip");

    private RecordingName() {}

    /// Whether it is named like one.
    public static boolean fits(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /// For a dialog's list of files.
    public static List<String> patterns() {
        return ENDINGS.stream().map(ending -> "*" + ending).toList();
    }
}
