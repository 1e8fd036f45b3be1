package dev.plimsoll.jfr.agent;

import dev.plimsoll.jfr.probe.v1.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ten times a second: owners, sampling, flush; once a second the counters. A daemon thread of its own. */
final class Ticker implements Runnable {

    static final long TICK_MILLIS = 100;

    private static final int TICKS_PER_SECOND = 10;
    private static final long QUIET_NANOS = 500_000_000;
    private static final long TICK_NANOS = TICK_MILLIS * 1_000_000;

    /** How long the end waits for a flush that hangs in the recorder: the rest must be taken back all the same. */
    private static final long PATIENCE_MILLIS = 2_000;

    private static final Path STATUS = Path.of("/proc/self/status");

    private final FlightRecorderInternals internals;
    private final Runnable everySecond;
    private final OwnThreads own;
    private final Thread thread = new Thread(null, this, "plimsoll-ticker", 0, false);
    private volatile boolean stopped;
    private long flushedFor;

    /** Nanoseconds between waking and sleeping again since the last second. */
    private long awake;

    /** Something was written since the last flush. */
    private boolean unflushed;

    /** No flush before this: a program that dies in the middle of one leaves files that cannot be read. */
    private long quietUntil = System.nanoTime();

    /**
     * @param own what the agent itself takes
     * @param everySecond what else is to be done once a second and, by whoever stops, at the end
     */
    Ticker(FlightRecorderInternals internals, OwnThreads own, Runnable everySecond) {
        this.internals = internals;
        this.own = own;
        this.everySecond = everySecond;
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    void start() {
        thread.start();
    }

    /** Stops, with the last word on all counters and on what is watched. */
    void stop() throws InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join(PATIENCE_MILLIS);
        second();
        everySecond.run();
        if (!thread.isAlive()) {
            flush();
        }
    }

    @Override
    public void run() {
        own.begin();
        long last = System.nanoTime();
        int ticks = 0;
        while (!stopped) {
            long wanted;
            try {
                wanted = Session.sleep(TICK_MILLIS);
            } catch (InterruptedException e) {
                continue;
            }
            long start = System.nanoTime();
            try {
                flushFor(wanted);
                if (start - last >= TICK_NANOS * 9 / 10) {
                    tick(start - last, ++ticks % TICKS_PER_SECOND == 0);
                    last = start;
                }
            } catch (RuntimeException | Error e) {
                // A target out of memory is still a target: the next tick may do better.
                Session.problem();
                last = start;
            }
            awake += System.nanoTime() - start;
        }
    }

    /** Somebody in the target waits for the files, and must not wait for a tick. */
    private void flushFor(long wanted) {
        if (wanted != flushedFor) {
            flush();
            flushedFor = wanted;
            quietUntil = System.nanoTime() + QUIET_NANOS;
            Session.flushed(wanted);
        }
    }

    private void tick(long nanos, boolean secondIsOver) {
        boolean news = Session.tick(nanos);
        if (secondIsOver) {
            second();
            everySecond.run();
        }
        if ((news || secondIsOver || unflushed) && System.nanoTime() - quietUntil >= 0) {
            flush();
            unflushed = false;
        } else {
            unflushed |= news;
        }
    }

    private void second() {
        Session.spent(own.nanos(awake));
        awake = 0;
        String status = status();
        Session.everySecond(bytes(status, "VmRSS:"), bytes(status, "RssFile:"));
    }

    private void flush() {
        try {
            internals.flush();
        } catch (ReflectiveOperationException e) {
            Session.problem();
        }
    }

    /** What the system tells of the process; empty where it does not tell this way. */
    private static String status() {
        try {
            return Files.readString(STATUS, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** A figure of the status in bytes, or -1 when it is not there. */
    private static long bytes(String status, String name) {
        int at = status.indexOf(name);
        if (at < 0) {
            return -1;
        }
        String line = status.substring(at + name.length(), status.indexOf('\n', at));
        return Long.parseLong(line.replace("kB", "").strip()) << 10;
    }
}
