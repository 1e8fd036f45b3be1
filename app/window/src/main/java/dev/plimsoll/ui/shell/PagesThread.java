package dev.plimsoll.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Where pages do what may take longer than a frame: one thread, one task after the other. Any thread may hand in.
final class PagesThread implements Executor {

    private static final long SECONDS_TO_END = 10;

    private final ExecutorService tasks = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pages").factory());

    @Override
    public void execute(Runnable task) {
        tasks.execute(task);
    }

    /// Takes no more tasks; those that wait are still done.
    void end() {
        tasks.shutdown();
    }

    /// Waits until all is done, for some seconds at most. Never on the FX thread.
    void awaitEnd() {
        try {
            boolean done = tasks.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
            if (!done) {
                tasks.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
