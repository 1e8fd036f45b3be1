package dev.plimsoll.session;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.RangeSums;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A recording that was read, played. One thread, `plimsoll-film`, moves the playhead and makes the pictures; while it
/// makes one, wishes gather, and only the newest is carried out.
final class Film implements Playback {

    /// Between two pictures while playing, milliseconds.
    private static final long BETWEEN_PICTURES = 50;

    private static final BooleanSupplier NEVER = () -> false;

    private final Rewind rewind;
    private final Consumer<Snapshot> screen;
    private final LongSupplier clock;
    private final List<Consumer<State>> listeners = new ArrayList<>();
    private final AtomicBoolean wished = new AtomicBoolean();
    private final ScheduledExecutorService projector = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plimsoll-film").factory());
    private volatile State state;
    private long shown;
    private long ticked;
    private @Nullable ScheduledFuture<?> reel;

    /// @param screen takes the pictures, on the film's thread
    /// @param clock nanoseconds that only pass
    Film(Rewind rewind, Consumer<Snapshot> screen, LongSupplier clock) {
        this.rewind = rewind;
        this.screen = screen;
        this.clock = clock;
        state = new State(rewind.end(), false, 1, null);
        shown = rewind.end();
    }

    @Override
    public long start() {
        return rewind.start();
    }

    @Override
    public long end() {
        return rewind.end();
    }

    @Override
    public long peak() {
        return rewind.peak();
    }

    @Override
    public TimelineSnapshot timeline() {
        return rewind.timeline();
    }

    @Override
    public List<Sighting> sightings() {
        return rewind.sightings();
    }

    @Override
    public StackTable stacks() {
        return rewind.stacks();
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public synchronized Session.Subscription onState(Consumer<State> listener) {
        Consumer<State> registered = listener::accept;
        listeners.add(registered);
        registered.accept(state);
        return () -> unsubscribe(registered);
    }

    private synchronized void unsubscribe(Consumer<State> registered) {
        listeners.remove(registered);
    }

    @Override
    public synchronized void seek(long time) {
        change(new State(within(time), state.playing(), state.speed(), state.loop()));
    }

    @Override
    public synchronized void play() {
        if (!state.playing()) {
            Range loop = state.loop();
            long last = loop == null ? end() : loop.to();
            long from = state.position() < last ? state.position() : loop == null ? start() : loop.from();
            ticked = clock.getAsLong();
            change(new State(from, true, state.speed(), loop));
            try {
                reel = projector.scheduleWithFixedDelay(
                        () -> carefully(this::tick), BETWEEN_PICTURES, BETWEEN_PICTURES, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                change(new State(from, false, state.speed(), loop));
            }
        }
    }

    @Override
    public synchronized void pause() {
        stopReel();
        change(new State(state.position(), false, state.speed(), state.loop()));
    }

    private void stopReel() {
        if (reel != null) {
            reel.cancel(false);
            reel = null;
        }
    }

    @Override
    public synchronized void speed(double times) {
        change(new State(state.position(), state.playing(), Math.clamp(times, SLOWEST, FASTEST), state.loop()));
    }

    @Override
    public synchronized void loop(@Nullable Range range) {
        Range kept = range == null || range.to() <= start() || range.from() >= end()
                ? null
                : new Range(Math.max(start(), range.from()), Math.min(end(), range.to()));
        long position = kept == null ? state.position() : Math.clamp(state.position(), kept.from(), kept.to());
        change(new State(position, state.playing(), state.speed(), kept));
    }

    @Override
    public OptionalLong stop(Stop stop, boolean forward) {
        long from = state().position();
        long[] times = switch (stop) {
            case GC -> timeline().cycles().stream().mapToLong(Cycle::start).toArray();
            case FINDING -> rewind.findingTimes();
        };
        OptionalLong found = OptionalLong.empty();
        for (long time : times) {
            if (forward && time > from) {
                return OptionalLong.of(time);
            }
            if (!forward && time < from) {
                found = OptionalLong.of(time);
            }
        }
        return found;
    }

    @Override
    public Snapshot at(long time, BooleanSupplier cancelled) {
        return rewind.at(within(time), cancelled);
    }

    @Override
    public List<RangeSums> between(long from, long to, BooleanSupplier cancelled) {
        return rewind.between(from, to, cancelled);
    }

    void close() {
        projector.shutdownNow();
    }

    private long within(long time) {
        return Math.clamp(time, start(), end());
    }

    /// Moves the playhead by the time that passed, at the speed that is set.
    void tick() {
        synchronized (this) {
            long now = clock.getAsLong();
            double moved = (now - ticked) * state.speed();
            ticked = now;
            if (state.playing()) {
                change(moved((long) moved));
                if (!state.playing()) {
                    stopReel();
                }
            }
        }
    }

    private State moved(long by) {
        Range loop = state.loop();
        long last = loop == null ? end() : loop.to();
        long position = state.position() + by;
        if (position < last) {
            return new State(position, true, state.speed(), loop);
        }
        return loop == null
                ? new State(last, false, state.speed(), null)
                : new State(loop.from(), true, state.speed(), loop);
    }

    private void change(State next) {
        if (next.equals(state)) {
            return;
        }
        state = next;
        for (Consumer<State> listener : List.copyOf(listeners)) {
            listener.accept(next);
        }
        if (wished.compareAndSet(false, true)) {
            try {
                projector.execute(() -> carefully(this::show));
            } catch (RejectedExecutionException closed) {
                wished.set(false);
            }
        }
    }

    /// A film that breaks says so: its thread would otherwise stop without a word, and the picture with it.
    private void carefully(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException broken) {
            pause();
            screen.accept(rewind.remark("The film stopped (" + broken + "); open the recording again to go on."));
        }
    }

    private void show() {
        wished.set(false);
        long position = state().position();
        if (position != shown) {
            shown = position;
            screen.accept(rewind.at(position, NEVER));
        }
    }
}
