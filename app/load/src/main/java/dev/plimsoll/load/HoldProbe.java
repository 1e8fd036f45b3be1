package dev.plimsoll.load;

import javafx.application.Platform;

/// How long the FX thread lets a task wait: one is handed in every few milliseconds.
final class HoldProbe implements AutoCloseable {

    private static final long BETWEEN_MILLIS = 4;

    private final Thread thread =
            Thread.ofPlatform().daemon().name("hold probe").start(this::run);
    private volatile long longest;
    private volatile long waiting;

    private void run() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_MILLIS);
                if (waiting == 0) {
                    long asked = System.nanoTime();
                    waiting = asked;
                    Platform.runLater(() -> {
                        longest = Math.max(longest, System.nanoTime() - asked);
                        waiting = 0;
                    });
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Nanoseconds.
    long longest() {
        return longest;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
