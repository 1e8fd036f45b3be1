package dev.plimsoll.ui.compare;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import org.jspecify.annotations.Nullable;

/// One of the two places for a recording.
///
/// @param name of the recording, or the empty string
/// @param snapshot all of it, or null while there is none yet
/// @param done share that was read, 0..1; negative when nothing is being read
/// @param failure why it could not be read, or the empty string
record Slot(String name, @Nullable Snapshot snapshot, double done, String failure) {

    static final Slot EMPTY = new Slot("", null, -1, "");

    /// What a session has come to.
    static Slot of(Snapshot snapshot) {
        String name = snapshot.subject().name();
        return switch (snapshot.phase()) {
            case Phase.Opening opening -> new Slot(name, null, Math.max(0, opening.done()), "");
            case Phase.Failed failed -> new Slot(name, null, -1, failed.sentence());
            case Phase.Live ignored -> new Slot(name, snapshot, -1, "");
            case Phase.Playback ignored -> new Slot(name, snapshot, -1, "");
            case Phase.Ended ignored -> new Slot(name, snapshot, -1, "");
        };
    }

    boolean reading() {
        return done >= 0;
    }
}
