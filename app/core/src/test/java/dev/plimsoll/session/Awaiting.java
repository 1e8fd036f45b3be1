package dev.plimsoll.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/// Waits for what a session is to show, for a minute and a half at most.
final class Awaiting {

    private Awaiting() {}

    static Snapshot await(Session session, Predicate<Snapshot> wanted) throws Exception {
        return await(session, wanted, Snapshot::toString);
    }

    /// @param words for the last snapshot, when it was not what was wanted
    static Snapshot await(Session session, Predicate<Snapshot> wanted, Function<Snapshot, String> words)
            throws Exception {
        CompletableFuture<Snapshot> found = new CompletableFuture<>();
        try (Session.Subscription _ = session.onSnapshot(snapshot -> {
            if (wanted.test(snapshot)) {
                found.complete(snapshot);
            }
        })) {
            return found.get(90, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("not in time: " + words.apply(session.snapshot()), late);
        }
    }
}
