package dev.plimsoll.jfr.probe.v1;

import dev.plimsoll.jfr.event.v1.AgentHealth;
import dev.plimsoll.jfr.event.v1.BindingTotals;
import dev.plimsoll.jfr.event.v1.EventNames;
import dev.plimsoll.jfr.event.v1.ResidentMemory;

/**
 * From attach to detach: switches the probes on and off, and writes what is written once a second. One at a time; called
 * by the agent's threads only.
 */
public final class Session {

    private static final LiveTable[] TABLES = {Probe.BLOCKS, Callbacks.LIVE, Pooled.LIVE};

    private static Totals atBegin = new Totals();
    private static Totals atSecond = new Totals();
    private static Drift drift = new Drift();
    private static long errorsAtBegin;
    private static long secondStart;
    private static long tickerNanos;
    private static long ownEvents;
    private static long atTick;
    private static volatile long problems;

    private Session() {}

    /** Starts to watch: everything is counted from here. */
    public static synchronized void begin() {
        forget();
        Callbacks.now = System.currentTimeMillis();
        Symbols.begin();
        Following.refused = 0;
        atBegin = Totals.now();
        atSecond = atBegin;
        drift = new Drift();
        errorsAtBegin = Probe.errors;
        ownEvents = 0;
        problems = 0;
        secondStart = System.nanoTime();
        Probe.active = true;
    }

    /** Stops to watch; hooks that are still woven do nothing from here on. */
    public static synchronized void end() {
        Probe.active = false;
        forget();
        Misuses.strict = false;
        ThreadState.letGo();
    }

    /** Nothing is followed any more, and nothing is known of what was. */
    private static void forget() {
        Probe.BLOCKS.clear();
        Callbacks.clear();
        Pooled.LIVE.clear();
        Names.clear();
        Shares.clear();
        Owners.reset();
        Misuses.begin();
    }

    /** Sampling that adapts. */
    public static void adaptive() {
        Probe.PACE.adaptive();
    }

    /**
     * Sampling that adapts, save for some blocks of one binding, all of which are taken. Some blocks of other bindings and
     * sizes may be taken with them: those that share a stratum.
     *
     * @param binding by its name
     * @param sizes in bytes
     */
    public static void exactFor(String binding, long... sizes) {
        int number = Binding.named(binding);
        int[] strata = new int[number < 0 ? 0 : sizes.length];
        for (int i = 0; i < strata.length; i++) {
            strata[i] = Pace.stratum(number, sizes[i]);
        }
        Probe.PACE.adaptive(strata);
    }

    /** Sampling at a fixed interval in bytes, or every block with its stack when it is 0. */
    public static void fixed(long interval) {
        Probe.PACE.fixed(interval);
        Probe.STACKS.fixed(0);
    }

    /** Every block, with its stack while stacks take at most {@link Pace#SHARE_OF_STACKS} of a core. */
    public static void everyBlock() {
        Probe.STACKS.adaptive();
        Probe.PACE.fixed(0);
    }

    /**
     * What this thread does from now on is the agent's doing, and no probe tells of it.
     *
     * @return what was true before, for the end
     */
    public static boolean ours(boolean on) {
        return ThreadState.current().busy(on);
    }

    /** A class or a handle was left alone because it was not as expected. */
    public static synchronized void problem() {
        problems++;
    }

    /**
     * Ten times a second.
     *
     * @param nanos since the last tick
     * @return whether anything was written or collected since the last
     */
    public static synchronized boolean tick(long nanos) {
        ownEvents += Owners.tick(System.currentTimeMillis(), TABLES);
        Canary.tick();
        Misuses.tick();
        Callbacks.now = System.currentTimeMillis();
        Probe.PACE.tick(nanos, (double) Probe.BLOCKS.size() / Probe.BLOCKS.capacity());
        Probe.STACKS.tick(nanos, 0);
        long soFar = ownEvents + ThreadState.written() + Canary.lastRun();
        boolean news = soFar != atTick;
        atTick = soFar;
        return news;
    }

    /**
     * The ticker's pause, shorter when a thread of the target cannot wait for the next tick.
     *
     * @return what to give to {@link #flushed} after the next flush
     */
    public static long sleep(long millis) throws InterruptedException {
        return Flushes.sleep(millis);
    }

    /** Everything that was recorded before the last {@link #sleep} ended is in the recorder's files. */
    public static void flushed(long upTo) {
        Flushes.done(upTo);
    }

    /** What the agent's own threads took since the last time. */
    public static synchronized void spent(long nanos) {
        tickerNanos += nanos;
    }

    /**
     * Once a second and at the end: counters, health, resident memory.
     *
     * @param rss resident set size in bytes, or a negative number when it is not known
     * @param rssFiles what of it are pages of files
     */
    public static synchronized void everySecond(long rss, long rssFiles) {
        Totals now = Totals.now();
        Totals session = now.since(atBegin);
        Probe.PACE.watchFor(drift.second(session));
        for (int b = 0; b < Binding.count(); b++) {
            if (session.allocations[b] != 0 || session.frees[b] != 0) {
                BindingTotals event = new BindingTotals();
                event.binding = Binding.name(b);
                event.allocatedBytes = session.bytes[b];
                event.allocations = session.allocations[b];
                event.frees = session.frees[b];
                event.commit();
                ownEvents++;
            }
        }
        if (rss >= 0) {
            ResidentMemory event = new ResidentMemory();
            event.rss = rss;
            event.rssFiles = rssFiles;
            event.heapCommitted = Runtime.getRuntime().totalMemory();
            event.heapUsed = event.heapCommitted - Runtime.getRuntime().freeMemory();
            event.commit();
            ownEvents++;
        }
        ownEvents += CallbackCalls.tellActivity() + Symbols.tell() + 1;
        tellHealth(session, now.since(atSecond));
        atSecond = now;
    }

    private static void tellHealth(Totals session, Totals second) {
        long end = System.nanoTime();
        double own = second.probeNanos + second.hookNanos() + tickerNanos;
        AgentHealth event = new AgentHealth();
        event.mode = modeName();
        event.interval = Probe.PACE.interval();
        event.stackInterval = Probe.PACE.mode() == Pace.EXACT ? Probe.STACKS.interval() : 0;
        event.eventsEmitted = session.events + ownEvents;
        event.dropped = Following.refused;
        event.ownersNotWatched = Owners.notWatched();
        for (LiveTable table : TABLES) {
            event.tableSize += table.size();
            event.tableCapacity += table.capacity();
        }
        event.tableBytes = tableBytes();
        event.errors = Probe.errors - errorsAtBegin;
        event.problems = problems;
        event.misuses = Misuses.seen();
        event.onMisuse = Misuses.strict ? EventNames.THROWN : "told";
        event.costPercent = 100 * own / Math.max(1, end - secondStart);
        event.probeNanos = session.probeNanos;
        event.commit();
        secondStart = end;
        tickerNanos = 0;
    }

    /** Java heap that all tables take, in bytes, estimated: those of what lives, and those that help to find it. */
    static long tableBytes() {
        long bytes = Callbacks.BY_OBJECT.heapBytes() + Names.STORED.heapBytes();
        for (LiveTable table : TABLES) {
            bytes += table.heapBytes();
        }
        return bytes;
    }

    private static String modeName() {
        switch (Probe.PACE.mode()) {
            case Pace.EXACT:
                return "exact";
            case Pace.FIXED:
                return "fixed";
            default:
                return "adaptive";
        }
    }
}
