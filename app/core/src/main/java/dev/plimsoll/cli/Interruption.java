package dev.plimsoll.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Turns Ctrl+C, or a request to end, into an early but orderly end: a latch opens, and the JVM waits for the thread
/// that made this to come to its end with an exit code of its own.
final class Interruption implements AutoCloseable {

    /// For some hundred megabytes on a slow disk.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Thread worker = Thread.currentThread();
    private final Thread hook = new Thread(this::ask, "plimsoll-interruption");

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Opens when the process is asked to end; others may open it too.
    CountDownLatch latch() {
        return asked;
    }

    private void ask() {
        asked.countDown();
        try {
            worker.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// From now on a request to end is not waited for.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It ends already: the hook waits for this thread.
            return;
        }
    }

    /// Ends the process: also when it ends already, where `System.exit` would wait for the hook that waits for us.
    static void exit(int code) {
        if (endsAlready()) {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    /// The JVM says so only to those who want to change its hooks.
    private static boolean endsAlready() {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread("plimsoll-never-started"));
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
