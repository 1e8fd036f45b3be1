package dev.plimsoll.jfr.probe.v1;

import java.util.Arrays;

/** The exact counters of all threads, dead ones included. */
final class Totals {

    /**
     * What it costs to count one allocation or one free of a binding, in nanoseconds: half of what a pair took in a tight
     * loop on JDK 17 and 25. Objects known by a key of their own cost more than blocks: the key has to be made.
     */
    private static final double[] HOOK_NANOS = new double[Binding.LIMIT];

    /** The same for a buffer that a pool hands out or gets back. */
    private static final double POOLED_NANOS = 6;

    static {
        // What users' rules watch.
        Arrays.fill(HOOK_NANOS, 4);
        HOOK_NANOS[Binding.DIRECT] = 7.5;
        HOOK_NANOS[Binding.UNSAFE] = 2;
        HOOK_NANOS[Binding.FFM] = 6.5;
        HOOK_NANOS[Binding.ZIP] = 5;
        HOOK_NANOS[Binding.JNA] = 8.5;
        HOOK_NANOS[Binding.LWJGL] = 3;
        HOOK_NANOS[Binding.JAVACPP] = 35;
        HOOK_NANOS[Binding.JNR] = 2;
        HOOK_NANOS[Binding.SKIJA] = 5;
        HOOK_NANOS[Binding.JAVAFX] = 30;
        HOOK_NANOS[Binding.GL] = 5;
        HOOK_NANOS[Binding.VULKAN] = 9;
    }

    final long[] allocations = new long[Binding.LIMIT];
    final long[] bytes = new long[Binding.LIMIT];
    final long[] frees = new long[Binding.LIMIT];
    long pooled;
    long events;
    long probeNanos;

    /** What threads had counted when they died. */
    private static final Totals OF_THE_DEAD = new Totals();

    /** The sum up to now; threads that have died since are folded, so that their state can go. */
    static synchronized Totals now() {
        Totals sum = new Totals();
        for (ThreadState s : ThreadState.all()) {
            // Dead first: a thread that dies after this question is folded the next time.
            if (s.isThreadDead()) {
                OF_THE_DEAD.add(s);
                ThreadState.forget(s);
            } else {
                sum.add(s);
            }
        }
        sum.add(OF_THE_DEAD, 1);
        return sum;
    }

    /** The difference since an earlier sum. */
    Totals since(Totals earlier) {
        Totals difference = new Totals();
        difference.add(this, 1);
        difference.add(earlier, -1);
        return difference;
    }

    private void add(ThreadState s) {
        for (int b = 0; b < Binding.LIMIT; b++) {
            allocations[b] += s.counter(b, 0);
            bytes[b] += s.counter(b, 1);
            frees[b] += s.counter(b, 2);
        }
        pooled += s.pooled;
        events += s.events;
        probeNanos += s.probeNanos;
    }

    private void add(Totals other, int sign) {
        for (int b = 0; b < Binding.LIMIT; b++) {
            allocations[b] += sign * other.allocations[b];
            bytes[b] += sign * other.bytes[b];
            frees[b] += sign * other.frees[b];
        }
        pooled += sign * other.pooled;
        events += sign * other.events;
        probeNanos += sign * other.probeNanos;
    }

    /** What probes took that sampled nothing, estimated: they are too short to be measured one by one. */
    double hookNanos() {
        double nanos = POOLED_NANOS * pooled;
        for (int b = 0; b < Binding.LIMIT; b++) {
            nanos += HOOK_NANOS[b] * (allocations[b] + frees[b]);
        }
        return nanos;
    }
}
