package dev.plimsoll.jfr.probe.v1;

import java.lang.ref.Cleaner;

/**
 * An object that nobody holds, registered with the JDK's common Cleaner: the next collection takes it, and its action
 * shows that the Cleaner's thread still comes round. There is always one waiting.
 */
public final class Canary implements Runnable {

    /** A tick passes before the ticker sees what a collection did. */
    private static final long TICK_MILLIS = 200;

    private static volatile long lastRun;
    private static volatile boolean waiting;
    private static volatile Cleaner cleaner;

    private Canary() {}

    /** The Cleaner to watch, or null for none. */
    public static void use(Cleaner commonCleaner) {
        cleaner = commonCleaner;
    }

    static void tick() {
        Cleaner c = cleaner;
        if (c != null && !waiting) {
            waiting = true;
            c.register(new Object(), new Canary());
        }
    }

    /** When it last ran, in milliseconds since the epoch: something was collected then. */
    static long lastRun() {
        return lastRun;
    }

    static boolean ranSince(long millis) {
        return lastRun >= millis - TICK_MILLIS;
    }

    @Override
    public void run() {
        lastRun = System.currentTimeMillis();
        waiting = false;
    }
}
