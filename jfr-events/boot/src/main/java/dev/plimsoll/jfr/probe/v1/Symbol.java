package dev.plimsoll.jfr.probe.v1;

import dev.plimsoll.jfr.event.v1.NativeCalls;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** The calls of one native function: all counted, some timed. */
final class Symbol {

    /** Of so many calls one is timed, and each of the first so many. */
    private static final int TIMED = 64;

    private final String name;
    private final LongAdder calls = new LongAdder();
    private final AtomicLong timed = new AtomicLong();
    private final AtomicLong timedNanos = new AtomicLong();

    /** Approximate when threads meet: only which calls are timed hangs on it. */
    private int ticket;

    private final LongAdder bytes = new LongAdder();

    private long callsAtBegin;
    private long bytesAtBegin;
    private long told;

    Symbol(String name) {
        this.name = name;
    }

    /** Counts a call; returns when it began, twice and one more, or 2 when it is not timed. */
    long begin() {
        calls.increment();
        int mine = ticket++;
        return (mine & (TIMED - 1)) == 0 || (mine >= 0 && mine < TIMED) ? now() << 1 | 1 : 2;
    }

    /** A clock of 60 bits, so that a flag fits beside it. */
    private static long now() {
        return System.nanoTime() & (1L << 60) - 1;
    }

    void end(long begun) {
        if ((begun & 1) != 0) {
            timed.incrementAndGet();
            timedNanos.addAndGet(Math.max(0, now() - (begun >>> 1)));
        }
    }

    /** Counts a call that copied or mapped so many bytes. */
    void moved(long count) {
        calls.increment();
        bytes.add(count);
    }

    /** The ticker's: a session counts from here. */
    void restart() {
        callsAtBegin = calls.sum();
        bytesAtBegin = bytes.sum();
        told = 0;
    }

    /** The ticker's: writes the counters when they have changed. */
    boolean tell() {
        long count = calls.sum() - callsAtBegin;
        if (count == told) {
            return false;
        }
        told = count;
        NativeCalls event = new NativeCalls();
        event.symbol = name;
        event.count = count;
        long n = timed.get();
        event.nanos = n == 0 ? 0 : (long) ((double) timedNanos.get() / n * count);
        event.bytes = bytes.sum() - bytesAtBegin;
        event.commit();
        return true;
    }
}
