package dev.plimsoll.ui.settings;

/// Names under which choices are remembered.
public final class Setting {

    /// `system`, `light` or `dark`.
    public static final String THEME = "theme";

    /// `100` to `200`: per cent.
    public static final String SCALE = "scale";

    /// `100` to `130`: per cent of the usual size of texts.
    public static final String TEXT = "text";

    /// `usual` or `high`.
    public static final String CONTRAST = "contrast";

    /// `clock` or `start`: what times on the timeline's axis are.
    public static final String TIME = "time";

    /// `yes` or `no`: whether new findings are announced.
    public static final String NEWS = "news";

    /// Command that opens a line of code, with `{file}`, `{line}`, `{class}`, `{method}`; empty for none.
    public static final String SOURCE_COMMAND = "source.command";

    /// Folders in which sources are looked for, a line each.
    public static final String SOURCE_FOLDERS = "source.folders";

    /// Recordings opened lately, a line each.
    public static final String RECENT_FILES = "recent.files";

    /// Programs attached lately, a line each: main class, a tab, SHA-256 of the arguments. The arguments themselves may
    /// hold a password.
    public static final String RECENT_PROCESSES = "recent.processes";

    private Setting() {}
}
