package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.Desk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// How smoothly the FX thread answers: the time between frames, and the longest that anything waited for it. A frame
/// counts as long as the one before it was late: the clock asks for one every 16.7 ms.
final class FrameWatch implements AutoCloseable {

    private static final long BETWEEN_QUESTIONS = 2_000_000L;

    private final List<Long> frames = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong longest = new AtomicLong();
    private final AnimationTimer timer;
    private final Thread asking = Thread.ofPlatform().daemon().name("asks-fx").unstarted(this::ask);
    private volatile boolean closed;

    FrameWatch() {
        timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long ignored) {
                long now = System.nanoTime();
                if (last > 0) {
                    frames.add(now - last);
                }
                last = now;
            }
        };
        Desk.run(timer::start);
        asking.start();
    }

    /// One question at a time: how long it lay there is how long the thread was held.
    private void ask() {
        while (!closed) {
            long asked = System.nanoTime();
            Thread self = Thread.currentThread();
            AtomicLong answered = new AtomicLong();
            Platform.runLater(() -> {
                answered.set(System.nanoTime());
                LockSupport.unpark(self);
            });
            while (answered.get() == 0 && !closed) {
                LockSupport.park();
            }
            longest.accumulateAndGet(answered.get() - asked, Math::max);
            LockSupport.parkNanos(BETWEEN_QUESTIONS);
        }
    }

    /// @param share 0.99 for the time below which 99 % of the frames stayed
    double millis(double share) {
        List<Long> sorted = new ArrayList<>(frames);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }

    double longestHoldMillis() {
        return longest.get() / 1e6;
    }

    int count() {
        return frames.size();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(asking);
        Desk.run(timer::stop);
    }
}
