package dev.plimsoll.ui.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Lets something happen at most once in an interval, and less often when it takes long. What comes too early waits;
/// the newest replaces what waits, and the last one always happens. One thread.
public final class Pace {

    /// Runs a task on the same thread after a while.
    @FunctionalInterface
    public interface Later {
        void run(Duration delay, Runnable task);
    }

    /// What takes long may take a tenth of the time, but keeps nobody waiting for more than five seconds.
    private static final long REST = 9;

    private static final long LONGEST_REST = Duration.ofSeconds(5).toNanos();

    private final long interval;
    private final LongSupplier nanos;
    private final Later later;
    private long last;
    private boolean begun;
    private boolean underWay;
    private long least;
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
        underWay = true;
        least = interval;
        last = nanos.getAsLong();
        waiting = null;
        task.run();
    }

    /// What began last has ended: the longer it took, the longer is the rest.
    public void ended() {
        if (underWay) {
            underWay = false;
            long took = nanos.getAsLong() - last;
            least = Math.max(interval, Math.min(LONGEST_REST, took + REST * took));
        }
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
        return begun ? last + least - nanos.getAsLong() : 0;
    }
}
