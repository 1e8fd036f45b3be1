package dev.plimsoll.jfr.probe.v1;

/** How a thread of the target gets what it just recorded into the recorder's files: it asks the ticker, and waits a bit. */
final class Flushes {

    private static final Object LOCK = new Object();
    private static long wanted;
    private static long done;

    private Flushes() {}

    /** A thread of the target: returns when the ticker has flushed, or after so many milliseconds. */
    static void await(long millis) {
        boolean interrupted = false;
        synchronized (LOCK) {
            long mine = ++wanted;
            LOCK.notifyAll();
            long deadline = System.nanoTime() + millis * 1_000_000;
            while (done < mine) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                try {
                    LOCK.wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                    break;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The ticker: sleeps until the next tick, or until somebody cannot wait for it. */
    static long sleep(long millis) throws InterruptedException {
        synchronized (LOCK) {
            if (wanted == done) {
                LOCK.wait(millis);
            }
            return wanted;
        }
    }

    /** The ticker: what was wanted up to here is flushed. */
    static void done(long upTo) {
        synchronized (LOCK) {
            if (upTo > done) {
                done = upTo;
                LOCK.notifyAll();
            }
        }
    }
}
