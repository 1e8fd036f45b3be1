package dev.plimsoll.ui.shell;

import dev.plimsoll.cli.Window.Demo;
import dev.plimsoll.session.Session;
import dev.plimsoll.target.AttachedTarget;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.Memory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the window needs from outside itself; tests give their own.
public interface Outside {

    /// All JVMs of this machine. Takes a while; never on the FX thread.
    List<JvmEntry> jvms();

    /// Begins to attach; failures come as the session's phase.
    Session attach(JvmEntry entry, Sampling sampling);

    /// How the agent gets into a JVM, for a recording without a session.
    default AttachedTarget.Attachment attachment(JvmEntry entry, Sampling sampling) {
        return new LocalAttachment(entry.pid(), sampling);
    }

    /// Starts the program that leaks; empty when that cannot be done from here.
    default Optional<Demo> demo() {
        return Optional.empty();
    }

    /// Begins to read a recording; failures come as the session's phase.
    Session open(Path recording);

    /// Asks for a recording. FX thread; blocks while the dialog is open.
    ///
    /// @param title of the dialog: what it is for
    Optional<Path> chooseRecording(String title);

    /// What is remembered from one start to the next.
    Memory memory();

    /// Asks where to put a picture.
    Optional<Path> choosePicture(String suggestedName);

    /// Asks where to put a recording.
    Optional<Path> chooseRecordingToWrite(String suggestedName);

    /// Folder for what a person decided about live targets.
    default Path decisions() {
        return MemoryFile.place().resolveSibling("live");
    }
}
