package dev.plimsoll.jfr.probe.v1;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The sampling interval R, and in adaptive mode what moves it. Sampled probes measure what they take and pay for it out
 * of an allowance that the ticker renews; a probe that overdraws it doubles R there and then, so a burst costs
 * milliseconds and not a tick. The ticker lowers R again when the program is quiet, down to every block, and raises it
 * when the live table would be full within a minute.
 */
final class Pace {

    static final int ADAPTIVE = 0;
    static final int FIXED = 1;
    static final int EXACT = 2;

    /** Share of one core that sampled probes may take; the ticker and its flushes come on top. */
    static final double SHARE = 0.005;

    /** What a quiet program saves up for a burst: two seconds' worth, in nanoseconds. */
    static final long SAVINGS = 10_000_000;

    /** What a doubling of R grants, so that the next one waits to see the effect, in nanoseconds. */
    static final long GRANT = 100_000;

    static final long LOWEST = 64;
    static final long HIGHEST = 1L << 32;

    private static final int WINDOW_TICKS = 10;
    private static final int TICKS_TO_FULL = 600;

    private final AtomicLong paid = new AtomicLong();
    private volatile long allowance = SAVINGS;
    private volatile int mode = ADAPTIVE;

    /** R in bytes; 0 takes every block. Read on the hot path. */
    private volatile long interval;

    private long paidAtWindow;
    private int ticksInWindow;
    private double fillAtWindow;

    long interval() {
        return interval;
    }

    int mode() {
        return mode;
    }

    /** Adaptive, starting with every block. */
    synchronized void adaptive() {
        mode = ADAPTIVE;
        interval = 0;
        allowance = paid.get() + SAVINGS;
        openWindow(0);
    }

    /**
     * Fixed, whatever it costs.
     *
     * @param bytes R, or 0 for every block
     */
    synchronized void fixed(long bytes) {
        mode = bytes == 0 ? EXACT : FIXED;
        interval = bytes;
    }

    /**
     * A sampled probe pays.
     *
     * @param nanos what it took
     * @param bytes size of its block: where R starts from when every block was taken so far
     */
    void pay(long nanos, long bytes) {
        if (paid.addAndGet(nanos) > allowance && mode == ADAPTIVE) {
            raise(bytes);
        }
    }

    private synchronized void raise(long bytes) {
        long spent = paid.get();
        if (spent > allowance && mode == ADAPTIVE) {
            interval = Math.min(HIGHEST, interval == 0 ? Math.max(LOWEST, bytes) : interval * 2);
            allowance = spent + GRANT;
            openWindow(fillAtWindow);
        }
    }

    /**
     * Once per tick.
     *
     * @param nanos length of the tick
     * @param fill part of the live table that is taken, 0 to 1
     */
    synchronized void tick(long nanos, double fill) {
        allowance = Math.min(allowance + (long) (nanos * SHARE), paid.get() + SAVINGS);
        if (mode != ADAPTIVE || ++ticksInWindow < WINDOW_TICKS) {
            return;
        }
        double used = (paid.get() - paidAtWindow) / (nanos * SHARE * ticksInWindow);
        double growth = (fill - fillAtWindow) / ticksInWindow;
        if (fill > 0.25 && growth * TICKS_TO_FULL > 1 - fill) {
            interval = Math.min(HIGHEST, Math.max(LOWEST, fill > 0.75 ? interval * 8 : interval * 2));
        } else if (used < 0.4 && fill < 0.5) {
            long lower = used < 0.05 ? interval / 16 : interval / 2;
            interval = lower < LOWEST ? 0 : lower;
        }
        openWindow(fill);
    }

    private void openWindow(double fill) {
        paidAtWindow = paid.get();
        ticksInWindow = 0;
        fillAtWindow = fill;
    }
}
