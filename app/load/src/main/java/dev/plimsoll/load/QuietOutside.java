package dev.plimsoll.load;

import dev.plimsoll.session.LiveSession;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.shell.Outside;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A machine without dialogs and with nothing remembered.
record QuietOutside(Memory memory) implements Outside {

    @Override
    public List<JvmEntry> jvms() {
        return List.of();
    }

    @Override
    public Session attach(JvmEntry entry, Sampling sampling) {
        return LiveSession.open(new LocalAttachment(entry.pid(), sampling));
    }

    @Override
    public Session open(Path recording) {
        return PlaybackSession.open(recording);
    }

    @Override
    public Optional<Path> chooseRecording(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseRecordingToWrite(String suggestedName) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> choosePicture(String suggestedName) {
        return Optional.empty();
    }
}
