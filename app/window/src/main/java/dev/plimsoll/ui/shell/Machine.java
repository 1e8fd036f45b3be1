package dev.plimsoll.ui.shell;

import dev.plimsoll.cli.Window.Demo;
import dev.plimsoll.session.LiveSession;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.JvmList;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.kit.RecordingName;
import dev.plimsoll.ui.kit.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The machine that the window runs on.
final class Machine implements Outside {

    private final Supplier<@Nullable Stage> owner;
    private final Memory memory;
    private final @Nullable Demo demo;

    /// @param owner of the dialogs
    /// @param memory what the window remembers
    /// @param demo starts the program that leaks; null when there is none
    Machine(Supplier<@Nullable Stage> owner, Memory memory, @Nullable Demo demo) {
        this.owner = owner;
        this.demo = demo;
        this.memory = memory;
    }

    @Override
    public List<JvmEntry> jvms() {
        return JvmList.now();
    }

    @Override
    public Session attach(JvmEntry entry, Sampling sampling) {
        return LiveSession.open(attachment(entry, sampling));
    }

    @Override
    public Optional<Demo> demo() {
        return Optional.ofNullable(demo);
    }

    @Override
    public Session open(Path recording) {
        return PlaybackSession.open(recording);
    }

    @Override
    public Optional<Path> chooseRecording(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Words.say("dialog.recordings"), RecordingName.patterns()));
        return path(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> chooseRecordingToWrite(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.say("dialog.toRecord"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Words.say("dialog.recordings"), "*.jfr"));
        chooser.setInitialFileName(suggestedName);
        return path(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> choosePicture(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.say("dialog.picture"));
        chooser.setInitialFileName(suggestedName);
        return path(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Memory memory() {
        return memory;
    }

    private static Optional<Path> path(@Nullable File file) {
        return file == null ? Optional.empty() : Optional.of(file.toPath());
    }
}
