package dev.plimsoll.jfr.probe.v1;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;

/**
 * The blocks that are followed: puts a sampled one into its table and writes it, writes that it was given back, and adds up
 * what that takes. Any thread; what it throws, the probe that called it counts.
 */
final class Following {

    /** What takes longer is a pause of the machine, not our work, in nanoseconds. */
    private static final long PAUSE = 20_000;

    /**
     * One event in so many is timed, and stands for all: two looks at the clock cost a tenth of an event. Odd, so that where
     * allocations and frees take turns both are timed.
     */
    private static final int TIMED = 7;

    /** What a full table did not take. Approximate when threads meet. */
    static long refused;

    private Following() {}

    /**
     * Puts a sampled block into a table and writes it.
     *
     * @param weight 1/p, or {@link ThreadState#COMPANION}: such a block is written with weight 0
     */
    static void begin(
            ThreadState s,
            LiveTable table,
            int binding,
            int kind,
            int allocator,
            long address,
            long bytes,
            double weight,
            Object owner) {
        if (!Probe.active) {
            return;
        }
        long start = clock(s);
        s.busy(true);
        try {
            OwnerWatch watch = Owners.watch(s, owner, address);
            if (!table.put(new Block(address, binding, allocator, watch, bytes, Math.max(0, weight)))) {
                refused++;
                Owners.dropped(watch);
                return;
            }
            NativeAllocation event = new NativeAllocation();
            event.address = address;
            event.bytes = bytes;
            event.weight = Math.max(0, weight);
            event.binding = Binding.name(binding);
            event.kind = kind == Kind.BY_OWNER ? Kind.of(binding, owner) : Kind.name(kind);
            event.ownerClass = owner == null ? null : owner.getClass().getName();
            event.commit();
            s.events++;
        } finally {
            s.busy(false);
            pay(s, start, binding, bytes);
        }
    }

    /** Writes that a block, out of its table by now, is given back. */
    static void end(ThreadState s, Block block, int cause) {
        long start = clock(s);
        s.busy(true);
        try {
            Owners.dropped(block.owner);
            if (block.allocator >= 0 && cause != Cause.REALLOC) {
                Misuses.BLOCKS.put(block.address, block.binding);
            }
            NativeFree event = new NativeFree();
            event.address = block.address;
            event.binding = Binding.name(block.binding);
            event.cause = Cause.name(cause);
            event.commit();
            s.events++;
        } finally {
            s.busy(false);
            pay(s, start, block.binding, block.bytes);
        }
    }

    /** When an event begins that is timed, else 0. */
    static long clock(ThreadState s) {
        if (--s.timing > 0) {
            return 0;
        }
        s.timing = TIMED;
        return System.nanoTime();
    }

    static void pay(ThreadState s, long start, int binding, long bytes) {
        if (start != 0) {
            long nanos = TIMED * Math.min(PAUSE, System.nanoTime() - start);
            s.probeNanos += nanos;
            Probe.PACE.pay(nanos, Pace.stratum(binding, bytes), bytes);
        }
    }
}
