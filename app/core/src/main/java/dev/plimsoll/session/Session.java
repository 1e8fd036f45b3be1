package dev.plimsoll.session;

import dev.plimsoll.target.Sampling;
import dev.plimsoll.target.TargetAct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// One target or one recording being looked at. All methods may be called from any thread and return at once.
public interface Session extends AutoCloseable {

    /// The newest snapshot, or while frozen the one at which it froze.
    Snapshot snapshot();

    /// `listener` is called after each batch, at most ten times a second, on the session's thread, and once with the
    /// present snapshot on registration. It must not block. Closing the result ends it.
    Subscription onSnapshot(Consumer<Snapshot> listener);

    /// Holds the snapshot still while recording goes on. Does nothing in playback.
    void freeze(boolean frozen);

    boolean frozen();

    /// Whether somebody looks at the snapshots; at first somebody does. While nobody does, a live session reads
    /// once a second and publishes and judges every five, which takes less of the processor and loses nothing;
    /// when somebody looks again the newest snapshot follows at once. Does nothing in playback.
    default void watched(boolean somebody) {}

    /// Events applied since the freeze; 0 when not frozen.
    long eventsWaiting();

    /// Asks the agent for another sampling interval; does nothing in playback.
    void sampling(Sampling sampling);

    /// Has the target do something for its own good. Blocks until it has; never on the FX thread.
    ///
    /// @return one sentence: what came of it
    /// @throws IOException with one sentence when nothing is live, or the JVM cannot do it
    default String act(TargetAct act) throws IOException {
        throw new IOException("That takes a live target; attach first.");
    }

    /// Takes the agent out of the target; what was seen stays. Does nothing in playback.
    void detach();

    /// Writes what was recorded as a file that every JFR tool opens: all of it, a range, or some bindings. Takes as
    /// long as reading it does, on the calling thread.
    ///
    /// @param file written over when it exists
    /// @throws IOException with one sentence when nothing was recorded or `file` cannot be written
    default void save(Path file, Portion portion) throws IOException {
        throw new IOException("Nothing is being recorded; attach first.");
    }

    /// What was recorded so far as a session of its own that can be played, while this one goes on: the way back in
    /// time while live. It begins to read at once; whoever asked closes it. Of a recording, the recording again.
    ///
    /// @throws IOException with one sentence when nothing was recorded or there is no room for a copy
    default Session rewind() throws IOException {
        throw new IOException("Nothing is being recorded; attach first.");
    }

    /// The transport, once a recording was read to its end; empty before, and where there is none.
    default Optional<Playback> playback() {
        return Optional.empty();
    }

    /// The events of a type as a live target records them, for whoever closes it; empty before the target is live, and
    /// of a recording, which an [EventLog] reads.
    ///
    /// @param type name of an event type, or the empty string to hear only which types there are
    default Optional<EventFeed> events(String type) {
        return Optional.empty();
    }

    /// Detaches and ends the session's thread.
    @Override
    void close();

    /// A registration that can be ended.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
