package dev.plimsoll.ui.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Lets something happen at most once in an interval. What comes too early waits; the newest replaces what waits, and
/// the last one always happens. One thread.
public final class Pace {

    /// Runs a task on the same thread after a while.
    @FunctionalInterface
    public interface Later {
        void run(Duration delay, Runnable task);
    }

    private final long interval;
    private final LongSupplier nanos;
    private final Later later;
    private long last;
    private boolean begun;
    private @Nullable Runnable waiting;

    public Pace(Duration interval, LongSupplier nanos, Later later) {
        this.interval = interval.toNanos();
        this.nanos = nanos;
        this.later = later;
    }

    /// By the system's clock; waiting tasks come back through `home`.
    public static Pace of(Duration interval, Executor home) {
        return new Pace(
                interval,
                System::nanoTime,
                (delay, task) -> CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, home)
                        .execute(task));
    }

    /// Now when the interval is over, else at its end.
    public void request(Runnable task) {
        long rest = rest();
        if (rest <= 0 && waiting == null) {
            now(task);
        } else if (waiting == null) {
            waiting = task;
            later.run(Duration.ofNanos(Math.max(0, rest)), this::release);
        } else {
            waiting = task;
        }
    }

    /// At once; what waits is dropped, since this is newer.
    public void now(Runnable task) {
        begun = true;
        last = nanos.getAsLong();
        waiting = null;
        task.run();
    }

    public boolean waiting() {
        return waiting != null;
    }

    private void release() {
        Runnable task = waiting;
        if (task == null) {
            return;
        }
        long rest = rest();
        if (rest > 0) {
            later.run(Duration.ofNanos(rest), this::release);
        } else {
            now(task);
        }
    }

    private long rest() {
        return begun ? last + interval - nanos.getAsLong() : 0;
    }
}
