package dev.plimsoll.session;

import java.util.List;

/// Where a session stands.
public sealed interface Phase {

    /// Attaching or reading; `doing` is a short present-tense phrase, `done` a share in 0..1 or negative when unknown.
    record Opening(String doing, double done) implements Phase {}

    /// Events are coming in.
    record Live() implements Phase {}

    /// A recording is open, all of it read. `remarks` are sentences: what of it could not be read, what it does not
    /// have and how to record that. `noAllocations` is the one of them that says why there is no allocation, empty
    /// when there is one.
    record Playback(List<String> remarks, String noAllocations) implements Phase {

        public Playback {
            remarks = List.copyOf(remarks);
        }

        public Playback() {
            this(List.of(), "");
        }
    }

    /// The target ended, was killed or was detached; what was seen stays. `sentence` says which.
    record Ended(String sentence) implements Phase {}

    /// It could not be opened. `sentence` says what is wrong and what to do.
    record Failed(String sentence) implements Phase {}
}
