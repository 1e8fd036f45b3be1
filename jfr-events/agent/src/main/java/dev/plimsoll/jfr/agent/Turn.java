package dev.plimsoll.jfr.agent;

import java.util.concurrent.TimeUnit;

/**
 * Whose turn it is in the target: one session at a time. A session that is being taken back is nobody's any more, so
 * whoever comes then waits for its end and need not be told to come again.
 */
final class Turn {

    /** How long to wait for a session that is being taken back; a recorder that closes its files takes part of a second. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private enum State {
        FREE,
        TAKEN,
        ENDING
    }

    private State state = State.FREE;

    /**
     * Takes the turn.
     *
     * @return false when another session has it
     */
    synchronized boolean take() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long left = PATIENCE_NANOS;
        while (state == State.ENDING && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        if (state != State.FREE) {
            return false;
        }
        state = State.TAKEN;
        return true;
    }

    /** Whoever has the turn begins to take everything back. */
    synchronized void ending() {
        state = State.ENDING;
    }

    /** Everything is taken back. */
    synchronized void over() {
        state = State.FREE;
        notifyAll();
    }
}
