package dev.plimsoll.ui.kit;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an empty page says of a recording that holds nothing for it: waiting for the first block would be in vain.
public final class Unrecorded {

    private Unrecorded() {}

    /// Why there is no native allocation in what was opened, and how to record them; empty when some may still come.
    public static Optional<String> allocations(@Nullable Snapshot snapshot) {
        return snapshot != null
                        && snapshot.phase() instanceof Phase.Playback playback
                        && !playback.noAllocations().isEmpty()
                ? Optional.of(playback.noAllocations())
                : Optional.empty();
    }

    /// How to record callbacks; empty when the recording may well hold all there were.
    public static Optional<String> callbacks(@Nullable Snapshot snapshot) {
        return snapshot != null
                        && snapshot.phase() instanceof Phase.Playback
                        && snapshot.coverage().isEmpty()
                        && snapshot.ledger().callbacksRegistered() == 0
                ? Optional.of(Words.say("callbacks.unrecorded.how"))
                : Optional.empty();
    }
}
