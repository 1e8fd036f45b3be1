package dev.plimsoll.ui;

import dev.plimsoll.session.EventFeed;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.target.Sampling;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A session whose snapshots come from the test.
public final class SampleSession implements Session {

    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot newest;
    private volatile Snapshot held;
    private volatile boolean frozen;
    private volatile boolean watched = true;
    private volatile boolean closed;
    private volatile boolean detached;
    private volatile @Nullable Function<String, EventFeed> feeds;

    public SampleSession(Snapshot first) {
        newest = first;
        held = first;
    }

    /// As the writer thread would.
    public void publish(Snapshot snapshot) {
        newest = snapshot;
        if (!frozen) {
            held = snapshot;
        }
        listeners.forEach(listener -> listener.accept(held));
    }

    /// What it answers to [#events].
    public void feeds(Function<String, EventFeed> other) {
        feeds = other;
    }

    @Override
    public Optional<EventFeed> events(String type) {
        return Optional.ofNullable(feeds).map(known -> known.apply(type));
    }

    @Override
    public Snapshot snapshot() {
        return held;
    }

    @Override
    public Subscription onSnapshot(Consumer<Snapshot> listener) {
        listeners.add(listener);
        listener.accept(held);
        return () -> listeners.remove(listener);
    }

    @Override
    public void freeze(boolean freeze) {
        frozen = freeze;
        if (!freeze) {
            held = newest;
        }
    }

    @Override
    public void watched(boolean somebody) {
        watched = somebody;
    }

    public boolean watched() {
        return watched;
    }

    @Override
    public boolean frozen() {
        return frozen;
    }

    @Override
    public long eventsWaiting() {
        return frozen ? 3_912 : 0;
    }

    @Override
    public void sampling(Sampling sampling) {}

    @Override
    public void detach() {
        detached = true;
    }

    @Override
    public void close() {
        closed = true;
    }

    public boolean closed() {
        return closed;
    }

    public boolean detached() {
        return detached;
    }
}
