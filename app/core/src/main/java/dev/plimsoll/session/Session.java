package dev.plimsoll.session;

import dev.plimsoll.target.Sampling;
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

    /// Events applied since the freeze; 0 when not frozen.
    long eventsWaiting();

    /// Asks the agent for another sampling interval; does nothing in playback.
    void sampling(Sampling sampling);

    /// Takes the agent out of the target; what was seen stays. Does nothing in playback.
    void detach();

    /// Detaches and ends the session's thread.
    @Override
    void close();

    /// A registration that can be ended.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
