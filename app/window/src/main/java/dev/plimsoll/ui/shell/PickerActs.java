package dev.plimsoll.ui.shell;

import dev.plimsoll.cli.Window.Demo;
import dev.plimsoll.session.TimedRecording;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.FrameDoor;
import dev.plimsoll.ui.attach.AttachActs;
import dev.plimsoll.ui.attach.ProgramName;
import dev.plimsoll.ui.kit.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The picker's wishes. FX thread, but for the list of JVMs.
final class PickerActs implements AttachActs {

    private final Shell shell;
    private final Outside outside;
    private final Recents recents;

    PickerActs(Shell shell, Outside outside) {
        this.shell = shell;
        this.outside = outside;
        recents = new Recents(outside.memory());
    }

    @Override
    public List<JvmEntry> jvms() {
        return outside.jvms();
    }

    @Override
    public void attach(JvmEntry jvm, Sampling sampling) {
        recents.attached(jvm);
        shell.open(outside.attach(jvm, sampling));
    }

    @Override
    public Optional<TimedRecording> record(
            JvmEntry jvm, Sampling sampling, Duration time, Consumer<TimedRecording.Progress> progress) {
        String program = ProgramName.of(jvm);
        String name = (program.isEmpty() ? "jvm" : program) + "-" + jvm.pid() + ".jfr";
        FrameDoor.Latest<TimedRecording.Progress> latest = shell.door().latest(progress);
        return outside.chooseRecordingToWrite(name).map(file -> {
            recents.attached(jvm);
            return TimedRecording.start(outside.attachment(jvm, sampling), time, file, latest::poke);
        });
    }

    @Override
    public List<JvmEntry> recent(List<JvmEntry> jvms) {
        return recents.running(jvms);
    }

    @Override
    public void openRecording() {
        shell.choose();
    }

    @Override
    public void compare() {
        shell.recordings().compare();
    }

    @Override
    public void open(Path recording) {
        shell.open(recording);
    }

    @Override
    public boolean hasDemo() {
        return outside.demo().isPresent();
    }

    @Override
    public void demo(Sampling sampling) {
        outside.demo().ifPresent(demo -> {
            shell.say(new StatusLine.Part(Words.say("attach.demoStarts"), ""));
            shell.background().execute(() -> start(demo, sampling));
        });
    }

    private void start(Demo demo, Sampling sampling) {
        try {
            JvmEntry entry = demo.start();
            shell.door().run(() -> {
                if (!shell.sessionOpen()) {
                    shell.open(outside.attach(entry, sampling));
                }
            });
        } catch (Demo.Failed e) {
            String sentence = String.valueOf(e.getMessage());
            shell.door().run(() -> shell.say(new StatusLine.Part(sentence, "warning")));
        }
    }

    @Override
    public void listed() {
        if (!shell.sessionOpen()) {
            shell.pickerStatus();
        }
    }
}
