package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.settings.Setting;
import dev.plimsoll.ui.settings.SettingsView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The settings while they stand in place of a page, and what a changed one does at once. FX thread.
final class SettingsPane {

    private final Shell shell;
    private @Nullable SettingsView view;

    SettingsPane(Shell shell) {
        this.shell = shell;
    }

    boolean open() {
        return view != null;
    }

    SettingsView make() {
        SettingsView made = new SettingsView(shell.memory(), this::changed, shell::closeSettings);
        view = made;
        return made;
    }

    /// Something else stands in their place.
    void forget() {
        view = null;
    }

    private void changed(String setting) {
        if (setting.equals(Setting.THEME)) {
            shell.theme(Theme.chosen(shell.memory().get(Setting.THEME, "system")));
        } else if (List.of(Setting.SCALE, Setting.TEXT, Setting.CONTRAST).contains(setting)) {
            shell.theme(shell.theme());
        } else if (setting.equals(Setting.TIME)) {
            shell.timeline().sinceStart(sinceStart());
        }
    }

    /// Whether times on the strip's axis count from the beginning.
    boolean sinceStart() {
        return shell.memory().get(Setting.TIME, "clock").equals("start");
    }
}
