package dev.plimsoll.jfr.agent;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Processor time of the threads that work for the agent: its ticker and, where the flight recorder runs for us alone, the
 * recorder's. A clock on the wall would count what they wait, for each other and for a processor. One thread's.
 */
final class OwnThreads {

    /** Begins of the names of threads that only the recorder has. */
    private static final List<String> RECORDERS = List.of("JFR Recorder Thread", "JFR Periodic Tasks");

    /** What a thread has used up, by the system's word. */
    private interface Clock {

        /** @return nanoseconds, or a negative number when the thread is gone or the system does not tell */
        long nanos(long thread);
    }

    private final boolean recorderToo;
    private @Nullable Clock clock;
    private long[] ids = {};
    private long[] seen = {};

    /** @param recorderToo whether nobody else has the recorder work */
    OwnThreads(boolean recorderToo) {
        this.recorderToo = recorderToo;
    }

    /** Counts from here, for the calling thread and those that the recorder has by now. */
    void begin() {
        clock = clock();
        List<Long> found = new ArrayList<>(List.of(Thread.currentThread().getId()));
        if (recorderToo) {
            recorders(found);
        }
        ids = found.stream().mapToLong(Long::longValue).toArray();
        seen = new long[ids.length];
        nanos(0);
    }

    /**
     * What was used since the last time, in nanoseconds.
     *
     * @param awake what to say where the VM has no such clock: how long the caller was not asleep, by the wall's
     */
    long nanos(long awake) {
        if (clock == null) {
            return awake;
        }
        long used = 0;
        for (int i = 0; i < ids.length; i++) {
            long now = clock.nanos(ids[i]);
            if (now >= 0) {
                used += now - seen[i];
                seen[i] = now;
            }
        }
        return used;
    }

    /** The module with that clock is not in every image. */
    private static @Nullable Clock clock() {
        try {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                    ? threads::getThreadCpuTime
                    : null;
        } catch (LinkageError | UnsupportedOperationException e) {
            return null;
        }
    }

    private static void recorders(List<Long> found) {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] threads = new Thread[all.activeCount() + 32];
        int count = all.enumerate(threads, true);
        for (int i = 0; i < count; i++) {
            if (RECORDERS.contains(threads[i].getName())) {
                found.add(threads[i].getId());
            }
        }
    }
}
