package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The session that a window shows, if any. What talks to the target runs in the background. FX thread.
final class OpenSession {

    private final Executor background;
    private final Consumer<Snapshot> poke;
    private boolean watched = true;
    private @Nullable Session session;
    private Session.@Nullable Subscription subscription;

    /// @param poke takes snapshots on any thread and returns at once
    OpenSession(Executor background, Consumer<Snapshot> poke) {
        this.background = background;
        this.poke = poke;
    }

    Optional<Session> get() {
        return Optional.ofNullable(session);
    }

    /// Closes the one before.
    void open(Session next) {
        close();
        session = next;
        next.watched(watched);
        subscription = next.onSnapshot(poke);
    }

    /// Whether somebody can see the window: this session is told, and each one that comes.
    void watched(boolean somebody) {
        watched = somebody;
        if (session != null) {
            session.watched(somebody);
        }
    }

    void close() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        if (session != null) {
            Session old = session;
            session = null;
            background.execute(old::close);
        }
    }

    void detach() {
        Session open = session;
        if (open != null) {
            background.execute(open::detach);
        }
    }

    static boolean live(@Nullable Snapshot snapshot) {
        return snapshot != null && snapshot.phase() instanceof Phase.Live;
    }
}
