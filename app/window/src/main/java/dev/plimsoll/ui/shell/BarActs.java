package dev.plimsoll.ui.shell;

/// The target bar's wishes. FX thread.
final class BarActs implements TargetBar.Acts {

    private final Shell shell;

    BarActs(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void freeze(boolean frozen) {
        shell.freeze(frozen);
    }

    @Override
    public void detach() {
        shell.detach();
    }

    @Override
    public void close() {
        shell.showPicker();
    }

    @Override
    public void openRecording() {
        shell.choose();
    }

    @Override
    public void theme() {
        shell.toggleTheme();
    }

    @Override
    public void picture() {
        shell.picture();
    }

    @Override
    public void goTo() {
        shell.showPalette();
    }

    @Override
    public void settings() {
        shell.showSettings();
    }
}
