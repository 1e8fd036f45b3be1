package dev.plimsoll.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Where the newest snapshot hangs, and who wants to know. Any thread publishes, reads, subscribes and freezes; a
/// listener is never called by two threads at once, and never gets an older snapshot after a newer one. Reading waits
/// for nobody: the window reads with every frame.
final class Bulletin {

    private final List<Consumer<Snapshot>> listeners = new ArrayList<>();
    private volatile Snapshot newest;
    private volatile Snapshot shown;
    private volatile boolean frozen;

    Bulletin(Snapshot first) {
        newest = first;
        shown = first;
    }

    synchronized void publish(Snapshot snapshot) {
        newest = snapshot;
        if (!frozen) {
            show();
        }
    }

    private void show() {
        shown = newest;
        for (Consumer<Snapshot> listener : List.copyOf(listeners)) {
            listener.accept(shown);
        }
    }

    Snapshot shown() {
        return shown;
    }

    Snapshot newest() {
        return newest;
    }

    synchronized Session.Subscription subscribe(Consumer<Snapshot> listener) {
        // One of its own for each subscription, so that each ends alone.
        Consumer<Snapshot> registered = listener::accept;
        listeners.add(registered);
        registered.accept(shown);
        return () -> unsubscribe(registered);
    }

    private synchronized void unsubscribe(Consumer<Snapshot> registered) {
        listeners.remove(registered);
    }

    synchronized void freeze(boolean hold) {
        if (frozen != hold) {
            frozen = hold;
            if (!hold) {
                show();
            }
        }
    }

    boolean frozen() {
        return frozen;
    }

    /// Events applied since the freeze.
    long waiting() {
        long held = shown.ledger().eventsApplied();
        return newest.ledger().eventsApplied() - held;
    }
}
