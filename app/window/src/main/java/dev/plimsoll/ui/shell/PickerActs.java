package dev.plimsoll.ui.shell;

import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.attach.AttachActs;
import java.nio.file.Path;
import java.util.List;

/// The picker's wishes. FX thread, but for the list of JVMs.
final class PickerActs implements AttachActs {

    private final Shell shell;
    private final Outside outside;

    PickerActs(Shell shell, Outside outside) {
        this.shell = shell;
        this.outside = outside;
    }

    @Override
    public List<JvmEntry> jvms() {
        return outside.jvms();
    }

    @Override
    public void attach(JvmEntry jvm, Sampling sampling) {
        shell.open(outside.attach(jvm, sampling));
    }

    @Override
    public void openRecording() {
        shell.choose();
    }

    @Override
    public void open(Path recording) {
        shell.open(recording);
    }

    @Override
    public void listed() {
        if (!shell.sessionOpen()) {
            shell.pickerStatus();
        }
    }
}
